"""What I wrote: by chapter, each question once with its newest day, and under it the answers."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from ...book import Book, Front, phrases
from ..just_now import Due, just_now
from ..sections import Part
from ..written import Written, written_in
from .exercises import exercise_said, sections_said, words_of
from .kept_aside import kept_aside, refuse_unread
from .said import Said
from .scope import Scope

if TYPE_CHECKING:  # the floor that knows the database: an empty sheet needs none
    from ...answers import Kept


def my_words(
    book: Book, answers: "Kept", scope: Scope, now: datetime, *, latest: bool = False
) -> Iterator[Said]:
    """All that was written where `scope` reaches, then the words kept aside.

    Raises ExportError where a chapter that holds answers cannot be read: they would pass for lost ones.
    """
    today = now.date()
    refuse_unread(book, answers, scope)
    found = [
        (front, exercises)
        for front in _answered(book, answers, scope)
        if (exercises := _written(book, front, answers, scope, today, latest=latest))
    ]
    present = tuple(_just_now(book, answers, now)) if scope.is_now else ()
    everything = [one for _, some in found for one in some]
    aside = tuple(kept_aside(book, answers, scope, everything, today, latest=latest))
    yield Said("book", book.title)
    if days := tuple(_days(answers, everything)):
        yield Said("note", phrases.what_i_wrote(min(days), max(days)))
    if not (found or present or aside):
        yield Said("plain", phrases.NOTHING_PRINTED)
    yield from present
    for front, some in found:
        if shown := [kept for one in some if (kept := one.in_sight())]:
            yield Said("chapter", f"{front.number}. {front.title}")
            for _, entries in groupby(shown, key=lambda one: one.exercise.id):
                yield from exercise_said(tuple(entries), answers, today)
    yield from aside


def _answered(book: Book, answers: "Kept", scope: Scope) -> Iterator[Front]:
    """The chapters that hold an answer and that `scope` reaches, in the order of the book."""
    named = {address.partition("/")[0] for address in answers}
    return (front for front in book.fronts if front.id in named and scope.touches(front.id))


def _written(
    book: Book, front: Front, answers: "Kept", scope: Scope, today: date, *, latest: bool
) -> list[Written]:
    written = written_in(book.open(front), answers, today, latest=latest)
    return [one for one in written if scope.holds(one.at)]


def _days(answers: "Kept", found: Iterable[Written]) -> Iterator[date]:
    """The days on which the words were written; of an entry of which none is known, its own."""
    for one in found:
        known = [at.astimezone().date() for address in one.addresses if (at := answers.written_at(address))]
        yield from known or ([one.day] if one.day else [])


def _just_now(book: Book, answers: "Kept", now: datetime) -> Iterator[Said]:
    """What stands at the top of *Your words*, with its date: a sheet for the fridge is of one day."""
    found = tuple(just_now(book, answers, now))
    if found:
        day = phrases.coming_day(now.date(), now.date())
        yield Said("chapter", phrases.JUST_NOW)
        yield Said("note", f"{day} {now.year}")
    for one in found:
        yield Said("question", one.title, one.place)
        if one.written is None:
            yield Said("plain", one.said)
        else:
            yield from sections_said(one.written, partial(_worded, one.dues))


def _worded(dues: Iterable[Due], part: Part) -> str:
    """What was answered; of a day to come back on, also that it has come."""
    has_come = any(due.has_come and due.address == part.address for due in dues)
    return f"{words_of(part)}, {phrases.HAS_COME}" if has_come else words_of(part)
