"""The way through the book: which page is open, which comes next, and where the reader came from."""

from typing import NamedTuple

from ..book import Book, Chapter, Front, Page, split_entry
from .scroll_anchor import TOP, ScrollAnchor
from .your_words import WORDS, WORDS_CHAPTER


class PageRef(NamedTuple):
    """A page of the book: the file it stands in, and its number there, from 0."""

    front: Front
    number: int = 0


class Journey:
    """Goes through cover, chapters and *Your words*, page by page, and can go back to where it was before.

    The cover is one page: what stands under its `##` opens over it.
    """

    def __init__(self, book: Book) -> None:
        self.book = book
        self._fronts = (*book.listed, WORDS)
        self.here = PageRef(self._fronts[0])
        self._before: list[tuple[PageRef, ScrollAnchor]] = []

    @property
    def chapter(self) -> Chapter:
        """The chapter that is open."""
        return self._open(self.here.front)

    def _open(self, front: Front) -> Chapter:
        return WORDS_CHAPTER if front is WORDS else self.book.open(front)

    @property
    def is_in_words(self) -> bool:
        """Whether *Your words* is open."""
        return self.here.front is WORDS

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self.chapter.pages[self.here.number]

    def page_called(self, name: str, slug: str = "", number: int = 0) -> PageRef | None:
        """The page `slug` of the chapter `name`, else its page `number`, else its last one."""
        front = next((front for front in self._fronts if front.id == name), None)
        if front is None:
            return None
        if front is self.book.cover:
            return PageRef(front)
        pages = self._open(front).pages
        named = [index for index, page in enumerate(pages) if slug and page.slug == slug]
        return PageRef(front, named[0] if named else max(0, min(number, len(pages) - 1)))

    def page_at(self, address: str) -> PageRef | None:
        """The page on which the blank at `address` stands, or the exercise; None where the book has none."""
        name, _, rest = address.partition("/")
        exercise, _ = split_entry(rest.partition("/")[0])
        chapter = self.book.chapter(name)
        for number, page in enumerate(chapter.pages if chapter else ()):
            if any(found.id == exercise for found in page.exercises):
                return PageRef(chapter.front, number) if chapter else None
        return None

    def next(self) -> PageRef | None:
        """The page after this one, or None at the end of the book."""
        front, number = self.here
        if front is not self.book.cover and number + 1 < len(self.chapter.pages):
            return PageRef(front, number + 1)
        after = self._fronts.index(front) + 1
        return PageRef(self._fronts[after]) if after < len(self._fronts) else None

    def previous(self) -> PageRef | None:
        """The page before this one, or None at the cover."""
        front, number = self.here
        if number:
            return PageRef(front, number - 1)
        at = self._fronts.index(front)
        if not at:
            return None
        before = self._fronts[at - 1]
        return PageRef(before, 0 if before is self.book.cover else len(self._open(before).pages) - 1)

    def go(self, ref: PageRef, spot: ScrollAnchor = TOP) -> None:
        """Open `ref`, remembering where this was, with `spot` at the top; the last fifty are remembered."""
        if ref != self.here:
            self._before = [*self._before[-49:], (self.here, spot)]
            self.here = ref

    @property
    def has_before(self) -> bool:
        """Whether there is anything to go back to."""
        return bool(self._before)

    def back(self) -> ScrollAnchor | None:
        """Open what was open before, and return what stood at the top there; None where there was nothing."""
        if not self._before:
            return None
        self.here, spot = self._before.pop()
        return spot

    @property
    def position(self) -> str:
        """`The five signs · 2 of 3`."""
        pages = len(self.chapter.pages)
        of = f" · {self.here.number + 1} of {pages}" if pages > 1 else ""
        return f"{self.here.front.title}{of}"
