"""What GNU screen makes of a program, and what the workbook therefore does without in it.

It keeps Esc to itself until the next key while a program hears the mouse (4.9.0), and it shows italics in
reverse, as a cursor is shown.
"""

import os
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter


def is_gnu_screen() -> bool:
    """Whether the program stands in a window of GNU screen, which says so in this variable."""
    return bool(os.environ.get("STY"))


class Upright(LineFilter):
    """Shows what would be in italics as any other words."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's
        """The segments of a line, upright."""
        return [
            Segment(text, _upright(style) if style and style.italic else style, control)
            for text, style, control in segments
        ]


@lru_cache(256)
def _upright(style: Style) -> Style:
    return style + Style(italic=False)
