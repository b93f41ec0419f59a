"""Prose that was marked, as it was written: without the newlines, the indents and the bars of the screen."""

from collections.abc import Sequence

from textual.geometry import Offset
from textual.selection import Selection

from ....book import Block, Prose
from .typeset import Line

_BARRED = {"quote": 2, "problem": 2}
"""Cells of the bar before each row of a block of these kinds."""


def unwrapped(prose: Prose, lines: Sequence[Line], selection: Selection) -> str:
    """The words of `prose`, set as `lines`, that `selection` takes in."""
    first = selection.start or Offset(0, 0)
    last = selection.end or Offset(len(lines[-1].content.plain) if lines else 0, len(lines) - 1)
    text = ""
    for number, line in enumerate(lines[first.y : last.y + 1], first.y):
        block, row = prose.blocks[line.block], line.content.plain
        start = max(first.x if number == first.y else 0, _before_the_words(block, line))
        joint = _joint(block, line) if number > first.y else ""
        text += joint + row[start : last.x if number == last.y else None].rstrip()
    return text.strip("\n")


def _before_the_words(block: Block, line: Line) -> int:
    """How many characters of a row were never written; the mark of an item was."""
    row = line.content.plain
    hanging = len(row) - len(row.lstrip()) if line.offset else 0
    return _BARRED.get(block.kind, hanging)


def _joint(block: Block, line: Line) -> str:
    """What was written between the row before and this one: a space, a newline, or nothing in a long word."""
    if not line.offset:
        return "\n"
    gap = "".join(run.text for run in block.runs)[line.offset - 1]
    return gap if gap == "\n" else " " if gap.isspace() else ""
