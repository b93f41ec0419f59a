"""The texts that are out in an editor: a private file each, until their words are safe among the answers."""

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from os import urandom
from pathlib import Path
from typing import NamedTuple

from ..text import canonical, clean
from .answers import Answers
from .disk import create_private, read_plain, tightened
from .document import Kept

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before that of UTF-16, with which it begins
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HOLDS_WORDS = re.compile(r"#?(editing-\w{8}\.md)(?:#|\.save(?:\.\d+)?)?")
"""The file itself, and what emacs and nano write beside it when they are ended with words in them."""


class NotTextError(ValueError):
    """A file holds something else than text in UTF-8, or in UTF-16 or UTF-32 with its mark."""


class LeftOver(NamedTuple):
    """Words that an editor saved and that are not among the answers."""

    path: Path
    address: str
    """Where they belong; "" where that is not known."""
    saved: datetime
    """When the file was written, UTC."""
    words: str | None
    """None where the file is no text, or cannot be read."""


def hand_out(answers: Answers, address: str, text: str) -> Path:
    """A new private file that holds `text`, beside the answers, which remember its `address`.

    Raises OSError where it cannot be written, ValueError where the text cannot.
    """
    path = answers.path.parent / f"editing-{urandom(4).hex()}.md"
    create_private(path, text.encode("utf-8"))
    answers.keep_editing(path.name, address)
    return path


def words_in(path: Path) -> str:
    """The words in `path` as they may stand in a field; raises NotTextError or OSError.

    The newline that editors put at the end is not of them.
    """
    with suppress(OSError):
        tightened(path)  # many an editor makes a new file of it
    raw = read_plain(path)
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), "utf-8-sig")
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        raise NotTextError from None
    if "\0" in text:  # UTF-16 without its mark, or no text at all
        raise NotTextError
    return as_read(text)


def as_read(text: str) -> str:
    """`text` as `words_in` gives it back when nobody has changed it."""
    return clean(text).removesuffix("\n")


def take_back(answers: Answers, path: Path) -> None:
    """Remove the file, what the editor put beside it (a copy, a swap file), and what is remembered of it."""
    name = _file_of(path)
    for left in list(path.parent.glob(f"*{name}*")):
        with suppress(OSError):
            left.unlink()
    if name in answers.editing:
        answers.keep_editing(name, "")


def drop(answers: Answers, path: Path) -> None:
    """Remove one file of `left_over`; with the last of those that belong together all that is beside them."""
    mine = [one for one in _waiting(answers) if _file_of(one.path) == _file_of(path)]
    words = next((one.words for one in mine if one.path == path), None)
    others = [one for one in mine if one.path != path and (words is None or one.words != words)]
    if not others:
        take_back(answers, path)
    for one in mine:
        if one not in others:
            one.path.unlink(missing_ok=True)
    path.unlink(missing_ok=True)


def left_over(answers: Answers) -> tuple[LeftOver, ...]:
    """All that editors have saved and that is not among the answers, each once, the oldest first.

    A file that another book in the same folder has handed out is not of them.
    """
    distinct = {(_file_of(one.path), one.words or one.path): one for one in reversed(_waiting(answers))}
    return tuple(reversed(distinct.values()))


def tidy(answers: Answers) -> None:
    """Remove what earlier editors left and is among the answers, and forget files that are gone."""
    waiting = {_file_of(one.path) for one in left_over(answers)}
    there = {_file_of(path): path for path in _files(answers.path.parent)}
    for name, path in there.items():
        if name not in waiting and not _is_of_another_book(name, answers):
            take_back(answers, path)
    for name in answers.editing.keys() - there.keys():
        answers.keep_editing(name, "")


def rescued(path: Path) -> tuple[Path, ...]:
    """What an editor wrote beside `path` as it was ended with words in it that nobody had saved."""
    return tuple(other for other in _files(path.parent) if _file_of(other) == path.name and other != path)


def _waiting(answers: Answers) -> list[LeftOver]:
    found = (_left_over(path, answers) for path in _files(answers.path.parent))
    waiting = (one for one in found if one and not _is_among(answers, one))
    return sorted(waiting, key=lambda one: (one.saved, one.path))


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.iterdir()) if _HOLDS_WORDS.fullmatch(path.name))


def _file_of(path: Path) -> str:
    """The name of the file that was handed out, of which `path` may be a copy."""
    found = _HOLDS_WORDS.fullmatch(path.name)
    return found.group(1) if found else path.name


def _left_over(path: Path, answers: Answers) -> LeftOver | None:
    """What `path` holds; None where it is gone by now, or is of another book."""
    name = _file_of(path)
    if _is_of_another_book(name, answers):
        return None
    words = None
    with suppress(OSError, NotTextError):
        words = words_in(path)
    try:
        saved = datetime.fromtimestamp(path.lstat().st_mtime, UTC)
    except OSError:
        return None
    return LeftOver(path, answers.editing.get(name, ""), saved, words)


def _is_of_another_book(name: str, answers: Answers) -> bool:
    """Whether the answers to another book in the same folder remember the file `name`."""
    if name in answers.editing:
        return False
    for other in answers.path.parent.glob("*.json"):
        with suppress(OSError):
            if other != answers.path and name.encode() in read_plain(other):
                return True
    return False


def _is_among(answers: Kept, found: LeftOver) -> bool:
    """Whether nothing would be lost with the file: it is empty, or its words stand where they belong."""
    if found.words is None:
        return False
    words, kept = canonical(found.words), answers.record(found.address)
    standing = (kept.value, *(other.value for other in kept.alternatives)) if kept else ()
    return not words or words in standing
