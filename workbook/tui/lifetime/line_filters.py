"""What every line goes through before it is written to the terminal, whatever a widget has drawn."""

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from ...text import clean
from ..gnu_screen import is_gnu_screen


class _Harmless(LineFilter):
    """The last line before the terminal: whatever a widget draws, no control character leaves it.

    Every text is cleaned on its way in; this is for the one that is forgotten some day.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - a LineFilter's
        """`segments` as they may be written; nearly always the very same ones."""
        if all(segment.text.isprintable() for segment in segments):
            return segments
        return [Segment(clean(text).replace("\n", ""), style, control) for text, style, control in segments]


class _Upright(LineFilter):
    """Shows what would be in italics as any other words."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - a LineFilter's
        """The segments of a line, upright."""
        return [
            Segment(text, _upright(style) if style and style.italic else style, control)
            for text, style, control in segments
        ]


@lru_cache(256)
def _upright(style: Style) -> Style:
    return style + Style(italic=False)


def line_filters() -> tuple[LineFilter, ...]:
    """The filters of ours for the terminal in which the program stands."""
    return (_Harmless(), _Upright()) if is_gnu_screen() else (_Harmless(),)
