"""The ticks that lead somewhere, as they stand in the answers: which, how strongly, and which are missing."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, assert_never

from ...text import one_line
from ..kinds import AnyField, Checklist, Choice, Group, Scale, Text
from ..model import Answer, Book, Exercise, Item, chapter_of, entries, plain

_MARKS = ("leads=", "absent=", "holds=")


class Tick(NamedTuple):
    """A ticked item or row, the option chosen of a choice, or what is left unticked beside a tick."""

    item: Item
    ticked: bool
    strength: int = 1
    chosen: str = ""
    """The words of the option that says how strongly it counts, or empty."""

    @property
    def places(self) -> tuple[str, ...]:
        """Where it leads, the place that counts double first."""
        return self.item.leads.ticked if self.ticked else self.item.leads.absent

    @property
    def held(self) -> tuple[str, ...]:
        """The places that it takes out of the suggestions."""
        return self.item.leads.holds if self.ticked else ()


def ticks(book: Book, answers: Mapping[str, Answer]) -> Iterator[Tick]:
    """Every item of the book that says something by being ticked or left out, in reading order.

    Only chapters that lead somewhere are read, and of these only such as have answers.
    """
    leading = {front.path for mark in _MARKS for front in book.mentioning(mark)}
    answered = set(map(chapter_of, answers))
    for front in book.fronts:
        if front.path in leading and front.id in answered:
            for exercise in book.open(front).exercises.values():
                yield from _of_exercise(f"{front.id}/{exercise.id}", exercise, answers)


def words_of(item: Item) -> str:
    """The words for `item` inside a sentence: its `short`, else its label in quotes."""
    return item.short or f"“{one_line(plain(item.label)).rstrip('.')}”"


def _of_exercise(at: str, exercise: Exercise, answers: Mapping[str, Answer]) -> Iterator[Tick]:
    """The ticks of one exercise; of one that repeats, those of its newest entry."""
    if isinstance(exercise, AnyField):
        yield from _of_field(at, exercise, answers)
    elif isinstance(exercise, Group):
        places = (f"{at}@{entry}" for entry in entries(at, answers)[-1:]) if exercise.repeats else (at,)
        for place in places:
            yield from _of_rows(place, exercise, answers)
            yield from _of_fields(place, exercise, answers)


def _of_field(at: str, part: AnyField, answers: Mapping[str, Answer]) -> Iterator[Tick]:
    """The ticks of a checklist, or the option chosen of a choice; what has no list leads nowhere."""
    match part:
        case Checklist():
            yield from _of_items(at, part.items, answers)
        case Choice():
            yield from (Tick(item, True) for item in part.items if item.id == answers.get(at))
        case Scale() | Text():
            pass
        case _:
            assert_never(part)


def _of_items(at: str, items: tuple[Item, ...], answers: Mapping[str, Answer]) -> Iterator[Tick]:
    marks = [answers.get(f"{at}/{item.id}") is True for item in items]
    if any(marks):
        yield from (Tick(item, ticked) for item, ticked in zip(items, marks, strict=True))


def _of_rows(at: str, group: Group, answers: Mapping[str, Answer]) -> Iterator[Tick]:
    for tick in _of_items(at, tuple(row for row in group.rows if row.boxed), answers):
        value = answers.get(f"{at}/{tick.item.id}/{group.weigh}")
        yield _weighed(tick, group, value) if tick.ticked else tick


def _weighed(tick: Tick, group: Group, value: Answer | None) -> Tick:
    """`tick` as strong as the option that was chosen for it, or as it is where none was."""
    for part in group.fields:
        if part.id == group.weigh and isinstance(part, Choice):
            for position, option in enumerate(part.items, start=1):
                if option.id == value:
                    return Tick(tick.item, True, position, one_line(plain(option.label)))
    return tick


def _of_fields(at: str, group: Group, answers: Mapping[str, Answer]) -> Iterator[Tick]:
    """The ticks and chosen options of its fields, but for those of rows that are not open."""
    shut = {row.id for row in group.rows if row.boxed and answers.get(f"{at}/{row.id}") is not True}
    open_rows = [row.id for row in group.rows if group.always_open or row.id not in shut]
    for place in (f"{at}/{row}" for row in open_rows) if group.rows else (at,):
        for part in group.fields:
            yield from _of_field(f"{place}/{part.id}", part, answers)
