"""Tables in which time runs to the right, set for a given width: numbers as blocks, ticks as signs."""

from collections.abc import Iterator, Sequence
from datetime import date

from textual.content import Content

from ....book import month_of
from ....export import Cell, History, Line, Table
from ..prose import hung

BLOCKS = "▁▂▃▄▅▆▇█"
TICKED, LEFT = "■", "·"
OLDER = "‹"
"""Stands where older columns had no room."""
INDENT = 2
LONGEST_LABEL = 14
"""Cells for the words of a line where there is plenty of room; what is longer is cut."""


class Columns:
    """The columns that fit a width, the newest ones, and how wide they are."""

    def __init__(self, history: History, width: int, today: date) -> None:
        labels = [Content(line.label).cell_length for table in history.tables for line in table.lines]
        self._label = max(4, min(max(labels, default=0), LONGEST_LABEL, width // 3))
        self._cell = max(3, *(_digits(table) for table in history.tables), 0) + 1
        fitting = max(1, (width - INDENT - self._label) // self._cell)
        self._hidden = max(0, len(history.columns) - fitting)
        self._columns = history.columns[self._hidden :]
        self._today = today

    def head(self) -> Iterator[Content]:
        """The months, and the days under them; the years above where not all is of this one."""
        days = [column.day for column in self._columns]
        known = [day for day in days if day]
        if any(day.year != self._today.year for day in known):
            yield self._quiet("", _changes(days, "year"), loose=True)
        yield self._quiet("", [f"{month[:3]:>3}" for month in _changes(days, "month")])
        numbers = [f"{day.day:>3}" if day else "  …" for day in days]
        yield self._quiet(OLDER if self._hidden else "", numbers)

    def rows(self, table: Table) -> Iterator[Content]:
        """The lines of `table`: of a scale its blocks and its numbers."""
        for line in table.lines:
            cells = line.cells[self._hidden :]
            if table.scale is None:
                yield self._ticks(line, cells)
            else:
                least, most = table.scale.least, table.scale.most
                yield self._row("", [_block(cell, least, most) for cell in cells]).stylize("$accent")
                bounds = Content(f"{least}–{most}").stylize("$text-muted")
                yield self._row(bounds, ["" if cell is None else str(cell) for cell in cells])

    def _ticks(self, line: Line, cells: Sequence[Cell]) -> Content:
        label = Content(line.label)
        if label.cell_length > self._label:
            label = label.truncate(self._label - 1).rstrip() + Content("…")
        return self._row(label, [_sign(cell) for cell in cells])

    def _quiet(self, label: str, cells: Sequence[str], *, loose: bool = False) -> Content:
        """A row of the head; a `loose` one may write into the next cell."""
        mark = Content(" " * (self._label - 1) + label) if label else Content("")
        return self._row(mark, cells, loose=loose).stylize("$text-muted")

    def _row(self, label: str | Content, cells: Sequence[str], *, loose: bool = False) -> Content:
        first = Content(label) if isinstance(label, str) else label
        set_ = [cell.ljust(self._cell) if loose else f"{cell:>{self._cell - 1}} " for cell in cells]
        before = Content(" " * INDENT) + first.pad_right(self._label - first.cell_length)
        return before + Content("".join(set_).rstrip())


def set_tables(history: History, width: int, today: date) -> list[Content]:
    """All tables under one head, each with its question; nothing where there are none."""
    lines: list[Content] = []
    columns = Columns(history, width, today)
    for number, table in enumerate(history.tables):
        asked = Content(table.question).stylize("$text-muted")
        lines += [Content("")] if number else []
        if table.question:
            lines += [*(line for line, _ in hung(Content(""), asked, width)), Content("")]
        lines += columns.head() if not number else []
        lines += columns.rows(table)
    return lines


def _digits(table: Table) -> int:
    return max(len(str(table.scale.least)), len(str(table.scale.most))) if table.scale else 0


def _block(cell: Cell, least: int, most: int) -> str:
    """The block of a number within its fixed bounds: what is low looks low, whatever came before."""
    return "" if cell is None else BLOCKS[(int(cell) - least) * len(BLOCKS) // (most - least + 1)]


def _sign(cell: Cell) -> str:
    return "" if cell is None else TICKED if cell else LEFT


def _changes(days: Sequence[date | None], what: str) -> list[str]:
    """The month, or the year, over the first of its days; nothing over the others."""
    said: list[str] = []
    before: tuple[int, int] | None = None
    for day in days:
        at = (day.year, day.month if what == "month" else 0) if day else None
        named = (month_of(day) if what == "month" else str(day.year)) if day else ""
        said.append(named if at != before else "")
        before = at or before
    return said
