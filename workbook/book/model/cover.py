"""The cover as data: what a new reader reads first, what opens from there, what stands there every day."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .chapter import Book, Front, Page
from .links import linked_front
from .prose import Block, Prose, Run


class Section(NamedTuple):
    """A `##` of the cover: a text that opens over it."""

    title: str
    slug: str
    text: Prose
    minutes: int
    """Reading time of the chapters that it links to, together; 0 where it names none."""


class Cover(NamedTuple):
    """What the cover of a book says; of a book without one, its title."""

    opening: Prose
    """From the title to the first `##`."""
    sections: tuple[Section, ...]
    standing: Prose
    """The paragraphs of the opening that link to a leaflet: they are for every day."""


def cover_of(book: Book) -> Cover:
    """The cover of `book`; reads that one file, and no chapter."""
    pages = book.open(book.cover).pages if book.cover else ()
    first = pages[:1] if pages and not _begins_below_title(pages[0]) else ()
    opening = _titled(book.title, [block for page in first for block in _blocks(page)])
    standing = [
        block for block in opening if block.kind == "paragraph" and _named(book, (block,), book.extras)
    ]
    sections = tuple(_section(book, page) for page in pages[len(first) :])
    return Cover(Prose(tuple(opening)), sections, Prose(tuple(standing)))


def _section(book: Book, page: Page) -> Section:
    blocks = tuple(_blocks(page))
    minutes = sum(front.minutes or 0 for front in _named(book, blocks, book.fronts))
    return Section(page.title, page.slug, Prose(blocks), minutes)


def _begins_below_title(page: Page) -> bool:
    """Whether the file has nothing before its first `##`, so that its first page is already one of those."""
    first = next(_blocks(page), None)
    return first is not None and (first.kind, first.depth) == ("heading", 2)


def _titled(title: str, blocks: list[Block]) -> list[Block]:
    """`blocks` under a heading: their own, else the title of the book."""
    has_heading = bool(blocks) and blocks[0].kind == "heading"
    return blocks if has_heading else [Block("heading", (Run(title),), depth=1), *blocks]


def _blocks(page: Page) -> Iterator[Block]:
    """The prose of a page of the cover, which asks nothing: an exercise there was read as prose already."""
    return (block for part in page.blocks if isinstance(part, Prose) for block in part.blocks)


def _named(book: Book, blocks: Iterable[Block], fronts: tuple[Front, ...]) -> list[Front]:
    """Those of `fronts` to whose files `blocks` of the cover link."""
    links = Prose(tuple(blocks)).links
    linked = [linked_front(book, book.cover, link.href) for link in links] if book.cover else []
    return [front for front in fronts if front in linked]
