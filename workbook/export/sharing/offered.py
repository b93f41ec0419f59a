"""What may be shared of what was written, exercise by exercise, and what of it the reader has ticked."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from ...answers import Kept
from ...book import Answer, Book, Chapter, Dated, Group, Problem
from ..written import Written, written, written_at

_HARMLESS = frozenset(("no-front-matter", "missing-key", "bad-front-matter"))
"""Errors of the front matter: they make no private question look like one that is not."""


class Offered(NamedTuple):
    """One exercise, or one entry of it, with those of its words that may be shared, and no others."""

    written: Written
    versions: frozenset[str]
    """The names of the versions that these words are."""
    is_ticked: bool = False
    is_changed: bool = False
    """Whether other words were ticked here than those that stand here now."""


class _Given(Dated):
    """Some of the answers that are kept."""

    def __init__(self, kept: Kept, given: Mapping[str, Answer]) -> None:
        self._kept, self._given = kept, given

    @property
    def after(self) -> Mapping[str, str]:
        """As in all of them."""
        return self._kept.after

    def written_at(self, address: str) -> datetime | None:
        """As in all of them."""
        return self._kept.written_at(address)

    def __getitem__(self, address: str) -> Answer:
        return self._given[address]

    def __iter__(self) -> Iterator[str]:
        return iter(self._given)

    def __len__(self) -> int:
        return len(self._given)


def offered(book: Book, kept: Kept, today: date) -> Iterator[Offered]:
    """What neither the book nor its own record keeps from others, in the order of the book.

    Not what is folded, or stands under a row that is not ticked; nothing of a chapter with errors, where what
    is private could stand under another name.
    """
    shareable, marked = kept.shareable, kept.to_share
    broken = _broken(book.problems)
    for front, found in written(book, kept, today):
        chapter = book.open(front)
        if front.path in broken or _broken(chapter.problems):
            continue
        for whole in found:
            one = _without_private(chapter, whole, kept, shareable, today)
            if one:
                names = kept.shareable_versions(one.addresses)
                is_ticked = marked.get(one.at) == names
                yield Offered(one, names, is_ticked, one.at in marked and not is_ticked)


def all_ticked(book: Book, kept: Kept, today: date) -> list[Offered]:
    """What the reader has ticked, as it stands."""
    return [one for one in offered(book, kept, today) if one.is_ticked]


def may_be_shared(book: Book, kept: Kept) -> bool:
    """Whether any answer is kept from others neither by the book nor by its own record, seen at one glance.

    Where that is folded or stands under no tick, nothing is `offered` all the same.
    """
    for address in kept:
        blank = book.blank(address)
        record = kept.record(address) if blank and blank.share else None
        if record and not record.private:
            return True
    return False


def _broken(problems: Iterable[Problem]) -> set[Path]:
    """The files in which a question may pass for another one."""
    return {one.path for one in problems if one.level == "error" and one.code not in _HARMLESS}


def _without_private(
    chapter: Chapter, whole: Written, kept: Kept, shareable: Mapping[str, Answer], today: date
) -> Written | None:
    def may(address: str) -> bool:
        blank = chapter.blank(address)
        return blank is not None and blank.share and address in shareable and blank.takes(shareable[address])

    given = {address: shareable[address] for address in _open(whole, may)}
    return written_at(chapter, whole.page, whole.exercise, _Given(kept, given), today, whole.entry)


def _open(whole: Written, may: Callable[[str], bool]) -> Iterator[str]:
    """The addresses of what the page shows of `whole`, as far as it `may` be shared."""
    waits = isinstance(whole.exercise, Group) and whole.exercise.opens_by_tick
    for section in whole.sections:
        tick = f"{whole.at}/{section.row}"
        if waits and not (section.is_ticked and may(tick)):
            continue
        if section.is_ticked and may(tick):
            yield tick
        for part in section.parts:
            if not part.is_folded:
                blanks = part.field.blanks(part.address)
                yield from (blank.address for blank in blanks if may(blank.address))
