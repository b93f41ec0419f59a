"""What the reader wrote, as data: each exercise that was answered, question by question.

*Your words*, what is printed, a copy to share and the cards of two copies are all made of this.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import islice
from typing import NamedTuple

from ..book import (
    Answer,
    Book,
    Chapter,
    Dated,
    Exercise,
    Field,
    Front,
    Group,
    Page,
    Prose,
    Row,
    Text,
    Told,
    after_of,
    entries,
    moment_of,
    phrases,
    plain,
    without_examples,
)


class Part(NamedTuple):
    """One question with what was answered to it."""

    field: Field
    address: str
    """Where it stands; of a checklist, the list."""
    question: str
    """In plain words, without its example."""
    told: tuple[Told, ...]
    day: date | None = None
    """The day that was answered, where a date was asked for."""
    is_folded: bool = False
    """Whether its words wait for a day, and `told` says which."""


class Section(NamedTuple):
    """A row of a group with what was answered under it; of what has no rows all there is, without a label."""

    parts: tuple[Part, ...]
    label: str = ""
    """`1. Communicate better`."""
    row: str = ""
    """The id of the row."""
    is_ticked: bool = False
    """Whether the tick of the row is an answer too."""
    is_shut: bool = False
    """Whether the row has a box and no tick: its words are kept, but the page does not show them."""


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


def question_of(prompt: Prose) -> str:
    """What `prompt` asks, in one line without its example: what stands emphasised in parentheses."""
    return " ".join(" ".join(plain(block.runs).split()) for block in without_examples(prompt).blocks)


def written(
    book: Book, answers: Mapping[str, Answer], today: date, *, latest: bool = False
) -> Iterator[tuple[Front, Iterator[Written]]]:
    """By chapter, in the order of the book, what was answered in it.

    Only chapters that hold an answer are read, each as its turn comes. With `latest` of what repeats only the
    newest entry, else all of them, the newest first.
    """
    named = {address.partition("/")[0] for address in answers}
    for front in book.fronts:
        if front.id in named:
            yield front, written_in(book.open(front), answers, today, latest=latest)


def written_in(
    chapter: Chapter, answers: Mapping[str, Answer], today: date, *, latest: bool = False
) -> Iterator[Written]:
    """What was answered in `chapter`, exercise by exercise."""
    for page in chapter.pages:
        for exercise in page.exercises:
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


def sections(exercise: Exercise, at: str, answers: Mapping[str, Answer], today: date) -> Iterator[Section]:
    """What is answered in `exercise` under the address `at`: of a group with rows, row by row."""
    if isinstance(exercise, Field):
        if told := exercise.told(at, answers):
            yield Section((_part(exercise, at, told, answers),))
    elif isinstance(exercise, Group) and not exercise.rows:
        if parts := tuple(_parts(exercise, at, answers, today)):
            yield Section(parts)
    elif isinstance(exercise, Group):
        for row in exercise.rows:
            inside = f"{at}/{row.id}"
            is_ticked = row.boxed and answers.get(inside) is True
            parts = tuple(_parts(exercise, inside, answers, today))
            if parts or is_ticked:
                is_shut = row.boxed and not is_ticked and exercise.opens_by_tick
                yield Section(parts, label_of_row(row), row.id, is_ticked, is_shut)


def label_of_row(row: Row) -> str:
    """`1. Communicate better`; of a row without a number its words alone."""
    words = plain(row.label)
    return f"{row.mark} {words}" if row.mark[:1].isdigit() else words


def _parts(group: Group, at: str, answers: Mapping[str, Answer], today: date) -> Iterator[Part]:
    """Its answered fields under `at`; one that is folded says until when, and its date is left out."""
    texts = [field for field in group.fields if isinstance(field, Text)]
    folded = {
        field.id: day for field in texts if (day := field.waits_until(f"{at}/{field.id}", answers, today))
    }
    dates = {field.folded_until for field in texts if field.id in folded}
    for field in group.fields:
        inside = f"{at}/{field.id}"
        if field.id in folded:
            waits = Told(phrases.folded_until(folded[field.id], today))
            yield _part(field, inside, (waits,), answers)._replace(is_folded=True)
        elif field.id not in dates and (told := field.told(inside, answers)):
            yield _part(field, inside, told, answers)


def _part(field: Field, at: str, told: tuple[Told, ...], answers: Mapping[str, Answer]) -> Part:
    day = field.day(answers.get(at)) if isinstance(field, Text) else None
    return Part(field, at, question_of(field.prompt), told, day)
