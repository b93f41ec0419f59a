"""The reader's own words of another day, quiet above the field that recalls them."""

from collections.abc import Sequence

from textual.content import Content

from ....session import Above
from ..prose import Lines, hung

GAP = 3
"""Cells between where words come from and the words."""
WIDEST = 18
"""Cells for where they come from; what needs more stands on a line of its own."""
LEAST = 30
"""Cells that the words are given beside it at least; else they stand beneath."""
ROWS = 3
"""Of each, so that it stays a glance; where there are more than that many, each has one row."""


class RecalledView(Lines):
    """Where the words come from, at the left, and the words; never a part of the answer."""

    def __init__(self, found: Sequence[Above]) -> None:
        super().__init__()
        self._found = found

    def wrapped(self, width: int) -> list[Content]:
        """The words, each cut after some rows."""
        column = max(Content(one.source).cell_length for one in self._found) + GAP
        is_beside = column <= WIDEST + GAP and width - column >= LEAST
        rows = ROWS if len(self._found) <= ROWS else 1
        lines: list[Content] = []
        before = ""
        for source, said in self._found:
            shown = "" if source == before else source
            before = source
            if is_beside:
                first = Content(shown).pad_right(column - Content(shown).cell_length)
            else:
                lines += [line for line, _ in hung(Content(""), Content(shown), width)] if shown else []
                first = Content("  ")
            lines += cut([line for line, _ in hung(first, Content(said), width)], rows, width)
        return lines


def cut(lines: list[Content], rows: int, width: int) -> list[Content]:
    """The first `rows` of `lines`; where there are more, the last of these ends in `…`."""
    if len(lines) <= rows:
        return lines
    last = lines[rows - 1].rstrip()
    return [*lines[: rows - 1], last.truncate(width - 1) + Content("…")]
