"""What stands at the top of *Your words*: what the book marks with `home=`, and the days to come back on."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from ..book import Answer, Book, Chapter, Exercise, Group, Page, Text, after_of, entries, phrases, present
from .sections import Section
from .written import Written, written_at


class Due(NamedTuple):
    """A day to come back on."""

    address: str
    """Of the date."""
    day: date
    has_come: bool
    """Whether that day is here or past, and nothing stands yet in the text that is to be written then."""
    then: str
    """The address of the text to go to: the one after the date, or the one that was folded until it."""


class Now(NamedTuple):
    """One exercise that the book marks with `home=`."""

    title: str
    """The words of `home=`."""
    place: str
    """Where it stands: `9 · A place to start`."""
    written: Written | None
    """What stands in it just now; None where the present period has yet to be begun."""
    address: str
    """Where Enter goes: its first answer, or the exercise."""
    said: str = ""
    """What the program says in the place of words: that its period has yet to be begun."""
    dues: tuple[Due, ...] = ()


def just_now(book: Book, answers: Mapping[str, Answer], now: datetime) -> Iterator[Now]:
    """What is marked and holds words, in the order of the book. No exercise is named that never held any."""
    named = {address.partition("/")[0] for address in answers}
    for front in book.mentioning("home="):
        if front.id in named:
            chapter = book.open(front)
            for page in chapter.pages:
                for exercise in page.exercises:
                    if exercise.home and (found := _now(chapter, page, exercise, answers, now)):
                        yield found


def has_come_round(book: Book, answers: Mapping[str, Answer], now: datetime, seen: date | None) -> bool:
    """Whether a day to come back on has come since *Your words* was opened last, on the day `seen`."""
    dues = (due for one in just_now(book, answers, now) for due in one.dues)
    return any(due.has_come and (seen is None or seen < due.day) for due in dues)


def _now(
    chapter: Chapter, page: Page, exercise: Exercise, answers: Mapping[str, Answer], now: datetime
) -> Now | None:
    at, today = f"{chapter.id}/{exercise.id}", now.date()
    place = f"{chapter.front.number} · {page.title}"
    kept = entries(at, answers, after_of(answers)) if exercise.repeats else ()
    entry = present(exercise.repeats, now, kept, "") if exercise.repeats else ""
    found = written_at(chapter, page, exercise, answers, today, entry)
    if found is None:
        return Now(exercise.home, place, None, at, phrases.NOT_BEGUN) if kept else None
    shown = found.in_sight()
    if shown is None:
        return None
    dues = tuple(_dues(exercise, shown.at, shown.sections, answers, today))
    return Now(exercise.home, place, shown, shown.addresses[0], dues=dues)


def _dues(
    exercise: Exercise, at: str, found: Sequence[Section], answers: Mapping[str, Answer], today: date
) -> Iterator[Due]:
    """The dates in `found`, each with the text that is to be written on that day, where there is one."""
    fields = exercise.fields if isinstance(exercise, Group) else ()
    for section in found:
        inside = f"{at}/{section.row}" if section.row else at
        for part in section.parts:
            if part.day is None:
                continue
            behind = fields[fields.index(part.field) + 1 :] if part.field in fields else ()
            after = next((field for field in behind if isinstance(field, Text)), None)
            folded = next(
                (f for f in fields if isinstance(f, Text) and f.folded_until == part.field.id), None
            )
            is_done = after is not None and f"{inside}/{after.id}" in answers
            text = after or folded
            then = f"{inside}/{text.id}" if text else part.address
            yield Due(part.address, part.day, part.day <= today and not is_done, then)
