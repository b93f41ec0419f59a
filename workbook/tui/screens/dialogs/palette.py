"""The palette: everything that can be done, every chapter, page and question, found by a few letters."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from textual.content import Content
from textual.screen import Screen

from ....book import spans, words_sought
from ....session.likeness import is_scattered, likeness
from ...commands import PaletteLine, command_lines
from ...own_keys import key_of
from ...widgets import Hanging
from .looking import KEYS, LookingDialog

MOST = 50
"""So many lines are shown at most: who has more needs another letter."""

_ASKED = 0.9
"""What a question counts, against the name of something that can be done or opened."""

NOTHING = "Nothing here is called that. A part of a word is enough; {find} looks in every text."


class Cut(Hanging):
    """The same on one row, whatever has to be left out."""

    def _set(self, width: int) -> list[Content]:
        return [self._mark + self._body.truncate(max(width - self._mark.cell_length, 1), ellipsis=True)]


class PaletteDialog(LookingDialog[PaletteLine]):
    """`lines` are shown at once; `questions`, a chapter at a time, once words were typed."""

    def __init__(self, lines: Iterable[PaletteLine], questions: Iterator[Sequence[PaletteLine]]) -> None:
        super().__init__("An action, a chapter, a word of a question")
        self._lines = list(lines)
        self._unread = questions

    def on_mount(self) -> None:
        """Show everything, before a word is typed."""
        super().on_mount()
        self.look("")

    async def prepare(self, words: str) -> None:
        """Show what is known already; then read what else may be meant, and let keys come first."""
        if words.strip() and (more := next(self._unread, None)) is not None:
            self.look(words)
            while more is not None:
                self._lines += more
                await asyncio.sleep(0)
                more = next(self._unread, None)

    def sought(self, words: str) -> Sequence[PaletteLine]:
        """The lines that `words` may mean, the likeliest first; all of them where there are no words."""
        if not words.strip():
            return self._lines
        if not (meant := self._meant(words)):
            self._lines += (line for more in self._unread for line in more)
            meant = self._meant(words)
        return meant or [
            line for line in self._lines if not line.is_asked and is_scattered(words, line.words)
        ]

    def _meant(self, words: str) -> list[PaletteLine]:
        worth = [(_worth(words, line), line) for line in self._lines]
        return [line for _, line in sorted((one for one in worth if one[0]), key=lambda one: -one[0])][:MOST]

    def drawn(self, found: PaletteLine, mark: str) -> Hanging:
        """Its words, its key, what it does; where words were typed these stand out, and all can be read."""
        sign = Content.styled(mark, "bold $accent")
        named = self._marked(Content(found.words)).stylize_before("" if found.is_asked else "bold")
        keys = Content.styled(f"  {found.keys}", "$accent") if found.keys else Content("")
        explained = self._marked(Content(found.explained)).stylize_before("$text-muted")
        if self.words.strip():
            return Hanging(sign, Content("\n").join([named + keys, explained]))
        return Cut(sign, Content("  ").join([named + keys, explained]))

    def _marked(self, text: Content) -> Content:
        for word in words_sought(self.words).split():
            for where in spans(text.plain, word):
                text = text.stylize("underline", *where)
        return text

    def said(self, words: str, count: int) -> str:
        """What the keys do, or that nothing is called so."""
        return NOTHING.format(find=key_of(self.app, "find", "/")) if words.strip() and not count else KEYS

    @staticmethod
    def act(line: PaletteLine | None) -> None:
        """Do what was chosen, once the palette is gone."""
        if line is not None:
            line.act()


def _worth(words: str, line: PaletteLine) -> float:
    if line.is_asked:
        return _ASKED * likeness(words, "", f"{line.words}\n{line.explained}")
    return likeness(words, line.words, line.explained)


def offered(screen: Screen[Any]) -> tuple[Iterable[PaletteLine], Iterator[Sequence[PaletteLine]]]:
    """What `screen` says can be done and opened there, else what can be done everywhere; and what it asks."""
    lines: Callable[[], Iterable[PaletteLine]] | None = getattr(screen, "palette_lines", None)
    questions: Callable[[], Iterator[Sequence[PaletteLine]]] | None
    questions = getattr(screen, "palette_questions", None)
    return lines() if lines else command_lines(screen).values(), questions() if questions else iter(())
