"""Then and now: what was written in an exercise that repeats, below its fields."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ....book import phrases
from ....export import Column, History, Remembered
from ...lifetime import LAYING
from ...messages import CursorMoved
from ..controls import ActionLine, Options
from ..prose import HeadLine, Lines, hung, wrapped
from .columns import set_tables

AT_FIRST = 3
"""So many of the newest words of a question are shown before the reader asks for all."""
LEAST = 24
"""Cells that words are given beside their day at least; else they stand beneath it."""


class WordsView(Lines):
    """A question, and the words that were written to it, each after its day."""

    def __init__(self, remembered: Remembered, today: date) -> None:
        super().__init__()
        self._remembered = remembered
        self._today = today
        self.is_open = False
        """Whether all of them are shown."""

    def wrapped(self, width: int) -> list[Content]:
        """The question, an empty line, the words hanging by their day."""
        said = self._remembered.said if self.is_open else self._remembered.said[:AT_FIRST]
        days = [phrases.on_day(one.day, self._today) for one in said]
        column = max(map(len, days))
        question = Content(self._remembered.question).stylize("$text-muted")
        lines = [*wrapped(question, width), Content("")] if question else []
        for day, one in zip(days, said, strict=True):
            quiet = Content(f"  {day:>{column}}   ").stylize("$text-muted")
            if width - quiet.cell_length < LEAST:
                lines.append(Content(f"  {day}").stylize("$text-muted"))
                quiet = Content("    ")
            for row in one.words.split("\n"):
                lines += [line for line, _ in hung(quiet, Content(row), width)]
                quiet = Content(" " * quiet.cell_length)
        return lines


class TablesView(Lines):
    """What can be counted, in columns of time."""

    def __init__(self, history: History, today: date) -> None:
        super().__init__()
        self._history = history
        self._today = today

    def wrapped(self, width: int) -> list[Content]:
        """All tables, as many columns as fit."""
        return set_tables(self._history, width, self._today)


class EntryList(Options):
    """The other entries, a line for each; Enter shows one in the fields."""

    def __init__(self, entries: Sequence[Column], today: date) -> None:
        lines = (Option(Content(phrases.period(one.entry, today)), id=one.entry) for one in entries)
        super().__init__(*lines, compact=True)


class ThenAndNow(Vertical):
    """Words first, then what can be counted; last a way back into another entry."""

    def __init__(self, history: History, repeat: str, today: date, open_entry: Callable[[str], None]) -> None:
        super().__init__()
        self._history = history
        self._repeat = repeat
        self._today = today
        self._open_entry = open_entry

    def compose(self) -> ComposeResult:
        """What stands here, its questions one after the other, and the other entries."""
        yield HeadLine(phrases.THEN_AND_NOW, phrases.NO_TEST[self._repeat], style="bold $accent")
        for remembered in self._history.texts:
            words = WordsView(remembered, self._today)
            goes_on = len(remembered.said) > AT_FIRST
            yield words.set_class(goes_on, "-continued")
            if goes_on:
                yield self._opener(words, remembered)
        if self._history.tables:
            yield TablesView(self._history, self._today)
        yield self._way_back().add_class("way-back")

    def _way_back(self) -> ActionLine:
        """What shows another entry in the fields; where there are several, the list of them first."""
        entries = self._history.entries
        if len(entries) == 1:
            (only,) = entries
            return ActionLine(
                phrases.to_read_again(only.entry, self._today), partial(self._open_entry, only.entry)
            )
        return ActionLine(phrases.EARLIER[self._repeat], self._turn)

    def _opener(self, words: WordsView, remembered: Remembered) -> ActionLine:
        """What shows all of the words, or the newest ones again."""
        all_of_them = phrases.all_back_to(remembered.said[-1].day, self._today)

        def turn() -> None:
            words.is_open = not words.is_open
            line.label = phrases.FEWER if words.is_open else all_of_them
            words.set_anew()
            if not words.is_open:
                self.call_after_refresh(line.post_message, CursorMoved(line, 0, 1))

        line = ActionLine(all_of_them, turn)
        return line

    def _turn(self) -> None:
        self._show_list()

    @work(group=LAYING, exclusive=True)
    async def _show_list(self) -> None:
        """Show the list of the other entries and go into it, or put it away."""
        if shown := self.query(EntryList):
            await shown.remove()
            return
        listed = EntryList(self._history.entries, self._today)
        await self.mount(listed)
        listed.highlighted = 0
        listed.focus(scroll_visible=False)
        self.call_after_refresh(listed.scroll_visible, animate=False)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id:
            self._open_entry(event.option_id)
