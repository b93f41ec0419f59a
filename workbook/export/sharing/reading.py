"""A copy to share, read: whoever it comes from, what is in it is words, and nothing is done with them.

Every line is looked at once, by itself, so no file takes long; what is not in the form of a copy is shown
as it stands there.
"""

import errno
import os
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple
from unicodedata import category

from ...answers import read_plain
from ...book import Book, is_date, split, unquoted
from ...text import clean, one_line
from ..errors import ExportError
from .copying import FORMAT

LARGEST = 500_000
"""Bytes of a copy that is read: fifty times what one takes that gives every word of a busy year. To set so
many in lines takes a third of a second, and a key waits no longer than that."""
_MOST_LINES = 20_000
_LONGEST = 50_000
"""Characters of a line: a long letter without a line end has some thousand."""
_GREETING = 20
"""Lines that may stand before the first one of a copy: a few words of who hands it over."""

_MOST_MARKS = 16
"""Marks that one letter may bear, more than any script has: over thousands some terminals take minutes."""
_PILED = re.compile(rf"[^\w\s!-~]{{{_MOST_MARKS + 1},}}")
"""Where there may be more; accents, joiners and the like are no letters to Python."""

_HEAD = re.compile(r'<!-- @share book="([^"]{1,200})" format=(\d{1,9}) -->')
_SHARED = re.compile(r'<!-- @shared at="([A-Za-z0-9@:._/-]{1,300})"(?: on="(\d{4}-\d\d-\d\d)")? -->')
_BOLD = re.compile(r"\*\*(.+)\*\*")
_ITEM = re.compile(r"- (?:[\[(]x[\])] )?(.*)")
_ID = re.compile(r" <!-- #([a-z0-9-]{1,200}) -->$")
_QUOTE = re.compile(r">(?: |$)")


class Said(NamedTuple):
    """One thing in a copy: a question inside an exercise, something ticked or chosen, or words."""

    kind: Literal["question", "item", "words"]
    text: str
    depth: int = 0
    """1 under a row."""
    item: str = ""
    """The id of what was ticked or chosen."""


class Shared(NamedTuple):
    """One exercise, or one entry of it, as a copy gives it."""

    chapter: str
    at: str = ""
    """Its address; empty where the copy does not say."""
    question: str = ""
    on: date | None = None
    said: tuple[Said, ...] = ()


def copy_at(path: Path, book: Book, name: str = "") -> tuple[Shared, ...]:
    """What the file `path` gives; where nothing can be said of it, it is called `name`.

    Raises ExportError in one line where it is no copy of words in `book`. Nothing is kept of it.
    """
    name = name or str(path)
    try:
        raw = read_plain(Path(os.path.realpath(path)), LARGEST)
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise ExportError(f"{name} is too long to be a copy to share") from None
        raise ExportError(f"{name} cannot be read: {error.strerror}") from None
    except ValueError:  # a name that no file can have
        raise ExportError(f"{name} cannot be read: no file has such a name") from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ExportError(f"{name} is no text, so it is no copy to share") from None
    return read_copy(text, book, name)


def read_copy(text: str, book: Book, name: str) -> tuple[Shared, ...]:
    """What the copy `text` gives; raises ExportError where it is none, or one of another book."""
    lines = split(_PILED.sub(_thinned, clean(text)))
    at, head = _head(lines)
    if not head:
        raise ExportError(f"{name} is no copy to share; 'workbook share' makes one")
    if head[1] != book.id:
        raise ExportError(f"{name} is a copy of words in another book, '{one_line(head[1])}'")
    if int(head[2]) > FORMAT:
        raise ExportError(f"{name} was made by a newer version of this program")
    if len(lines) > _MOST_LINES or any(len(line) > _LONGEST for line in lines):
        raise ExportError(f"{name} is too long to be a copy to share")
    return tuple(_shared([*lines[:at], "", *lines[at + 1 :]]))


def _thinned(found: re.Match[str]) -> str:
    """What was found, with no more marks on one letter than a letter can have."""
    kept, marks = [], 0
    for character in found[0]:
        marks = marks + 1 if category(character) in ("Mn", "Me", "Cf") else 0
        kept += [character] if marks <= _MOST_MARKS else []
    return "".join(kept)


def _head(lines: Sequence[str]) -> tuple[int, re.Match[str] | None]:
    """The line that says that this is a copy, and its number; a greeting may stand before it."""
    found = ((number, _HEAD.fullmatch(line.rstrip())) for number, line in enumerate(lines[:_GREETING]))
    return next((one for one in found if one[1]), (0, None))


def _shared(lines: Sequence[str]) -> Iterator[Shared]:
    now = Shared("")
    found: list[str] = []
    for line in lines:
        mark = _SHARED.fullmatch(line.rstrip())
        if not mark and not line.startswith("## "):
            found.append(line)
            continue
        yield from _with_words(now, found)
        found = []
        now = Shared(now.chapter, mark[1], on=_day(mark[2])) if mark else Shared(_meant(line[3:]))
    yield from _with_words(now, found)


def _with_words(now: Shared, lines: Sequence[str]) -> Iterator[Shared]:
    said = list(_said(lines))
    if said and now.at and said[0].kind == "question":
        now, said = now._replace(question=said[0].text), said[1:]
    if said or now.at:
        yield now._replace(said=tuple(said))


def _said(lines: Sequence[str]) -> Iterator[Said]:
    """What stands in `lines`; the lines of one quote are one piece of words."""
    quote: list[str] = []
    depth = 0
    for line in [*lines, ""]:
        words = line.strip()
        if _QUOTE.match(words):
            depth = depth if quote else _depth(line)
            quote.append(words)
            continue
        if quote:
            yield Said("words", unquoted(quote), depth)
            quote = []
        if words:
            yield _line(words, _depth(line))


def _line(words: str, depth: int) -> Said:
    if bold := _BOLD.fullmatch(words):
        return Said("question", _meant(bold[1]), depth)
    if item := _ITEM.fullmatch(words):
        name = _ID.search(item[1])
        label = item[1][: name.start()] if name else item[1]
        return Said("item", _meant(label), depth, name[1] if name else "")
    return Said("words", words, depth)  # by another hand than the program's


def _depth(line: str) -> int:
    return 1 if line.startswith("  ") else 0


def _meant(words: str) -> str:
    """What the escaped `words` say."""
    return one_line(unquoted([f"> {words}"]))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text and is_date(text) else None
