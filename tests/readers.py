"""A made-up reader: twelve weeks with the book, then a gap of three months."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from workbook.answers import open_answers
from workbook.book import Answer, Blank, Book, Checklist, Choice, Group, Scale, Text

FIRST_EVENING = datetime(2026, 8, 31, 20, 15)
WEEKS = 12
_PLAN = "When the plates are cleared, I will put my phone in the drawer."
_SENTENCES = (
    "Sunday, on the phone. We both went quiet, and neither of us hung up.",
    "Eleven minutes on the steps, no phones.",
    "You remembered the dentist.",
    "Waited up.",
    _PLAN,
    "The bus was late, and we made up the lives of everyone at the stop.",
    "Drawer four evenings of six. Saturday it rained, so the stairwell.\n\nAnd then we laughed.",
)


def twelve_weeks(book: Book, folder: Path, *, seed: int = 1) -> None:
    """Writes into `folder` what the reader wrote, an evening a week, each at its own time."""
    chance = random.Random(seed)
    for week in range(WEEKS):
        evening = FIRST_EVENING + timedelta(weeks=week)
        answers = open_answers(folder, book, clock=evening.astimezone)
        for address, value in _evening(book, evening, week, chance):
            answers[address] = value
        answers.close()


def _evening(book: Book, evening: datetime, week: int, chance: random.Random) -> Iterator[tuple[str, Answer]]:
    """What is written on one evening: a chapter, and the exercises that come round."""
    year, number, _ = evening.isocalendar()
    names = {
        "week": f"{year}-W{number:02}",
        "day": f"{evening:%Y-%m-%d}",
        "entry": f"{evening:%Y-%m-%dT%H%M}",
    }
    for place, chapter in enumerate(book.chapters):
        for exercise in chapter.exercises.values():
            is_its_week = (
                place == week if not exercise.repeats else exercise.repeats == "week" or chance.random() < 0.2
            )
            if is_its_week and chance.random() < 0.85:
                for blank in chapter.blanks(exercise, names.get(exercise.repeats, "")):
                    if chance.random() < 0.7:
                        yield blank.address, _answer(blank, evening, chance)


def _answer(blank: Blank, evening: datetime, chance: random.Random) -> Answer:
    match blank.of:
        case Checklist() | Group():
            return True
        case Choice(items=items):
            return chance.choice(items).id
        case Scale(least=least, most=most):
            return chance.randint(least, most)
        case Text(is_date=True):
            return (evening + timedelta(weeks=2)).date().isoformat()
        case _:
            return chance.choice(_SENTENCES)


def as_left(book: Book, folder: Path) -> None:
    """The same reader, with a plan in words of its own, a day that has come, a folded letter."""
    twelve_weeks(book, folder)
    answers = open_answers(folder, book, clock=(FIRST_EVENING + timedelta(weeks=WEEKS - 1)).astimezone)
    answers["steps/plan/communicate/if-then"] = _PLAN
    answers["steps/plan/feelings/review"] = "2026-11-24"
    del answers["steps/plan/feelings/what-happened"]
    answers["checkin/letter/opens-on"] = "2027-03-28"
    answers.keep_place({"chapter": "habit", "page": "", "number": 1, "day": "2026-11-16"})
    answers.close()
