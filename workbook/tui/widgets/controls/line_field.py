"""A field of one line that belongs to no exercise: words to look for, a path."""

import re
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widgets import Input
from textual.widgets.input import Selection

from ....text import clean, typed
from ...letters import bare, letter_after, letter_before
from ..prose.ruled import ruled

_WORD = re.compile(r"(?<!\w)\w")
"""Where a word begins."""


def line_at(line: Input) -> Offset:
    """Where on the screen the cursor of `line` is drawn; Textual says a cell more for one at the end."""
    before = cell_len(line.value[: line.cursor_position])
    return line.content_region.offset + Offset(before - line.scroll_offset.x, 0)


class LineField(Input):
    """One line of clean text; nothing is marked when it gets the focus, so that no key wipes it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"field--rule"}

    def __init__(self, value: str = "", *, placeholder: str = "") -> None:
        super().__init__(value, placeholder=placeholder, select_on_focus=False, compact=True)
        self.cursor_blink = False

    def render_line(self, y: int) -> Strip:
        """The line, ruled where nothing is written."""
        return ruled(super().render_line(y), self.get_component_rich_style("field--rule", partial=True))

    def on_focus(self) -> None:
        """Show the place where typing goes on, in a line that is longer than the field."""
        self._show_cursor()

    def on_resize(self) -> None:
        """Go on showing it."""
        if self.has_focus:
            self._show_cursor()

    def _show_cursor(self) -> None:
        before = cell_len(self.value[: self.cursor_position])
        self.scroll_to_region(Region(before, 0, 1, 1), force=True, animate=False)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's own cursor belongs."""
        return line_at(self)

    def validate_value(self, value: str) -> str:
        """`value` as it may be drawn, however it came in."""
        return clean(value).replace("\n", " ")

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether the key only adds words; the stock field lets through what it takes for no character."""
        return super().check_consume_key(key, character) or bool(typed(character))

    def on_key(self, event: events.Key) -> None:
        """Insert what the stock field would drop: a joiner, say, or a space of another script."""
        if (words := typed(event.character)) and not event.is_printable:
            event.stop()
            event.prevent_default()
            self._insert(words)

    def on_paste(self, event: events.Paste) -> None:
        """Insert all that was pasted, in one line; the stock field takes its first line."""
        event.stop()
        event.prevent_default()
        self._insert(" ".join(clean(event.text).strip("\n").split("\n")))

    def _insert(self, words: str) -> None:
        self.replace(words, *sorted(self.selection))

    def action_copy(self) -> None:
        """Copy what is marked, or say that nothing is; the stock field is silent."""
        self.app.copy_to_clipboard(self.selected_text)

    def action_cursor_left(self, select: bool = False) -> None:
        """Go a letter to the left."""
        if select or self.selection.is_empty:
            self._go(letter_before(self.value, self.cursor_position), select)
        else:
            super().action_cursor_left()

    def action_cursor_right(self, select: bool = False) -> None:
        """Go a letter to the right."""
        if select or self.selection.is_empty:
            self._go(letter_after(self.value, self.cursor_position), select)
        else:
            super().action_cursor_right()

    def action_delete_left(self) -> None:
        """Take out the letter before the cursor, or what is marked."""
        self._take_out(letter_before(self.value, self.cursor_position))

    def action_delete_right(self) -> None:
        """Take out the letter after the cursor, or what is marked."""
        self._take_out(letter_after(self.value, self.cursor_position))

    def action_cursor_left_word(self, select: bool = False) -> None:
        """Go to the beginning of a word."""
        self._go(self._word_before, select)

    def action_cursor_right_word(self, select: bool = False) -> None:
        """Go to the beginning of the next word."""
        self._go(self._word_after, select)

    def action_delete_left_word(self) -> None:
        """Take out what stands before the cursor, back to the beginning of a word."""
        self._take_out(self._word_before)

    def action_delete_right_word(self) -> None:
        """Take out what stands after the cursor, up to the next word."""
        self._take_out(self._word_after)

    @property
    def _word_before(self) -> int:
        found = [word.start() for word in _WORD.finditer(bare(self.value)[: self.cursor_position])]
        return found[-1] if found else 0

    @property
    def _word_after(self) -> int:
        found = _WORD.search(bare(self.value), self.cursor_position + 1)
        return found.start() if found else len(self.value)

    def _go(self, at: int, select: bool) -> None:
        if select:
            self.selection = Selection(self.selection.start, at)
        else:
            self.cursor_position = at

    def _take_out(self, to: int) -> None:
        if self.selection.is_empty:
            self.delete(*sorted((self.cursor_position, to)))
        else:
            self.delete_selection()
