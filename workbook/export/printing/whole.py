"""Whole chapters as Markdown for people, filled in or empty: the file without what only the program reads."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ...book import Answer, Book, Chapter, Edit, Exercise, Filling, Front, Text, after_of, spliced
from ..errors import refuse_unreadable
from ..filled import edits
from ..written import Written, entries_written, written
from .clean import without_marks
from .kept_aside import kept_aside, refuse_unread
from .links import Part, fragments, lead_from, linked
from .markdown import as_markdown
from .said import Said
from .scope import Scope

if TYPE_CHECKING:  # as in `my_words`
    from ...answers import Kept


def whole_chapters(
    book: Book,
    answers: "Kept | None",
    scope: Scope,
    today: date,
    *,
    latest: bool = False,
    before: Sequence[str] = (),
) -> str:
    """What `scope` names with its answers (without, where there are None), and last the words kept aside.

    Of the whole book the cover stands first and the leaflets last. `before` are the headings that stand above
    all this in the same print. Raises ExportError where a chapter cannot be read.
    """
    parts = printed_parts(book, scope)
    known = fragments(parts, before)
    texts = []
    for part in parts:
        start = part.chapter.pages[0].lines.start
        body = linked(part.chapter.lines[start:], lead_from(book, part.chapter.front, known))
        lines = [*part.chapter.lines[:start], *body]
        texts.append(_text(part, lines, answers, today, latest=latest))
    text = "\n\n".join(text for text in texts if text) + "\n"
    aside = all_aside(book, answers, scope, today, latest=latest) if answers is not None else ()
    return f"{text}\n{as_markdown(aside, today)}" if aside else text


def printed_parts(book: Book, scope: Scope) -> tuple[Part, ...]:
    """The files that `scope` reaches into, in the order of paper, each with what is printed of it.

    Raises ExportError where one cannot be read.
    """
    chapters = [book.open(front) for front in printed_fronts(book) if scope.touches(front.id)]
    for chapter in chapters:
        refuse_unreadable(chapter)
    return tuple(Part(chapter, _exercises(chapter, scope)) for chapter in chapters)


def _exercises(chapter: Chapter, scope: Scope) -> tuple[Exercise, ...] | None:
    """Those that are named in `chapter`; None where it is named as a whole."""
    if scope.is_whole or chapter.id in scope.places:
        return None
    return tuple(e for e in chapter.exercises.values() if scope.holds(f"{chapter.id}/{e.id}"))


def all_aside(
    book: Book, answers: "Kept", scope: Scope, today: date, *, latest: bool = False
) -> tuple[Said, ...]:
    """The words kept aside where `scope` reaches, below whole chapters."""
    refuse_unread(book, answers, scope)
    found: list[Written] = []
    if answers.contested:  # only of another version it matters what else was written
        found = [one for _, some in written(book, answers, today, latest=latest) for one in some]
    return tuple(kept_aside(book, answers, scope, found, today, latest=latest, has_rows=True))


def printed_fronts(book: Book) -> tuple[Front, ...]:
    """The files of a whole book in the order of paper: its cover, the chapters, the leaflets."""
    return (*book.listed, *book.extras)


def _text(part: Part, lines: Sequence[str], answers: "Kept | None", today: date, *, latest: bool) -> str:
    """A chapter below its front matter, or some exercises of it: its `lines` with the answers in them."""
    chapter = part.chapter
    fitting = {} if answers is None else fitting_answers(chapter, answers, today)
    after = {} if answers is None else after_of(answers)
    filling = Filling(lines=lines, answers=fitting, latest=latest, after=after)
    pieces = ["\n".join(spliced(lines, within, edited)) for within, edited in _pieces(part, filling)]
    text = without_marks("\n\n".join(pieces)).strip("\n")
    return text if part.is_titled else f"# {chapter.front.title}\n\n{text}".rstrip("\n")


def _pieces(part: Part, filling: Filling) -> Iterator[tuple[range, list[Edit]]]:
    """The lines to print, and what changes in them."""
    chapter = part.chapter
    shown = chapter.exercises.values() if part.exercises is None else part.exercises
    found = [(exercise, list(edits(exercise, f"{chapter.id}/{exercise.id}", filling))) for exercise in shown]
    if part.exercises is None:
        whole = range(chapter.pages[0].lines.start, len(chapter.lines))
        yield whole, [edit for _, edited in found for edit in edited]
    else:
        yield from ((exercise.lines, edited) for exercise, edited in found)


def fitting_answers(chapter: Chapter, answers: Mapping[str, Answer], today: date) -> dict[str, Answer]:
    """The answers that fit a blank of `chapter`; a folded text is the line that stands in its place."""
    before = f"{chapter.id}/"
    inside = {address: answers[address] for address in answers if address.startswith(before)}
    fitting = {
        address: value
        for address, value in inside.items()
        if (blank := chapter.blank(address)) and blank.takes(value)
    }
    return fitting | dict(_folded(chapter, answers, today))


def _folded(chapter: Chapter, answers: Mapping[str, Answer], today: date) -> Iterator[tuple[str, str]]:
    """The address of each text that waits for a day, and the line that says so."""
    for page in chapter.pages:
        for exercise in page.exercises:
            if any(isinstance(field, Text) and field.folded_until for field in exercise.parts):
                for one in entries_written(chapter, page, exercise, answers, today):
                    parts = (part for section in one.sections for part in section.parts if part.is_folded)
                    yield from ((part.address, part.told[0].words) for part in parts)
