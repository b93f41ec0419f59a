"""Whose a file is, by what is in it, whatever a sync program or a reader called it.

Versions are named by lot, so a file that knows one of ours, as shown, beside it or written over, came from
ours; one of the same book that knows none is somebody else's.
"""

import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

from ..disk import beginning, is_dated, read_plain, unnamed
from ..document import ONLY, Document, State, book_of, is_newer, migrated, names, past, versions
from ..errors import Damaged
from .damage import loaded

AT_MOST = 20_000_000
"""Bytes that are read of all such files together; the likeliest and the smallest go first."""
_NAME = re.compile(rb"[0-9a-f]{12}")
_BEGINS = b'{"meta":'
"""How every file begins that this program wrote, whatever it was called afterwards."""
_MARK = "backup"
"""The field of `meta` that says that `workbook backup` made the file."""


class Kin(NamedTuple):
    """A file of the book that is not called as its files are."""

    path: Path
    whose: Literal["a copy", "a backup", "somebody else's"]
    state: State | None
    """What it holds, in the schema of this program; None where it is damaged or of a newer one."""


def kin(folder: Path, name: str, book_id: str, ours: Iterable[State]) -> tuple[Kin, ...]:
    """The files of the book in `folder` and its `backups/` that are not called after `name`, as its own are.

    `ours` are states that are known to be ours, asked for only where there is such a file. What cannot be
    read, and what is very large, is passed over.
    """
    found = [(path, raw) for path, raw in _read(folder, name) if f'"{book_id}"'.encode() in raw]
    if not found:
        return ()
    known = frozenset(one for state in ours for one in _names_in(state))
    judged = (_judged(path, raw, (name, book_id), known) for path, raw in found)
    return tuple(one for one in judged if one)


def marked(state: State) -> State:
    """`state` as `workbook backup` writes it: so that it is never joined, and erased words stay erased."""
    return _with_meta(state, state.get("meta", {}).get(ONLY, {}) | {_MARK: True})


def unmarked(state: State) -> State:
    """`state` as it was before it was `marked`; the same one where it was not."""
    if not is_marked(state):
        return state
    return _with_meta(state, {name: one for name, one in state["meta"][ONLY].items() if name != _MARK})


def is_marked(state: State) -> bool:
    """Whether `workbook backup` made the file that held `state`."""
    return _MARK in state.get("meta", {}).get(ONLY, {})


def _with_meta(state: State, document: Document) -> State:
    return state | {"meta": state.get("meta", {}) | {ONLY: document}}


def _judged(path: Path, raw: bytes, called: tuple[str, str], known: frozenset[str]) -> Kin | None:
    """What the file is that holds `raw`; `called` are the name of its own files, and the id of the book."""
    whose: Literal["a copy", "a backup"] = "a copy"
    if any(is_dated(path.name, name) for name in called):
        whose = "a backup"
    try:
        state = loaded(raw)
    except Damaged:
        return Kin(path, whose, None) if _knows(raw, known) else None
    if book_of(state) != called[1]:
        return None
    if is_newer(state):
        return Kin(path, whose if _knows(raw, known) else "somebody else's", None)
    if known.isdisjoint(_names_in(state)):
        return Kin(path, "somebody else's", migrated(state))
    return Kin(path, "a backup" if is_marked(state) else whose, migrated(state))


def _names_in(state: State) -> Iterator[str]:
    """The names of all versions that `state` shows, keeps, or remembers as written over."""
    for document in state.get("answers", {}).values():
        yield from names(versions(document))
        yield from past(document)


def _knows(raw: bytes, known: frozenset[str]) -> bool:
    """Whether a version of ours is named in what cannot be read as a file of this program."""
    return any(found.decode() in known for found in _NAME.findall(raw))


def _read(folder: Path, name: str) -> Iterator[tuple[Path, bytes]]:
    """The files whose names do not say what they are, with their bytes: plain ones, `AT_MOST` in all."""
    found = []
    for path in unnamed(folder, name):
        with suppress(OSError):
            facts = path.lstat()
            if stat.S_ISREG(facts.st_mode) and _may_hold_answers(path):
                found.append((not path.name.startswith(name), facts.st_size, path))
    left = AT_MOST
    for _, size, path in sorted(found):
        if size <= left:
            with suppress(OSError):
                yield path, read_plain(path, left)
                left -= size


def _may_hold_answers(path: Path) -> bool:
    return ".json" in path.name.lower() or beginning(path, len(_BEGINS)) == _BEGINS
