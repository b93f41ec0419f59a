"""Finding words, in the book and in what the reader wrote, wherever a line happened to end."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import NamedTuple
from unicodedata import normalize

from ...text import one_line
from ..kinds import Text
from ..model import Answer, Book, Chapter, Exercise, Prose, after_of, by_exercise, entries, phrases

MOST = 200
"""So many hits are shown, ten screens of them; who has more needs another word."""

_BEFORE, _WIDTH = 30, 90
"""Characters of a snippet: before the words at most, and in all. It is two lines of a narrow terminal."""
_ALIKE = {"'": "['’]", "’": "['’]", '"': '["“”]', "“": '["“”]', "”": '["“”]'}


class Hit(NamedTuple):
    """One piece of text with the words in it: a paragraph, a label, an answer."""

    chapter: str
    page: int
    """The page of the chapter, from 0."""
    block: int
    """The block of the page, from 0."""
    part: int
    """Of prose, which of its blocks, from 0."""
    address: str
    """Of an answer its blank, of a label its item or row; else empty."""
    own: bool
    """Whether these are the reader's own words."""
    snippet: str
    """The words with some of what stands around them, on one line."""
    start: int
    """Where they begin in the snippet."""
    end: int
    """Where they end in the snippet."""
    where: str = ""
    """What is said of where it stands, where that is not the page of a chapter."""

    @property
    def waits(self) -> bool:
        """Whether the words wait for a day, and are not shown."""
        return not self.end


class Piece(NamedTuple):
    """A text in which words are looked for: one paragraph, one label, one answer."""

    text: str
    part: int = 0
    address: str = ""
    own: bool = False
    folded: str = ""
    """What is shown in the place of words that wait for a day."""
    where: str = ""
    """As in `Hit`."""


Placed = tuple[str, int, int, Piece]
"""A piece with the chapter, the page and the block in which it stands."""


def found(
    book: Book, answers: Mapping[str, Answer], words: str, today: date = date.min, *, own: bool = False
) -> tuple[Hit, ...]:
    """The first hits for `words` in all chapters, in reading order; what is printed before what is written.

    With `own` nothing that is printed. Words that wait on `today` for a day are found, but not shown.
    """
    written = by_exercise(answers)
    pieces = (
        (chapter.id, page_number, block_number, piece)
        for chapter in book.chapters
        for page_number, page in enumerate(chapter.pages)
        for block_number, block in enumerate(page.blocks)
        for piece in _pieces(chapter, block, written, answers, today)
        if piece.own or not own
    )
    return found_in(pieces, words)


def found_in(pieces: Iterable[Placed], words: str) -> tuple[Hit, ...]:
    """The first hits for `words` in `pieces`.

    Small and capital letters are the same, so are straight and curly quotes, and a line end is a blank.
    """
    sought = _folded(words)
    if not sought:
        return ()
    pattern = re.compile("".join(_ALIKE.get(letter, re.escape(letter)) for letter in sought), re.IGNORECASE)
    hits = (
        _hit(chapter, page, block, piece, match)
        for chapter, page, block, piece in pieces
        if (match := pattern.search(_folded(piece.text)))
    )
    return tuple(islice(hits, MOST))


def _folded(text: str) -> str:
    """`text` on one line, composed: a letter and its accent may come as one character or as two."""
    return normalize("NFC", one_line(text))


def _hit(chapter: str, page: int, block: int, piece: Piece, match: re.Match[str]) -> Hit:
    hit = Hit(chapter, page, block, piece.part, piece.address, piece.own, piece.folded, 0, 0, piece.where)
    if piece.folded:
        return hit
    begin, stop = _window(match)
    before = "…" if begin else ""
    after = "…" if stop < len(match.string) else ""
    shift = len(before) - begin
    return hit._replace(
        snippet=f"{before}{match.string[begin:stop]}{after}",
        start=match.start() + shift,
        end=match.end() + shift,
    )


def _window(match: re.Match[str]) -> tuple[int, int]:
    """Where to cut the text around a match: between words, where there are any nearby."""
    text, begin = match.string, max(0, match.start() - _BEFORE)
    stop = max(match.end(), begin + _WIDTH)
    if begin:
        begin = text.find(" ", begin, match.start()) + 1 or begin
    if stop < len(text):
        space = text.rfind(" ", match.end(), stop + 1)
        stop = stop if space < 0 else space
    return begin, min(stop, len(text))


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
                folded = phrases.folded_until(until, today) if until else ""
                yield Piece(value, address=blank.address, own=True, folded=folded)
