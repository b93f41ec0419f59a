"""A field of one line that belongs to no exercise: words to look for, a path."""

from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.geometry import Offset
from textual.strip import Strip
from textual.widgets import Input

from ....text import clean, typed
from ..prose.ruled import ruled


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
