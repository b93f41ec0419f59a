"""Then and now, as data: all that was answered in an exercise that repeats, question by question.

Words come first, each with the entry it is of, the newest first; then what can be counted, in lines with a
column for each entry, time running to the right. The page draws it, and the print writes it.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple, TypeAlias, assert_never

from ..book import (
    Answer,
    AnyField,
    Checklist,
    Choice,
    Group,
    Item,
    Row,
    Scale,
    Text,
    after_of,
    entries,
    moment_of,
    phrases,
    plain,
)
from .sections import label_of_row, question_of

LONGEST_GAP = 8
"""Periods without an entry that are a column each: two months of weeks. A longer gap is one column."""

_DAYS = {"day": 1, "week": 7}

Cell: TypeAlias = int | bool | None
"""A number, or whether it was ticked; None where the entry says neither."""


class Then(NamedTuple):
    """The words of one entry."""

    entry: str
    day: date
    words: str


class Remembered(NamedTuple):
    """One question with the words that were written to it, the newest first."""

    question: str
    said: tuple[Then, ...]


class Column(NamedTuple):
    """One entry, or a period without one."""

    day: date | None
    """On which it begins; None in the place of a longer gap."""
    entry: str = ""
    """Empty where there is none."""


class Line(NamedTuple):
    """One thing that was asked each time, with a cell for each column."""

    label: str
    """The short words of an item or an option; empty of a scale, whose question says it all."""
    cells: tuple[Cell, ...]


class Table(NamedTuple):
    """One question whose answers can be seen side by side."""

    question: str
    lines: tuple[Line, ...]
    scale: Scale | None = None
    """What its numbers are of; None where its cells are ticks."""

    @property
    def bounds(self) -> str:
        """`0–10`, what its numbers lie between; empty where its cells are ticks."""
        return f"{self.scale.least}–{self.scale.most}" if self.scale else ""


class History(NamedTuple):
    """All that was answered in one exercise."""

    texts: tuple[Remembered, ...]
    columns: tuple[Column, ...]
    """The oldest first."""
    tables: tuple[Table, ...]
    """Those of numbers first."""

    def __bool__(self) -> bool:
        return any(column.entry for column in self.columns)

    @property
    def entries(self) -> tuple[Column, ...]:
        """The columns that are entries, the newest first."""
        return tuple(column for column in reversed(self.columns) if column.entry)


def history(
    group: Group, at: str, answers: Mapping[str, Answer], today: date, *, without: str = ""
) -> History:
    """What was answered in `group`, which stands at `at` (`checkin/weekly`), in all entries but `without`."""
    names = [
        name
        for name in entries(at, answers, after_of(answers))
        if name != without and _holds_anything(group, f"{at}@{name}", answers)
    ]
    columns = _columns(group, names)
    rows: Sequence[Row | None] = group.rows or (None,)
    asked = [_Asked(group, row, field, at, answers) for row in rows for field in group.fields]
    texts = (_remembered(one, names, today) for one in asked)
    tables = [_ticked_rows(group, at, columns, answers), *(_table(one, columns) for one in asked)]
    tables.sort(key=lambda table: table.scale is None)
    return History(
        texts=tuple(text for text in texts if text.said),
        columns=columns,
        tables=tuple(table for table in tables if _says_anything(table)),
    )


def _holds_anything(group: Group, at: str, answers: Mapping[str, Answer]) -> bool:
    return any(blank.address in answers and blank.takes(answers[blank.address]) for blank in group.blanks(at))


def _columns(group: Group, names: Sequence[str]) -> tuple[Column, ...]:
    """A column for each entry, and for each period between two of them; a long gap is one."""
    columns: list[Column] = []
    for name in names:
        began = moment_of(name)
        assert began  # `entries` knows no other names
        day, before = began.date(), columns[-1].day if columns else None
        if before and group.repeat in _DAYS:
            step = timedelta(days=_DAYS[group.repeat])
            missed = (day - before) // step - 1
            gaps = [Column(before + step * number) for number in range(1, missed + 1)]
            columns += gaps if missed <= LONGEST_GAP else [Column(None)]
        columns.append(Column(day, name))
    return tuple(columns)


class _Asked(NamedTuple):
    """A field of a group, in one of its rows."""

    group: Group
    row: Row | None
    field: AnyField
    at: str
    answers: Mapping[str, Answer]

    @property
    def question(self) -> str:
        """The row and what is asked of it, in plain words."""
        asked = question_of(self.field.prompt)
        return ": ".join(filter(None, (label_of_row(self.row), asked))) if self.row else asked

    def address(self, entry: str) -> str:
        """Its address in `entry`; nothing where its row waits for a tick there."""
        if self.row is None:
            return f"{self.at}@{entry}/{self.field.id}"
        row = f"{self.at}@{entry}/{self.row.id}"
        is_shut = self.row.boxed and self.group.opens_by_tick and self.answers.get(row) is not True
        return "" if is_shut else f"{row}/{self.field.id}"


def _remembered(asked: _Asked, names: Sequence[str], today: date) -> Remembered:
    """The words that were written to it; what waits for a day says so."""
    field, said = asked.field, []
    for name in reversed(names) if isinstance(field, Text) else ():
        address, began = asked.address(name), moment_of(name)
        if began and isinstance(field, Text) and (told := field.told(address, asked.answers)):
            until = field.waits_until(address, asked.answers, today)
            words = phrases.folded_until(until, today) if until else told[0].words
            said.append(Then(name, began.date(), words))
    return Remembered(asked.question, tuple(said))


def _table(asked: _Asked, columns: Sequence[Column]) -> Table:
    """The numbers, ticks or choices of a field; no line of a text, whose words are remembered."""
    field, answers = asked.field, asked.answers
    addresses = [asked.address(column.entry) if column.entry else "" for column in columns]
    lines: tuple[Line, ...] = ()
    match field:
        case Scale():
            numbers = (answers.get(address) for address in addresses)
            lines = (Line("", tuple(n if type(n) is int and field.takes(n) else None for n in numbers)),)
        case Checklist():
            lines = _lines(field.items, [_ticked(field.items, address, answers) for address in addresses])
        case Choice():
            chosen = [field.option(answers.get(address)) for address in addresses]
            lines = _lines(field.items, [{item.id} if item else set() for item in chosen])
        case Text():
            pass
        case _:
            assert_never(field)
    return Table(asked.question, lines, field if isinstance(field, Scale) else None)


def _ticked_rows(group: Group, at: str, columns: Sequence[Column], answers: Mapping[str, Answer]) -> Table:
    """The ticks of its rows themselves."""
    rows = [row for row in group.rows if row.boxed]
    ticked = [_ticked(rows, f"{at}@{column.entry}", answers) for column in columns]
    return Table(question_of(group.prompt), _lines(rows, ticked))


def _ticked(items: Sequence[Item], at: str, answers: Mapping[str, Answer]) -> set[str]:
    return {item.id for item in items if answers.get(f"{at}/{item.id}") is True}


def _lines(items: Sequence[Item], ticked: Sequence[set[str]]) -> tuple[Line, ...]:
    """A line for each item; where nothing at all was ticked, an entry says nothing of any."""
    return tuple(
        Line(item.short or plain(item.label), tuple(item.id in names if names else None for names in ticked))
        for item in items
    )


def _says_anything(table: Table) -> bool:
    return any(cell is not None for line in table.lines for cell in line.cells)
