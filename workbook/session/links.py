"""Where a link in a chapter leads."""

import os
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple
from urllib.parse import quote

from ..book import Book, Front, Run, heading, linked_front, split_link
from .scroll_anchor import ScrollAnchor

SAFE = "staying-safe"
"""The page that F5 opens, where a book has it."""


class Target(NamedTuple):
    """A page of the book, an address outside it, or nothing that may be opened."""

    kind: Literal["page", "outside", "nowhere"]
    front: Front | None = None
    slug: str = ""
    address: str = ""


def target(book: Book, here: Front, href: str) -> Target:
    """Where `href`, followed from `here`, leads: `06-signs.md#proof`, `#proof`, `https://…`.

    A fragment that names nothing in its own file leads nowhere; in another one, to the beginning of that.
    """
    if href.lower().startswith(("http://", "https://", "mailto:")):
        return Target("outside", address=href)
    front, slug = linked_front(book, here, href), split_link(href)[1]
    if front is None or (front is here and slug and heading(book.open(here), slug) is None):
        return Target("nowhere", address=href)
    return Target("page", front=front, slug=slug)


def spot_of(book: Book, found: Target) -> tuple[int, ScrollAnchor | None]:
    """The page to which a target leads, and what of it stands at the top; None for its beginning."""
    at = heading(book.open(found.front), found.slug) if found.front and found.slug else None
    if at is None:
        return 0, None
    return at.page, ScrollAnchor(at.block, at.part) if (at.block, at.part) != (0, 0) else None


def absolute(book: Book, front: Front, slug: str) -> str:
    """The link that leads to `front` from whatever file it is followed."""
    path = quote(os.path.relpath(front.path, book.folder).replace(os.sep, "/"))
    return f"/{path}#{quote(slug)}" if slug else f"/{path}"


def further(book: Book, here: Front, links: Iterable[Run]) -> Iterator[Run]:
    """Each of `links`, followed from `here`, once, but for those that lead to a chapter or to *Staying safe*.

    These can be opened without a link.
    """
    listed = (*book.fronts, book.front(SAFE))
    for link in {link.href: link for link in links}.values():
        found = target(book, here, link.href)
        if found.kind != "page" or found.slug or found.front not in listed:
            yield link
