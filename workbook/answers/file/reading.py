"""Reading a file of answers, whatever state it is in, before anything else sees what it holds."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from ...book import Book
from ..disk import previous, real_file, tighten
from ..document import (
    ONLY,
    SCHEMA,
    UNREAD,
    Kept,
    State,
    answers_book,
    book_of,
    cleaned,
    fresh_in,
    is_newer,
    is_older,
    migrated,
    moved,
    schema_of,
)
from ..errors import AnswersError, Damaged
from .backups import keep_moment
from .conflicts import with_conflicts
from .damage import newest_good, set_aside, size_notice
from .kinship import unmarked
from .storage import read_state

NEWER = "made by a newer version of this program"


class Found(NamedTuple):
    """What a file of answers turned out to hold."""

    state: State
    is_saved: bool
    """False where it has to be saved again: it was read from a copy, or migrated."""
    notices: tuple[str, ...]


def read_untouched(folder: Path, book: Book) -> Found:
    """What `read_answers` shows, and says, of the file in `folder` as it stands; raises what that raises.

    Copies of sync programs are joined and answers moved in memory alone, as the next writer will have them.
    """
    path = real_file(folder, book.id)
    try:
        state, source = newest_good(path, book.id)
        state = understood(state, book, path)
        joined = state if is_newer(state) else with_conflicts(state, path)[0]
    except Damaged as damage:
        raise AnswersError(f"{path} is damaged ({damage}), and there is no good copy of it") from None
    except OSError as error:
        raise unreadable(path, error) from None
    notices = []
    if source not in (None, path):
        notices.append(f"{path} is damaged or gone. This was read from the newest good copy, {source}.")
    if is_newer(state):
        notices.append(f"{path} was {NEWER}: what this one does not know is not shown.")
    else:
        notices += unread_notices(joined)
        joined = moved(cleaned(joined), book, at="", device="")
    return Found(joined, is_saved=source in (None, path), notices=tuple(notices))


def read_for_writing(folder: Path, book: Book, now: datetime) -> Found:
    """The answers to `book` in `folder` for the program that holds the lock.

    Modes that let others read are tightened, damaged files set aside, and a copy is made of what has to be
    migrated: `notices` tell it. Raises AnswersError where the file is of another book, OSError where it
    cannot be read, or something cannot be written.
    """
    path = real_file(folder, book.id)
    notices = tighten(folder, book.id)
    state, source = _whole(path, book.id, now, notices)
    if source and source != path:
        notices.append(f"Your answers were opened from the newest good copy, {source}.")
    elif source and (large := size_notice(path)):
        notices.append(large)
    old = bool(state) and is_older(state)
    if old:
        keep_moment(path, book.id, now, f"schema-{schema_of(state)}")
    return Found(understood(state, book, path), source in (None, path) and not old, tuple(notices))


def understood(state: State, book: Book, path: Path) -> State:
    """`state` in the schema of this program, its texts clean; a newer one as it is, an empty one new.

    Raises AnswersError where `state`, which was read from `path`, answers another book.
    """
    if state and not answers_book(state, book.id):
        raise AnswersError(f"{path} holds the answers to another book, '{book_of(state)}'")
    clean = cleaned(unmarked(migrated(state))) if state else {"meta": {}}
    if is_newer(clean):
        return clean
    meta = {**clean["meta"].get(ONLY, {}), "schema": SCHEMA, "book": book.id, "title": book.title}
    return {**clean, "meta": {**clean["meta"], ONLY: meta}}


def unread_notices(state: State) -> list[str]:
    """What the reader is told of parts of the file that cannot be read, and was not told yet."""
    names = ", ".join(part.name for part in Kept({UNREAD: dict(fresh_in(state))}).unread)
    if not names:
        return []
    told = f"A part of the file of your answers could not be read: {names}. It is kept as it stands there"
    return [f"{told}; Words kept aside shows it. Everything else is here."]


def put_aside(path: Path, damage: Damaged, now: datetime) -> str:
    """Sets the damaged file `path` aside and returns what the reader is told of it; raises OSError."""
    return f"{path} was damaged: {damage}. It was set aside, as it was, as {set_aside(path, now)}."


def moment(now: datetime) -> str:
    """`now` as it is kept beside an answer, to the second: `2026-11-22T20:15:00Z`."""
    return f"{now.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def unreadable(path: Path, error: OSError) -> AnswersError:
    """What is raised where `path`, or what `error` names, cannot be read."""
    name = error.filename if isinstance(error.filename, str | os.PathLike) else path
    return AnswersError(f"{name} cannot be read: {error.strerror or type(error).__name__}")


def _whole(path: Path, book_id: str, now: datetime, notices: list[str]) -> tuple[State, Path | None]:
    """The newest good state of the data file `path` and where it is from.

    What is damaged is set aside: the file, and a `.bak` that would have taken its place, for the next saves
    would write over both.
    """
    for file in (path, previous(path)):
        try:
            state = read_state(file)
        except Damaged as damage:
            notices.append(put_aside(file, damage, now))
        except OSError:
            if file == path:
                raise
        else:
            if state is not None:
                return state, file
    try:
        return newest_good(path, book_id)
    except Damaged:  # no copy is good either; they stay where they are
        return {}, None
