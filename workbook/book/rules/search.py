"""Finding words, in the book and in what the reader wrote, wherever a line happened to end."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import islice
from typing import NamedTuple

from ...text import one_line
from ..model import Answer, Book
from .folding import folded, span
from .searched import Piece, searched

MOST_HITS = 200
"""So many hits are shown, ten screens of them; who has more needs another word."""

_BEFORE, _WIDTH = 30, 90
"""Characters of a snippet: before the words at most, and in all. It is two lines of a narrow terminal."""


class Hit(NamedTuple):
    """One piece of text with the words in it: a paragraph, a label, an answer."""

    chapter: str
    """The id of its file, the cover and the leaflets among them; empty for words that are kept aside."""
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


def found(
    book: Book, answers: Mapping[str, Answer], words: str, today: date = date.min, aside: Iterable[str] = ()
) -> tuple[Hit, ...]:
    """The first hits for `words`, in reading order: what is printed before what is written, `aside` last.

    Words that wait on `today` for a day are found, but not shown.
    """
    kept = (Piece(text, own=True) for text in aside)
    return found_in((*searched(book, answers, today), *kept), words)


def found_in(pieces: Iterable[Piece], words: str) -> tuple[Hit, ...]:
    """The first hits for `words` in `pieces`; where they stand together nowhere, the pieces that hold each.

    Accents and capital letters make no difference, nor does what cannot be seen; a line end is a blank.
    """
    sought = words_sought(words)
    if not sought:
        return ()
    texts = [(piece, folded(one_line(piece.text))) for piece in pieces]
    hits = (_hit(piece, text.index(sought), sought) for piece, text in texts if sought in text)
    if together := tuple(islice(hits, MOST_HITS)):
        return together
    each = sorted(set(sought.split()), key=len)
    apart = (
        _hit(piece, text.index(each[-1]), each[-1])
        for piece, text in texts
        if all(word in text for word in each)
    )
    return tuple(islice(apart, MOST_HITS))


def words_sought(words: str) -> str:
    """`words` as they are compared; empty where there is nothing to look for."""
    return " ".join(folded(one_line(words)).split())


def _hit(piece: Piece, at: int, sought: str) -> Hit:
    """The hit for `sought`, which stands `at` in the piece when that is folded."""
    where = (piece.chapter, piece.page, piece.block, piece.part, piece.address, piece.own)
    if piece.instead:
        return Hit(*where, piece.instead, 0, 0, piece.where)
    text = one_line(piece.text)
    start, end = span(text, at, at + len(sought))
    begin, stop = _window(text, start, end)
    before = "…" if begin else ""
    after = "…" if stop < len(text) else ""
    shift = len(before) - begin
    return Hit(*where, f"{before}{text[begin:stop]}{after}", start + shift, end + shift, piece.where)


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """Where to cut the text around what was found: between words, where there are any nearby."""
    begin = max(0, start - _BEFORE)
    stop = max(end, begin + _WIDTH)
    if begin:
        begin = text.find(" ", begin, start) + 1 or begin
    if stop < len(text):
        space = text.rfind(" ", end, stop + 1)
        stop = stop if space < 0 else space
    return begin, min(stop, len(text))
