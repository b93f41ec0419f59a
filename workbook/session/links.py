"""Where a link in a chapter leads."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple
from urllib.parse import unquote

from ..book import Book, Front, Run

SAFE = "staying-safe"
"""The page that F5 opens, where a book has it."""


class Target(NamedTuple):
    """A page of the book, an address outside it, or nothing that may be opened."""

    kind: Literal["page", "outside", "nowhere"]
    front: Front | None = None
    slug: str = ""
    address: str = ""


def target(book: Book, here: Front, href: str) -> Target:
    """Where `href`, followed from `here`, leads: `06-signs.md#proof`, `#proof`, `https://…`."""
    if href.lower().startswith(("http://", "https://", "mailto:")):
        return Target("outside", address=href)
    file, _, slug = unquote(href).partition("#")
    for front in (*book.listed, *book.extras):
        if file in (front.path.name, "") and (file or front is here):
            return Target("page", front=front, slug=slug)
    return Target("nowhere", address=href)


def further(book: Book, here: Front, links: Iterable[Run]) -> Iterator[Run]:
    """Each of `links`, followed from `here`, once, but for those that lead to a chapter or to *Staying safe*.

    These can be opened without a link.
    """
    listed = (*book.fronts, book.front(SAFE))
    for link in {link.href: link for link in links}.values():
        found = target(book, here, link.href)
        if found.kind != "page" or found.slug or found.front not in listed:
            yield link
