"""Then and now as Markdown, for paper: words by their day, then tables that fit a page."""

from collections.abc import Iterator, Sequence
from datetime import date

from ..book import BLANKS, escaped_inside, phrases, quoted
from .history import Cell, Column, History, Table

AT_ONCE = 6
"""Entries in one table: as many days as stand side by side on a sheet of A4, in words."""

TICKED, LEFT = "■", "·"


def history_lines(history: History, today: date) -> list[str]:
    """The words by question and day, the newest first; then the tables, those of the newest entries first.

    Within a table time runs to the right. A period without an entry has no column here.
    """
    lines: list[str] = []
    for text in history.texts:
        lines += [f"**{escaped_inside(text.question)}**", ""] if text.question else []
        for one in text.said:
            day = escaped_inside(phrases.on_day(one.day, today))
            lines += [f"*{day}*", "", *quoted(one.words, broken_by=BLANKS), ""]
    for table in history.tables:
        lines += [f"**{escaped_inside(table.question)}**", ""] if table.question else []
        for numbers in sheets(history.columns):
            lines += [*_table(table, history.columns, numbers, today), ""]
    return lines[:-1]


def sheets(columns: Sequence[Column]) -> Iterator[list[int]]:
    """Which columns stand in each table, entries alone; the newest ones first."""
    numbers = [number for number, column in enumerate(columns) if column.entry]
    for end in range(len(numbers), 0, -AT_ONCE):
        yield numbers[max(0, end - AT_ONCE) : end]


def _table(table: Table, columns: Sequence[Column], numbers: Sequence[int], today: date) -> Iterator[str]:
    days = [day for number in numbers if (day := columns[number].day)]
    yield _row("", [phrases.on_day(day, today) for day in days])
    yield "| --- |" + " ---: |" * len(numbers)
    for line in table.lines:
        yield _row(line.label or table.bounds, [told(line.cells[number]) for number in numbers])


def _row(label: str, cells: Sequence[str]) -> str:
    return "|".join(["", *(f" {escaped_inside(cell)} " if cell else " " for cell in (label, *cells)), ""])


def told(cell: Cell) -> str:
    """A number, or a mark that prints on every printer."""
    if isinstance(cell, bool):
        return TICKED if cell else LEFT
    return "" if cell is None else str(cell)
