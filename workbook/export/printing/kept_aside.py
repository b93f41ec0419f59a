"""Words that have no place of their own any more: printed last, so that nothing is lost sight of."""

import os
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ...book import Book, exercise_of, orphans, orphans_of, phrases
from ..errors import refuse_unreadable
from ..written import Written, in_words
from .exercises import sections_said
from .said import Said
from .scope import Scope

if TYPE_CHECKING:  # as in `my_words`
    from ...answers import Kept


def kept_aside(
    book: Book,
    answers: "Kept",
    scope: Scope,
    found: Sequence[Written],
    today: date,
    *,
    latest: bool = False,
    has_rows: bool = False,
) -> Iterator[Said]:
    """What is kept aside where `scope` reaches, given what was `found` written there.

    Rows no longer ticked are left out where they stand in their place already (`has_rows`).
    In this order: under rows no longer ticked, without a question, other versions, what cannot be read.
    """
    pieces = (
        *(() if has_rows else _shut(found, today)),
        *_orphans(book, answers, scope),
        *_versions(book, answers, scope, found, today, latest=latest),
        *(
            piece
            for part in answers.unread
            if scope.holds(part.name)
            for piece in (Said("question", part.name), Said("words", part.json))
        ),
    )
    if pieces:
        yield Said("chapter", phrases.KEPT_ASIDE)
    yield from pieces


def _shut(found: Sequence[Written], today: date) -> Iterator[Said]:
    for one in found:
        shut = tuple(
            section._replace(label=f"{section.label} – {phrases.NOT_TICKED}")
            for section in one.sections
            if section.is_shut
        )
        if shut:
            day = phrases.on_day(one.day, today) if one.day else ""
            yield Said("question", one.title, day)
            yield from sections_said(one._replace(sections=shut))


def _orphans(book: Book, answers: "Kept", scope: Scope) -> Iterator[Said]:
    questions = answers.questions
    for address in lost(book, answers, scope):
        yield Said("question", questions.get(address) or address)
        yield Said("words", in_words(book, address, answers[address]))


def lost(book: Book, answers: "Kept", scope: Scope) -> tuple[str, ...]:
    """The addresses of the orphans where `scope` reaches; those of vanished chapters belong to the whole."""
    if scope.is_whole:
        return orphans(book, answers)
    named = {address.partition("/")[0] for address in answers}
    read = (book.open(front) for front in book.fronts if front.id in named and scope.touches(front.id))
    found = (address for chapter in read for address in orphans_of(chapter, answers))
    return tuple(address for address in found if scope.holds(address))


def refuse_unread(book: Book, answers: "Kept", scope: Scope) -> None:
    """Raises ExportError where a chapter cannot be read that was answered: its words would pass for lost."""
    named = {address.partition("/")[0] for address in answers}
    for front in book.fronts:
        if front.id in named and (scope.touches(front.id) or not os.access(front.path, os.R_OK)):
            refuse_unreadable(book.open(front))


def _versions(
    book: Book, answers: "Kept", scope: Scope, found: Sequence[Written], today: date, *, latest: bool
) -> Iterator[Said]:
    """The versions beside those that are shown, but not of a text that waits for a day."""
    parts = (part for one in found for section in one.sections for part in section.parts)
    folded = {part.address for part in parts if part.is_folded}
    printed = {one.at for one in found}
    for address in answers.contested:
        exercise, entry = exercise_of(address)
        is_earlier = latest and entry != "" and f"{exercise}@{entry}" not in printed
        kept = answers.record(address)
        if kept is None or address in folded or is_earlier or not scope.holds(address):
            continue
        yield Said("question", kept.asked or address)
        for other in kept.alternatives:
            yield Said("row", phrases.another_version(other.day, today))
            yield Said("words", in_words(book, address, other.value))
