"""Links in the files of a book that lead nowhere."""

from collections.abc import Iterator
from urllib.parse import unquote

from ...text import one_line
from ..kinds import Row
from ..model import (
    Book,
    Chapter,
    Exercise,
    Page,
    Problem,
    Prose,
    Run,
    headings,
    is_elsewhere,
    linked_front,
    linked_path,
    near,
    split_link,
)


def dead_links(book: Book) -> Iterator[Problem]:
    """A warning for each link of each file that leads nowhere, on its line."""
    names: dict[str, set[str]] = {}
    for front in (*book.listed, *book.extras):
        chapter = book.open(front)
        for page in chapter.pages:
            for href in dict.fromkeys(run.href for run in _links(page)):
                if text := "" if is_elsewhere(href) else _said(book, chapter, href, names):
                    line = _line(chapter, page, href)
                    yield Problem(front.path, line + 1, "unknown-link", text, "warning")


def _said(book: Book, chapter: Chapter, href: str, names: dict[str, set[str]]) -> str:
    """What is wrong with a link; nothing where it leads to a file. `names` are the headings known so far."""
    file, fragment = split_link(href)
    front = linked_front(book, chapter.front, href, strictly=True)
    says = f"this link leads to '{one_line(unquote(href))}', "
    if front is None:
        path = linked_path(book, chapter.front, file)
        is_text = path.suffix in (".md", ".markdown")
        if path.exists():
            return f"{says}which is no part of this book" if is_text else ""
        files = [other.path.name for other in (*book.listed, *book.extras)] if is_text else []
        return f"{says}where nothing is.{near(file, files)}"
    if fragment and front.id not in names:
        names[front.id] = set(headings(book.open(front)))
    if fragment and not names[front.id] & {fragment, fragment.lower()}:
        return f"{says}and no heading there has that name.{near(fragment, names[front.id])}"
    return ""


def _line(chapter: Chapter, page: Page, href: str) -> int:
    """The line on which a link stands; the first of its page where its address is written otherwise."""
    written = {href, unquote(href)}
    found = (line for line in page.lines if any(one in chapter.lines[line] for one in written))
    return next(found, page.lines.start)


def _links(page: Page) -> Iterator[Run]:
    for block in page.blocks:
        yield from block.links if isinstance(block, Prose) else _asked(block)


def _asked(exercise: Exercise) -> Iterator[Run]:
    """The links in what an exercise asks, offers and explains."""
    yield from exercise.prompt.links
    for item in exercise.listed:
        yield from (run for run in item.label if run.href)
        yield from item.explanation.links if isinstance(item, Row) else ()
    for part in exercise.parts:
        yield from _asked(part)
