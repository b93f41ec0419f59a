"""One exercise with its answers, said piece by piece."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from ...book import Answer, Group, phrases, spoken
from ..history import history
from ..sections import Part
from ..written import Written
from .said import Said


def words_of(part: Part) -> str:
    """What was answered to one question that takes one answer, however many words that says."""
    return "\n".join(told.words for told in part.told)


def exercise_said(entries: Sequence[Written], answers: Mapping[str, Answer], today: date) -> Iterator[Said]:
    """One exercise: what it asks and its newest day, then its answers, or then and now."""
    newest = entries[0]
    day = phrases.on_day(newest.day, today) if newest.day else ""
    yield Said("question", newest.title, day)
    if len(entries) > 1 and isinstance(newest.exercise, Group):
        at = f"{newest.front.id}/{newest.exercise.id}"
        yield Said("history", history=history(newest.exercise, at, answers, today))
        return
    if newest.exercise.repeats:
        yield Said("row", phrases.begun_large(spoken(newest.entry)))
    yield from sections_said(newest)


def sections_said(one: Written, worded: Callable[[Part], str] = words_of) -> Iterator[Said]:
    """The answers of one exercise or entry, row by row; `worded` says those that are not ticks.

    What is asked alike under every row, and alone, is said once, above them.
    """
    once = _asked_of_each_row(one)
    if once:
        yield Said("asked", once)
    for section in one.sections:
        if section.label:
            yield Said("row", section.label)
        for part in section.parts:
            if part.question and isinstance(one.exercise, Group) and not once:
                yield Said("asked", part.question)
            if part.field.has_ticks:
                yield Said("ticks", items=tuple(told.words for told in part.told))
            else:
                yield Said("words", worded(part))


def _asked_of_each_row(one: Written) -> str:
    """The question of a group that has rows and but one question for each."""
    group = one.exercise
    is_one = isinstance(group, Group) and group.rows and len(group.fields) == 1
    asked = {part.question for section in one.sections for part in section.parts}
    return asked.pop() if is_one and len(asked) == 1 else ""
