"""The pages that two people do together, and how one is opened while both of them look at the screen."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from ..book import Answer, Book, Exercise, Front, Group, Page, Prose
from .journey import PageRef
from .links import target

_MINUTE = timedelta(minutes=1)


def pages_for_two(book: Book) -> tuple[PageRef, ...]:
    """The pages for two: those on which people take turns, behind the pages that these link to.

    A link to a whole chapter names no page.
    """
    found: dict[PageRef, None] = {}
    for front in book.mentioning("turns"):
        for number, page in enumerate(book.open(front).pages):
            if any(isinstance(one, Group) and one.view == "turns" for one in page.exercises):
                found |= dict.fromkeys((*_linked(book, front, page), PageRef(front, number)))
    return tuple(found)


def _linked(book: Book, here: Front, page: Page) -> Iterator[PageRef]:
    """The pages of chapters that `page` links to."""
    for link in (link for block in page.blocks if isinstance(block, Prose) for link in block.links):
        front, slug = target(book, here, link.href)[1:3]
        if slug and front and front in book.fronts:
            pages = enumerate(book.open(front).pages)
            yield from (PageRef(front, number) for number, other in pages if other.slug == slug)


class Since(Mapping[str, Answer]):
    """The answers that came since a moment: those that stood there `before` are not among them."""

    def __init__(self, answers: Mapping[str, Answer], before: frozenset[str]) -> None:
        self._answers, self._before = answers, before

    def __getitem__(self, address: str) -> Answer:
        if address in self._before:
            raise KeyError(address)
        return self._answers[address]

    def __iter__(self) -> Iterator[str]:
        return (address for address in self._answers if address not in self._before)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def sat_down_to(page: Page) -> Page:
    """`page` with what is begun anew each time that people sit down to it, and no other exercise.

    What is asked once, or once a week, may hold words already, of one of them alone.
    """
    return page._replace(blocks=tuple(_blocks(page)))


def _blocks(page: Page) -> Iterator[Prose | Exercise]:
    for block in page.blocks:
        if not isinstance(block, Exercise) or block.repeats == "entry":
            yield block
        elif isinstance(block, Group) and block.view == "turns":
            yield replace(block, fields=())


def free_minute(now: datetime, before: frozenset[str]) -> datetime:
    """`now`, or the first minute from then on of which no entry stood there `before`."""
    taken = {address.partition("@")[2][: len("2026-11-22T2015")] for address in before}
    while f"{now:%Y-%m-%dT%H%M}" in taken:
        now += _MINUTE
    return now
