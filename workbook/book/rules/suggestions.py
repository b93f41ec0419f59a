"""A place to start: what the reader's own ticks lead to, with the reasons, and nothing that is not in them.

The book says where each tick leads (`leads`, `absent`, `holds`); here the ticks are counted together.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ...text import one_line
from ..kinds import Group, Row
from ..model import Answer, Book, Exercise, Front, plain
from .ticks import Tick, ticks, words_of

MOST = 2
"""So many places are named at once: two steps at a time are plenty."""


class Reason(NamedTuple):
    """One of the reader's ticks, in words for the middle of a sentence."""

    words: str
    strength: str = ""
    """The option chosen for how much it weighs ("a lot"), or empty."""

    def __str__(self) -> str:
        return f"{self.words} ({self.strength})" if self.strength else self.words


class Suggestion(NamedTuple):
    """A place to start, and why."""

    target: str
    """The address of a row (`steps/plan/open`) or the id of a chapter."""
    name: str
    """What it is called: "step 2", "chapter 11"."""
    title: str
    """What it says of itself: the row's label, the chapter's title."""
    reasons: tuple[Reason, ...]
    """What leads there, the strongest first."""

    def __str__(self) -> str:
        return f"{self.name[:1].upper()}{self.name[1:]}: {self.why}"

    @property
    def why(self) -> str:
        """The reasons, as the rest of a sentence."""
        return f"because {_listed(map(str, self.reasons))}."


class _Place(NamedTuple):
    """What can be suggested."""

    target: str
    name: str
    title: str

    @property
    def is_chapter(self) -> bool:
        return "/" not in self.target


def suggestions(book: Book, answers: Mapping[str, Answer], group: str) -> tuple[Suggestion, ...]:
    """The two best places, at most, for the group at the address `group` (`steps/plan`).

    Places are its own rows and whole chapters. Empty where nothing leads anywhere (the group's `otherwise`
    says what then), and where nothing in the book leads to a row of this group.
    """
    if not is_led_to(book, group):
        return ()
    said = tuple(ticks(book, answers))
    held = {target for tick in said for target in tick.held}
    led = [
        (place, leading)
        for place in _places(book, group)
        if place.target not in held and (leading := [tick for tick in said if place.target in tick.places])
    ]
    led.sort(key=lambda found: _rank(*found))  # stable: of equals the earlier in the book stays first
    return tuple(_suggestion(place, leading) for place, leading in led[:MOST])


def is_led_to(book: Book, group: str) -> bool:
    """Whether a tick anywhere in the book could lead to a row of the group at the address `group`."""
    naming = book.mentioning(f"{group}/")
    rows = {f"{group}/{row.id}" for row in _rows(book, group)} if naming else set()
    parts = (part for front in naming for part in _parts(book, front))
    leads = (item.leads for part in parts for item in part.listed)
    return any(not rows.isdisjoint((*lead.ticked, *lead.absent)) for lead in leads)


def _parts(book: Book, front: Front) -> Iterator[Exercise]:
    for exercise in book.open(front).exercises.values():
        yield from (exercise, *exercise.parts)


def _rows(book: Book, group: str) -> tuple[Row, ...]:
    chapter, _, name = group.partition("/")
    for front in book.fronts:
        if front.id == chapter:
            found = book.open(front).exercises.get(name)
            return found.rows if isinstance(found, Group) else ()
    return ()


def _places(book: Book, group: str) -> Iterator[_Place]:
    """Every chapter, and after its own chapter every row of `group`, in reading order."""
    name, _, exercise = group.partition("/")
    for front in book.fronts:
        yield _Place(front.id, f"chapter {front.number}", front.title)
        found = book.open(front).exercises.get(exercise) if front.id == name else None
        if isinstance(found, Group):
            for row in found.rows:
                yield _Place(f"{group}/{row.id}", _name(found, row), one_line(plain(row.label)))


def _name(group: Group, row: Row) -> str:
    """What a row is called inside a sentence: "step 4" where rows have a noun and a number."""
    number = row.mark.rstrip(".)")
    return f"{group.noun} {number}" if group.noun and number.isdecimal() else words_of(row)


def _rank(place: _Place, leading: Iterable[Tick]) -> tuple[bool, int]:
    """Less is better: a chapter that a tick leads to stands before all else, then the higher sum."""
    is_called = place.is_chapter and any(tick.ticked for tick in leading)
    return not is_called, -sum(_weight(tick, place.target) for tick in leading)


def _weight(tick: Tick, target: str) -> int:
    """How much one tick counts for a place; the first place that it names counts double."""
    return tick.strength * (2 if tick.places[0] == target else 1)


def _suggestion(place: _Place, leading: Iterable[Tick]) -> Suggestion:
    strongest_first = sorted(leading, key=lambda tick: -_weight(tick, place.target))
    return Suggestion(place.target, place.name, place.title, tuple(map(_reason, strongest_first)))


def _reason(tick: Tick) -> Reason:
    words = words_of(tick.item)
    return Reason(words, tick.chosen) if tick.ticked else Reason(f"{words} was left unticked")


def _listed(parts: Iterable[str]) -> str:
    """`a, b and c`."""
    *before, last = parts
    return f"{', '.join(before)} and {last}" if before else last
