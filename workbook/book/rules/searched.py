"""The texts in which words are looked for: all that is printed in a book, and what the reader wrote."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from ..kinds import Text
from ..model import Answer, Book, Chapter, Exercise, Page, Prose, after_of, by_exercise, entries, phrases


class Piece(NamedTuple):
    """One paragraph, one label, one answer, and where it stands."""

    text: str
    part: int = 0
    address: str = ""
    own: bool = False
    instead: str = ""
    """What is shown in the place of words that wait for a day."""
    chapter: str = ""
    page: int = 0
    block: int = 0
    where: str = ""
    """What is said of where it stands, where that is not the page of a chapter."""


def searched(book: Book, answers: Mapping[str, Answer], today: date) -> Iterator[Piece]:
    """Every piece: the cover, the chapters in reading order, the leaflets."""
    written = by_exercise(answers)
    for front in (*book.listed, *book.extras):
        chapter = book.open(front)
        for number, page in enumerate(chapter.pages):
            if not number and not _is_titled(page, front.title):
                yield Piece(front.title, chapter=front.id)
            for place, block in enumerate(page.blocks):
                for piece in _pieces(chapter, block, written, answers, today):
                    yield piece._replace(chapter=front.id, page=number, block=place)


def _is_titled(page: Page, title: str) -> bool:
    """Whether the title is found on the page itself, as a heading."""
    first = next((block for block in page.blocks if isinstance(block, Prose)), None)
    return first is not None and any(part.kind == "heading" and part.words == title for part in first.blocks)


def _pieces(
    chapter: Chapter,
    block: Prose | Exercise,
    written: Mapping[str, list[str]],
    answers: Mapping[str, Answer],
    today: date,
) -> Iterator[Piece]:
    if isinstance(block, Prose):
        yield from (Piece(part.words, number) for number, part in enumerate(block.blocks))
    else:
        at = f"{chapter.id}/{block.id}"
        yield from _printed(at, block)
        yield from _answered(chapter, block, written.get(at, ()), answers, today)


def _printed(at: str, exercise: Exercise) -> Iterator[Piece]:
    """What an exercise asks, and all that it offers to choose from."""
    yield from (Piece(block.words) for block in exercise.prompt.blocks)
    yield from (Piece(words.text, address=words.address) for words in exercise.offered(at))


def _answered(
    chapter: Chapter,
    exercise: Exercise,
    addresses: Collection[str],
    answers: Mapping[str, Answer],
    today: date,
) -> Iterator[Piece]:
    """What the reader wrote into an exercise; of one that repeats, the newest entry last."""
    at = f"{chapter.id}/{exercise.id}"
    named = entries(at, addresses, after_of(answers)) if exercise.repeats else ("",)
    for entry in named if addresses else ():
        for blank in chapter.blanks(exercise, entry):
            value = answers.get(blank.address)
            if isinstance(value, str) and isinstance(blank.of, Text):
                until = blank.of.waits_until(blank.address, answers, today)
                instead = phrases.folded_until(until, today) if until else ""
                yield Piece(value, address=blank.address, own=True, instead=instead)
