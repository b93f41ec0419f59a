"""Orphans: answers whose question is gone. They are kept for ever and listed, never deleted."""

from collections.abc import Mapping

from ..model import Answer, Book, Chapter, chapter_of


def orphans(book: Book, answers: Mapping[str, Answer]) -> tuple[str, ...]:
    """The addresses of all orphans: chapter by chapter in reading order, then those of vanished chapters.

    Only chapters that have answers are read.
    """
    by_chapter: dict[str, dict[str, Answer]] = {}
    for address, value in answers.items():
        by_chapter.setdefault(chapter_of(address), {})[address] = value
    found: list[str] = []
    for front in book.fronts:
        if theirs := by_chapter.pop(front.id, None):
            found += orphans_of(book.open(front), theirs)
    return (*found, *vanished(book, answers))


def orphans_of(chapter: Chapter, answers: Mapping[str, Answer]) -> tuple[str, ...]:
    """The addresses of the orphans that one chapter has, in alphabetical order.

    The blank is gone, or no longer takes the value: the choice of an item that was taken out, a number out
    of range, an entry of what does not repeat.
    """
    return tuple(
        sorted(
            address
            for address, value in answers.items()
            if chapter_of(address) == chapter.id and not _is_at_home(chapter, address, value)
        )
    )


def vanished(book: Book, answers: Mapping[str, Answer]) -> tuple[str, ...]:
    """The addresses of the orphans whose whole chapter is gone, in alphabetical order."""
    chapters = {front.id for front in book.fronts}
    return tuple(sorted(address for address in answers if chapter_of(address) not in chapters))


def _is_at_home(chapter: Chapter, address: str, value: Answer) -> bool:
    blank = chapter.blank(address)
    return blank is not None and blank.takes(value)
