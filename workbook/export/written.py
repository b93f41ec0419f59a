"""What the reader wrote, as data: each exercise that was answered, question by question.

*Your words*, what is printed, a copy to share and the cards of two copies are all made of this.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import islice
from typing import NamedTuple

from ..book import (
    Answer,
    Book,
    Chapter,
    Dated,
    Exercise,
    Front,
    Group,
    Page,
    Text,
    after_of,
    entries,
    moment_of,
    phrases,
    plain,
)
from .sections import Section, question_of, sections


class Written(NamedTuple):
    """One exercise, or one entry of it, in which something was answered."""

    front: Front
    page: Page
    exercise: Exercise
    at: str
    """The address that its answers stand under, its entry included."""
    question: str
    """In plain words, without its example."""
    sections: tuple[Section, ...]
    addresses: tuple[str, ...]
    """Of all answers in it, in the order of the page."""
    entry: str = ""
    day: date | None = None
    """The day that the entry is of; of what does not repeat, that of the newest answer, where it is known."""
    earlier: int = 0
    """How many entries were begun before this one."""

    @property
    def title(self) -> str:
        """Its question; the title of its page where it asks none."""
        return self.question or self.page.title

    @property
    def name(self) -> str:
        """What its reader knows it by: what `home=` calls it, else its question.

        A group without rows begins with an instruction, as a rule: there it is the first question answered.
        """
        is_asked = isinstance(self.exercise, Group) and not self.exercise.rows
        asked = self.sections[0].parts[0].question if is_asked else ""
        return self.exercise.home or asked or self.title

    def in_sight(self) -> "Written | None":
        """What the page shows of it: without rows that are not ticked now; None where nothing is left."""
        left = tuple(section for section in self.sections if not section.is_shut)
        return self._replace(sections=left) if left else None


def in_words(book: Book, address: str, value: Answer) -> str:
    """`value`, an answer that stands or stood at `address`, in words: for what has no place of its own."""
    blank = book.blank(address)
    said = plain(blank.said(value)) if blank and blank.takes(value) else ""
    return said or (phrases.TICKED if value is True else str(value))


def is_any(exercise: Exercise) -> bool:  # noqa: ARG001 - of the form of a choice of exercises
    """True: every exercise is asked for."""
    return True


def can_hide(exercise: Exercise) -> bool:
    """Whether words can be kept in it that its page does not show: under no tick, or until a day."""
    return isinstance(exercise, Group) and (
        exercise.opens_by_tick
        or any(isinstance(field, Text) and field.folded_until for field in exercise.fields)
    )


def written(
    book: Book,
    answers: Mapping[str, Answer],
    today: date,
    *,
    latest: bool = False,
    of: Callable[[Exercise], bool] = is_any,
) -> Iterator[tuple[Front, Iterator[Written]]]:
    """By chapter, in the order of the book, what was answered in it, `of` the exercises that are asked for.

    Only chapters that hold an answer are read, each as its turn comes. With `latest` of what repeats only the
    newest entry, else all of them, the newest first.
    """
    named = {address.partition("/")[0] for address in answers}
    for front in book.fronts:
        if front.id in named:
            yield front, written_in(book.open(front), answers, today, latest=latest, of=of)


def written_in(
    chapter: Chapter,
    answers: Mapping[str, Answer],
    today: date,
    *,
    latest: bool = False,
    of: Callable[[Exercise], bool] = is_any,
) -> Iterator[Written]:
    """What was answered in `chapter`, exercise by exercise."""
    for page in chapter.pages:
        for exercise in filter(of, page.exercises):
            found = entries_written(chapter, page, exercise, answers, today)
            yield from islice(found, 1) if latest else found


def entries_written(
    chapter: Chapter, page: Page, exercise: Exercise, answers: Mapping[str, Answer], today: date
) -> Iterator[Written]:
    """The entries of `exercise` that hold something, the newest first; one of what does not repeat."""
    at = f"{chapter.id}/{exercise.id}"
    names = entries(at, answers, after_of(answers)) if exercise.repeats else ("",)
    for number, name in reversed(list(enumerate(names))):
        if one := written_at(chapter, page, exercise, answers, today, name):
            yield one._replace(earlier=number)


def written_at(
    chapter: Chapter,
    page: Page,
    exercise: Exercise,
    answers: Mapping[str, Answer],
    today: date,
    entry: str = "",
) -> Written | None:
    """What was answered in one entry of `exercise`; None where nothing was."""
    at = f"{chapter.id}/{exercise.id}" + (f"@{entry}" if entry else "")
    taken = tuple(
        blank.address
        for blank in exercise.blanks(at)
        if blank.address in answers and blank.takes(answers[blank.address])
    )
    if not taken:
        return None
    began = moment_of(entry)
    return Written(
        front=chapter.front,
        page=page,
        exercise=exercise,
        at=at,
        question=question_of(exercise.prompt),
        sections=tuple(sections(exercise, at, answers, today)),
        addresses=taken,
        entry=entry,
        day=began.date() if began else newest_day(taken, answers),
    )


def newest_day(addresses: Iterable[str], answers: Mapping[str, Answer]) -> date | None:
    """The day on which the newest of the answers at `addresses` was written."""
    if not isinstance(answers, Dated):
        return None
    found: list[datetime] = [at for address in addresses if (at := answers.written_at(address))]
    return max(found).astimezone().date() if found else None
