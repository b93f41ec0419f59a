"""What was answered in one exercise, as data: question by question, and of a group row by row."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from ..book import Answer, Exercise, Field, Group, Prose, Row, Text, Told, phrases, plain, without_examples


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


def question_of(prompt: Prose) -> str:
    """What `prompt` asks, in one line without its example: what stands emphasised in parentheses."""
    return " ".join(" ".join(plain(block.runs).split()) for block in without_examples(prompt).blocks)


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
