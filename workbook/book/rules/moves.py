"""Where answers belong whose exercise, field, row or item was given another id (`was="old older"`)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ..model import Answer, Book, Exercise, with_entry, without_entry

_MARK = "was="


class _Present(NamedTuple):
    """What a place is called now, and how recent its earlier name is (0 is the newest)."""

    age: int
    place: str


def moves(book: Book, addresses: Iterable[str]) -> dict[str, str]:
    """The present address of each of `addresses` that stands under an earlier id.

    Where two come to the same place, the one under the newer id is named first. Costs next to nothing where
    no chapter says `was=`: then none is read.
    """
    present = _present_places(book)
    found = sorted((_moved(present, address), address) for address in addresses) if present else []
    return {address: moved for (_, moved), address in found if moved != address}


def renamed_choices(book: Book, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """By address, the present id of each chosen item that `answers` holds under an earlier one.

    The id of a chosen item is the answer itself, so it is no part of an address; `answers` have been moved.
    """
    found: dict[str, Answer] = {}
    for chapter in map(book.open, book.mentioning(_MARK)):
        for address, value in answers.items():
            blank = chapter.blank(address)
            if blank and not blank.takes(value):
                present = blank.of.renamed(value)
                found |= {address: present} if present is not None else {}
    return found


def _moved(present: Mapping[str, _Present], address: str) -> tuple[list[int], str]:
    """`address` as it is called now, and the age of each name that was replaced on the way.

    A renamed row of a renamed group takes two steps. Every step leaves less of the old address over, so
    there is an end.
    """
    place, entry = without_entry(address)
    ages = []
    while old := next((part for part in _beginnings(place) if part in present), ""):
        ages.append(present[old].age)
        place = present[old].place + place[len(old) :]
    return ages, with_entry(place, entry)


def _present_places(book: Book) -> dict[str, _Present]:
    """Every place that was called otherwise, by its earlier name; a name still in use is nobody's past."""
    present: dict[str, _Present] = {}
    for chapter in map(book.open, book.mentioning(_MARK)):
        for exercise in chapter.exercises.values():
            for age, old, place in _renamings(f"{chapter.id}/{exercise.id}", exercise):
                if old not in present and not _is_in_use(book, old):
                    present[old] = _Present(age, place)
    return present


def _renamings(at: str, exercise: Exercise) -> Iterator[tuple[int, str, str]]:
    """What the exercise at `at` and all inside it were called: age, earlier name, place."""
    yield from _former(at, exercise.was)
    if exercise.has_ticks or exercise.parts:
        for item in exercise.listed:
            yield from _former(f"{at}/{item.id}", item.was)
    for place in (f"{at}/{row.id}" for row in exercise.listed) if exercise.listed else (at,):
        for part in exercise.parts:
            yield from _renamings(f"{place}/{part.id}", part)


def _former(at: str, was: Iterable[str]) -> Iterator[tuple[int, str, str]]:
    """The earlier names of the place `at`; one with a slash is an address of its own."""
    above, _, _ = at.rpartition("/")
    for age, old in enumerate(was):
        yield age, old if "/" in old else f"{above}/{old}", at


def _is_in_use(book: Book, place: str) -> bool:
    """Whether an answer can stand at `place` or below it today."""
    name, _, rest = place.partition("/")
    chapter = book.chapter(name)
    exercise = chapter.exercises.get(rest.partition("/")[0]) if chapter else None
    if chapter is None or exercise is None:
        return False
    return any(f"{blank.address}/".startswith(f"{place}/") for blank in chapter.blanks(exercise))


def _beginnings(place: str) -> Iterator[str]:
    """`place` and what it stands in, the longest first: `a/b/c`, `a/b`, `a`."""
    while place:
        yield place
        place = place.rpartition("/")[0]
