"""What stands above a text, as it is shown: where the words come from, and the words at a glance."""

from datetime import date, timedelta
from typing import NamedTuple

from ..answers import Kept
from ..book import Book, Recalled, Text, chapter_of, exercise_of, moment_of, phrases, recalled


class Above(NamedTuple):
    """Words of the reader's above a text, on one line."""

    source: str
    """Where they come from: `last week`, `31 August`, `what I am trying`."""
    words: str


def above(book: Book, answers: Kept, today: date, address: str) -> tuple[Above, ...]:
    """What stands above the text at `address`, each with where it comes from.

    Words that wait for a day are not among them. Above a text that other people may read stand no words
    that the book keeps from them, or that were written in private.
    """
    blank = book.blank(address)
    return tuple(
        Above(_source(book, one, today), " ".join(one.words.split()))
        for one in (recalled(book, address, answers) if blank else ())
        if not _waits(book, answers, one, today)
        if not (blank and blank.share) or _is_shared(book, answers, one)
    )


def _waits(book: Book, answers: Kept, one: Recalled, today: date) -> bool:
    blank = book.blank(one.address)
    text = blank.of if blank else None
    return isinstance(text, Text) and text.waits_until(one.address, answers, today) is not None


def _is_shared(book: Book, answers: Kept, one: Recalled) -> bool:
    blank, record = book.blank(one.address), answers.record(one.address)
    return bool(blank and blank.share and record and not record.private)


def _source(book: Book, one: Recalled, today: date) -> str:
    """Of what repeats the period; else what the book calls the exercise at home, or its page."""
    if began := moment_of(one.entry):
        return _period(one.entry, began.date(), today)
    chapter, name = book.chapter(chapter_of(one.address)), exercise_of(one.address)[0].partition("/")[2]
    assert chapter  # it was found there
    title = next(page.title for page in chapter.pages if any(part.id == name for part in page.exercises))
    return phrases.within_a_line(chapter.exercises[name].home or title)


def _period(entry: str, began: date, today: date) -> str:
    """The period before by its name, so is the present one; of others the day on which they began."""
    if "W" in entry:
        monday = today - timedelta(days=today.weekday())
        named = {monday: phrases.THIS_WEEK, monday - timedelta(days=7): phrases.LAST_WEEK}
    else:
        named = {today: phrases.TODAY, today - timedelta(days=1): phrases.YESTERDAY}
    return named.get(began, phrases.on_day(began, today))
