"""What every field has in common."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from rich.segment import Segment
from textual.color import Color
from textual.content import Content
from textual.filter import LineFilter
from textual.geometry import Offset
from textual.screen import Screen
from textual.selection import Selection
from textual.widget import Widget

_ENTRY = re.compile(r"@[^/]*")


class Marked(LineFilter):
    """Draws all of a line as words that are marked."""

    def __init__(self, screen: Screen[Any]) -> None:
        super().__init__()
        self._style = screen.get_component_rich_style("screen--selection")

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - a LineFilter's
        """`segments` in the colours of what is marked."""
        style = self._style
        return [
            Segment(text, before + style if before else style, control) for text, before, control in segments
        ]


class Fillable(Widget):
    """A field: the address it fills, and where in it the cursor stands."""

    address: str
    """Of a list of ticks, the address above theirs; of a card or a turn, that of its row with a `/`."""

    hints: ClassVar[tuple[tuple[str, str, str], ...]] = ()
    """Its own keys for the key line: (key, what it does, the action of a click)."""

    locked: bool = False
    """Whether nothing can be filled in here, as in a second copy of the program."""

    answering: ClassVar[frozenset[str]] = frozenset(("space", "enter", "backspace", "delete"))
    """The keys, apart from those of typing, by which the reader means to answer."""

    changing: ClassVar[frozenset[str]] = frozenset(
        ("up", "down", "left", "right", "space", "enter", "backspace", "delete", *"0123456789")
    )
    """The keys that change it, or move in it: out of sight they only bring it back."""

    @property
    def cursor(self) -> tuple[int, int]:
        """Line and column, or the number of an option and 0; (0, 0) where there is no cursor."""
        return 0, 0

    @cursor.setter
    def cursor(self, cursor: tuple[int, int]) -> None:
        """Put the cursor back where it was, as near as what stands there now allows."""

    @property
    def cursor_rows(self) -> tuple[int, int]:
        """Row and height of what the cursor stands on, counted in the field; of a small one, all of it."""
        return 0, self.content_region.height

    @property
    def written(self) -> str | None:
        """Its answer as it is copied; None where a copy holds what is drawn."""
        return None

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """All of the answer, where a drag takes it in, and what parts it from what comes next."""
        if self.written is None:
            return super().get_selection(selection)
        return (self.written, "\n\n") if self.written else None

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line goes through; Textual would not show of a list or a text that it is marked."""
        filters = super().get_line_filters()
        is_marked = self.written is not None and self.is_attached and self.text_selection is not None
        return [*filters, Marked(self.screen)] if is_marked else filters

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's own cursor belongs: at the beginning of the row."""
        return self.content_region.offset + Offset(0, self.cursor_rows[0])

    def note(self, words: str) -> None:
        """Show some quiet words under the field, in the line that the class `noted` keeps free."""
        self.border_subtitle = Content(words)

    def point(self, address: str) -> None:
        """Put the cursor on what stands at `address`, where the field holds more than one thing."""


def without_entry(address: str) -> str:
    """`address` in whichever entry is present: `checkin/weekly/near` for `checkin/weekly@2026-W48/near`."""
    return _ENTRY.sub("", address)


def is_within(address: str, above: str) -> bool:
    """Whether `address` stands at `above` or under it, in whichever entry."""
    return f"{without_entry(address)}/".startswith(f"{without_entry(above)}/")


def fields_within(holder: Widget) -> Iterator[Fillable]:
    """The fields that `holder` holds, in order; a query by type would follow the first base class alone."""
    return (widget for widget in holder.walk_children() if isinstance(widget, Fillable))


def counted(number: int, most: int, noun: str = "ticked") -> str:
    """`3 of 5 ticked`; nothing while there are none. `most` is a hint, never a gate."""
    if number > most:
        return f"{number} {noun}, {most} were asked for"
    return f"{number} of {most} {noun}" if number else ""
