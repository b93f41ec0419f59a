"""How much of a book is filled in. Nothing is graded: this only shows where words already stand."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ..kinds import Group
from ..model import Answer, Book, Chapter, Exercise, by_exercise


class Progress(NamedTuple):
    """How many exercises there are, and how many of them are filled."""

    exercises: int
    filled: int

    @property
    def mark(self) -> str:
        """○ none is filled, ● all are, ◐ some are; empty where there is nothing to fill in."""
        if not self.exercises:
            return ""
        return "○" if not self.filled else "●" if self.filled == self.exercises else "◐"


def filled(chapter: Chapter, exercise: Exercise, answers: Mapping[str, Answer]) -> bool:
    """Whether something stands in `exercise`, in whatever entry of it.

    Of a group that opens by ticks one has to be ticked: what was written under a tick that is gone is kept,
    but no longer shows.
    """
    at = f"{chapter.id}/{exercise.id}"
    return _filled(chapter, exercise, by_exercise(answers, at).get(at, ()), answers)


def progress(chapter: Chapter, answers: Mapping[str, Answer]) -> Progress:
    """How much of one chapter is filled."""
    return _progress(chapter, by_exercise(answers, f"{chapter.id}/"), answers)


def progress_of_book(book: Book, answers: Mapping[str, Answer]) -> Iterator[tuple[Chapter, Progress]]:
    """How much of each chapter is filled, in reading order.

    A chapter is read as its turn comes, so a screen can take one, paint, and take the next.
    """
    addresses = by_exercise(answers)
    return ((chapter, _progress(chapter, addresses, answers)) for chapter in book.chapters)


def _progress(chapter: Chapter, addresses: dict[str, list[str]], answers: Mapping[str, Answer]) -> Progress:
    asked = [exercise for exercise in chapter.exercises.values() if next(chapter.blanks(exercise), None)]
    return Progress(
        exercises=len(asked),
        filled=sum(
            _filled(chapter, exercise, addresses.get(f"{chapter.id}/{exercise.id}", ()), answers)
            for exercise in asked
        ),
    )


def _filled(
    chapter: Chapter, exercise: Exercise, addresses: Iterable[str], answers: Mapping[str, Answer]
) -> bool:
    """Whether one of `addresses`, all of them of `exercise`, is a blank that takes its answer."""
    only_ticks = isinstance(exercise, Group) and exercise.opens_by_tick
    return any(
        blank.takes(answers.get(address))
        for address in addresses
        if (blank := chapter.blank(address)) and not (only_ticks and _stands_in_row(address))
    )


def _stands_in_row(address: str) -> bool:
    """Whether it is a field of a row (`causes/causes/talking/weight`), not the row's own tick."""
    return address.count("/") > 2
