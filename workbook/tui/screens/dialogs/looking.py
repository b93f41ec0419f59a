"""A line to type in, and below it what is meant by it: what find and the palette have in common."""

import asyncio
from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.visual import Visual
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ...widgets import LineField, Options
from .dialog import Dialog
from .pointing import PointingScreen

PAUSE = 0.12
"""Seconds after the last key in which nothing is looked for yet."""

KEYS = "↑ ↓ choose, Enter opens, Esc closes."

Found = TypeVar("Found")


class FoundList(Options, can_focus=False):
    """What was found; the focus stays with the words that are looked for."""


class LookingDialog(Dialog[Found], PointingScreen[Found], Generic[Found]):
    """Words to look for, and what they find; the result is the one that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move('cursor_down')", show=False),
        Binding("up", "move('cursor_up')", show=False),
        Binding("pagedown", "move('page_down')", show=False),
        Binding("pageup", "move('page_up')", show=False),
        Binding("ctrl+home", "move('first')", show=False),
        Binding("ctrl+end", "move('last')", show=False),
    ]

    keys_here: ClassVar = (
        ("a word or two", "Look for them; every one has to be there."),
        ("↑ ↓, PgUp, PgDn", "Choose in the list, while you type on."),
        ("Enter", "Open what the sign stands at."),
        ("Esc", "Close it; nothing has happened."),
    )
    line = query_one(LineField)
    told = query_one(Static)
    places = query_one(FoundList)

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self._placeholder = placeholder
        self.words = ""
        """The words whose finds are shown."""
        self._found: Sequence[Found] = ()
        self._here: int | None = None
        """The one that the sign stands before."""

    def sought(self, words: str) -> Sequence[Found]:
        """What is meant by `words`, the likeliest first."""
        raise NotImplementedError

    def drawn(self, found: Found, mark: str) -> Visual:
        """One of them, after the `mark` of where the cursor is."""
        raise NotImplementedError

    def said(self, words: str, count: int) -> str:
        """What is said of `count` finds for `words`."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The words, what is said of them, what they find."""
        with Vertical():
            yield LineField(placeholder=self._placeholder)
            yield Static(Content(self.said("", 0)))
            yield FoundList(compact=True)

    def on_mount(self) -> None:
        """Type at once."""
        self.line.focus()

    @on(Input.Changed)
    def _look_soon(self, event: Input.Changed) -> None:
        event.stop()
        self._look_after_pause(event.value)

    @work(group="find", exclusive=True)
    async def _look_after_pause(self, words: str) -> None:
        await asyncio.sleep(PAUSE)
        await self.prepare(words)
        self.look(words)

    async def prepare(self, words: str) -> None:
        """Read whatever is needed to look for `words`."""

    def look(self, words: str, at: int = 0) -> None:
        """Show what `words` find, with the cursor on the one numbered `at`, or still on what it stood on."""
        chosen = self._found[self._here] if self._here and words == self.words else None
        self.words = words
        self._found = self.sought(words)
        if chosen in self._found:
            at = self._found.index(chosen)
        self._here = min(at, len(self._found) - 1) if self._found else None
        self.places.set_options(Option(self._line(number)) for number in range(len(self._found)))
        if not self._found:
            self.places.refresh(layout=True)  # Textual's list stays as high as it was
        self.places.highlighted = self._here
        self.set_class(bool(self._found), "-found")
        self.told.update(Content(self.said(words, len(self._found))))

    @on(OptionList.OptionHighlighted)
    def _mark(self, event: OptionList.OptionHighlighted) -> None:
        """Put a sign before the place under the cursor, so that it shows without colours too."""
        event.stop()
        if event.option_index != self.places.highlighted:
            return  # it was on its way while other places were found
        before, self._here = self._here, event.option_index
        for number in {before, self._here} if before != self._here else ():
            if number is not None:
                self.places.replace_option_prompt_at_index(number, self._line(number))

    def _line(self, number: int) -> Visual:
        return self.drawn(self._found[number], "▸ " if number == self._here else "  ")

    def action_move(self, action: str) -> None:
        """Move the cursor in the list of places, which is that of the words as they stand."""
        self._look_now()
        getattr(self.places, f"action_{action}")()
        self.point(self.places)

    def _look_now(self) -> None:
        """Wait no longer: who is quicker than the pause means what stands in the line."""
        if self.line.value != self.words:
            self.workers.cancel_group(self, "find")
            self.look(self.line.value)

    @on(Input.Submitted)
    def _open_highlighted(self, event: Input.Submitted) -> None:
        """Open the place under the cursor; who types and presses Enter at once means the first."""
        event.stop()
        self._look_now()
        self._open(self.places.highlighted)

    @on(OptionList.OptionSelected)
    def _open_clicked(self, event: OptionList.OptionSelected) -> None:
        """Open what was clicked, unless other things were found meanwhile."""
        event.stop()
        if event.option in self.places.options:
            self._open(event.option_index)

    def _open(self, number: int | None) -> None:
        if number is not None:
            self.choose(number, self._found[number])

    def choose(self, number: int, found: Found) -> None:  # noqa: ARG002 - for those who remember it
        """Leave with what was found, the one numbered `number`."""
        self.dismiss(found)
