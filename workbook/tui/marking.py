"""What two and three clicks mark in a text."""

import re
from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Offset
from textual.selection import Selection
from textual.widget import Widget

from .letters import bare

_WORD = re.compile(r"[^\W_]+(?:['’‐-]+[^\W_]+)*")
"""A word as a reader sees it: *it's* and *check-in* are one."""


def word_at(row: str, at: int) -> tuple[int, int]:
    """Where the word under character `at` of `row` begins and ends; of a space, that character."""
    found = (word.span() for word in _WORD.finditer(bare(row)))
    return next((span for span in found if span[0] <= at < span[1]), (at, at + 1))


def marked_by_clicks(widget: Widget, at: Offset, clicks: int) -> Selection | None:
    """What `clicks` mark at the character `at` of `widget`; nothing in a field or in what can be pressed."""
    rows = _rows(widget)
    if widget.focusable or not 0 <= at.y < len(rows) or not rows[at.y][0].strip():
        return None
    row, paragraph = rows[at.y]
    if clicks == 2:
        first, last = word_at(row, at.x)
        return Selection(Offset(first, at.y), Offset(last, at.y))
    numbers = [number for number, (words, of) in enumerate(rows) if of == paragraph and words]
    return Selection(Offset(0, numbers[0]), Offset(len(rows[numbers[-1]][0]), numbers[-1]))


def _rows(widget: Widget) -> Sequence[tuple[str, int]]:
    """The rows of what `widget` draws, each with the number of its paragraph."""
    rows: Sequence[tuple[str, int]] | None = getattr(widget, "paragraphs", None)
    if rows is not None:
        return rows
    drawn = widget.render()
    return (
        [(row, number) for number, row in enumerate(drawn.plain.split("\n"))]
        if isinstance(drawn, Content)
        else ()
    )
