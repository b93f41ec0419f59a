"""Where the links of a file lead inside the book: to which file, and to what in it."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from .chapter import Book, Chapter, Front
from .names import anchors
from .prose import Prose

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_NAMED = re.compile(r"<[A-Za-z][^<>]*?\s(?:id|name)=[\"']?([^\s\"'<>]+)")
"""How an author gives a name to a place without a heading: `<a id="there">`."""


class Heading(NamedTuple):
    """What a fragment names in a file: the page, which of its blocks, and where in that."""

    page: int
    block: int = 0
    part: int = 0


def is_elsewhere(href: str) -> bool:
    """Whether `href` names a place outside of all files: of the web, of mail, of anything with a colon."""
    return _ELSEWHERE.match(href) is not None


def split_link(href: str) -> tuple[str, str]:
    """The file that `href` names, empty for its own, and the fragment there."""
    file, _, fragment = href.partition("#")
    return unquote(file), unquote(fragment)


def linked_path(book: Book, here: Front, file: str) -> Path:
    """Where `file`, named in a link of `here`, lies; with a slash before it, in the folder of the book."""
    folder = book.folder if file.startswith("/") else here.path.parent
    return Path(os.path.abspath(folder / file.lstrip("/")))


def linked_front(book: Book, here: Front, href: str, *, strictly: bool = False) -> Front | None:
    """The file of the book to which `href`, a link of `here`, leads; None where it leads to none.

    As on the web a page may be named without `.md`, or by `.html`. Where nothing lies at a path, the one file
    that has its name is meant, but for `strictly`: the folder was another one when the link was written.
    """
    file, _ = split_link(href)
    if is_elsewhere(href) or not file:
        return None if file or is_elsewhere(href) else here
    path = linked_path(book, here, file)
    known = book.by_path
    stem = path.with_suffix("") if path.suffix in (".html", ".htm") else path
    for name in (path, stem.with_name(f"{stem.name}.md"), stem / "index.md", stem / "README.md"):
        if front := known.get(name):
            return front
    alike = [front for there, front in known.items() if there.name == path.name]
    return alike[0] if len(alike) == 1 and not strictly and not path.exists() else None


def headings(chapter: Chapter) -> dict[str, Heading]:
    """By the fragment that names it: every heading of the file, and every place that has a name in HTML."""
    said = list(_headings(chapter))
    named = zip(anchors(words for words, _ in said), (at for _, at in said), strict=True)
    found = {
        name: Heading(number)
        for number, page in enumerate(chapter.pages)
        for line in page.lines
        for name in _NAMED.findall(chapter.lines[line])
    }
    return found | dict(named)


def heading(chapter: Chapter, fragment: str) -> Heading | None:
    """What `fragment` names in the file, whether its letters are small or large."""
    found = headings(chapter)
    return found.get(fragment) or found.get(fragment.lower())


def _headings(chapter: Chapter) -> Iterator[tuple[str, Heading]]:
    for number, page in enumerate(chapter.pages):
        for place, block in enumerate(page.blocks):
            for part, said in enumerate(block.blocks if isinstance(block, Prose) else ()):
                if said.kind == "heading":
                    yield said.words, Heading(number, place, part)
