"""The pages that two people do together, and how one is opened while both of them look at the screen."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from ..book import Answer, Book, Exercise, Front, Group, Page, Prose, cover_of
from .journey import Stop
from .links import target

_MINUTE = timedelta(minutes=1)


def pages_for_two(book: Book) -> tuple[Stop, ...]:
    """The pages for two, in the order in which the cover names them.

    A page on which people take turns is for two. Where a section of the cover links to one, it is about two
    people, and so are the other pages that it links to; a link to a whole chapter names no page.
    """
    turns = tuple(_turns(book))
    named = (stop for links in _linked(book) if set(links) & set(turns) for stop in links)
    return tuple(dict.fromkeys((*named, *turns)))


def _turns(book: Book) -> Iterator[Stop]:
    for front in book.mentioning("turns"):
        for number, page in enumerate(book.open(front).pages):
            if any(isinstance(one, Group) and one.view == "turns" for one in page.exercises):
                yield Stop(front, number)


def _linked(book: Book) -> Iterator[tuple[Stop, ...]]:
    """By section of the cover, the pages of chapters that it links to."""
    if cover := book.cover:
        for section in cover_of(book).sections:
            found = (_page(book, cover, link.href) for link in section.text.links)
            yield tuple(stop for stop in found if stop)


def _page(book: Book, cover: Front, href: str) -> Stop | None:
    """The page that `href` names; None where that is a whole chapter, or no chapter at all."""
    front, slug = target(book, cover, href)[1:3]
    if front is None or front not in book.fronts or not slug:
        return None
    pages = enumerate(book.open(front).pages)
    return next((Stop(front, number) for number, page in pages if page.slug == slug), None)


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
