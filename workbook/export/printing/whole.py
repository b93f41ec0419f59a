"""Whole chapters as Markdown for people, filled in or empty: the file without what only the program reads."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from ...book import Answer, Book, Chapter, Edit, Filling, Front, after_of, anchors, spliced
from ..errors import refuse_unreadable
from ..filled import edits
from ..written import written, written_in
from .clean import without_marks
from .kept_aside import kept_aside, refuse_unread
from .markdown import as_markdown
from .scope import Scope

if TYPE_CHECKING:  # as in `my_words`
    from ...answers import Kept

_LINK = re.compile(r"\]\((?:\./)?([^()\s#]+\.(?:md|markdown))(#[^()\s]*)?\)")


def whole_chapters(
    book: Book, answers: "Kept | None", scope: Scope, today: date, *, latest: bool = False
) -> str:
    """What `scope` names with its answers (without, where there are None), and last the words kept aside.

    Of the whole book the cover stands first and the leaflets last. Raises ExportError where a chapter cannot
    be read.
    """
    fronts = tuple(front for front in printed_fronts(book) if scope.touches(front.id))
    texts = [_text(book.open(front), answers, scope, today, latest=latest) for front in fronts]
    links = {front.path.name: f"#{anchors([front.title])[0]}" for front in fronts}
    text = "\n\n".join(_linked(text.strip("\n"), links) for text in texts if text.strip("\n")) + "\n"
    if answers is None:
        return text
    refuse_unread(book, answers, scope)
    found = [one for _, some in written(book, answers, today, latest=latest) for one in some]
    aside = tuple(kept_aside(book, answers, scope, found, today, latest=latest, has_rows=True))
    return f"{text}\n{as_markdown(aside)}" if aside else text


def printed_fronts(book: Book) -> tuple[Front, ...]:
    """The files of a whole book in the order of paper: its cover, the chapters, the leaflets."""
    return (*book.listed, *book.extras)


def _text(chapter: Chapter, answers: "Kept | None", scope: Scope, today: date, *, latest: bool) -> str:
    """The chapter below its front matter, or those exercises of it that are named."""
    refuse_unreadable(chapter)
    fitting = {} if answers is None else fitting_answers(chapter, answers, today)
    after = {} if answers is None else after_of(answers)
    filling = Filling(lines=chapter.lines, answers=fitting, latest=latest, after=after)
    title = f"# {chapter.front.title}"
    parts = [
        "\n".join(spliced(chapter.lines, lines, edited)) for lines, edited in _pieces(chapter, scope, filling)
    ]
    text = without_marks("\n\n".join(parts)).strip("\n")
    return text if text.startswith("# ") else f"{title}\n\n{text}"


def _pieces(chapter: Chapter, scope: Scope, filling: Filling) -> Iterator[tuple[range, list[Edit]]]:
    """The lines to print, and what changes in them."""
    found = [
        (exercise, list(edits(exercise, f"{chapter.id}/{exercise.id}", filling)))
        for page in chapter.pages
        for exercise in page.exercises
    ]
    if scope.is_whole or chapter.id in scope.places:
        start = chapter.pages[0].lines.start
        yield range(start, len(chapter.lines)), [edit for _, edited in found for edit in edited]
        return
    for exercise, edited in found:
        if scope.holds(f"{chapter.id}/{exercise.id}"):
            yield exercise.lines, edited


def fitting_answers(chapter: Chapter, answers: Mapping[str, Answer], today: date) -> dict[str, Answer]:
    """The answers that fit a blank of `chapter`; a folded text is the line that stands in its place."""
    before = f"{chapter.id}/"
    fitting = {
        address: value
        for address, value in answers.items()
        if address.startswith(before) and (blank := chapter.blank(address)) and blank.takes(value)
    }
    parts = (p for one in written_in(chapter, answers, today) for s in one.sections for p in s.parts)
    return fitting | {part.address: part.told[0].words for part in parts if part.is_folded}


def _linked(text: str, links: Mapping[str, str]) -> str:
    """`text` with its links to other files leading to where these stand now."""
    return _LINK.sub(lambda link: f"]({link[2] or links[link[1]]})" if link[1] in links else link[0], text)
