"""Reading a file that may be anything, and what to do when it is not a file of answers.

A damaged file is never overwritten, and what it held is never silently replaced by nothing: the newest good
copy is opened and the damaged file set aside.
"""

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import cast

from ..disk import book_of_file, copies, free, move, previous, read_plain, sync_folder, tightened
from ..document import State, book_of, decoded, is_in_form, parsed, sorted_out
from ..errors import Damaged

LARGE = 20_000_000
"""Bytes above which the reader is told: 46 MB took 0.7 s for each save, and 100 MB 284 MB of memory."""


def loaded(raw: bytes) -> State:
    """The state that the bytes of a file hold, in the schema they were written in.

    A part that is not in form is in the table `unread`, so that all others are here. Raises Damaged, whose
    text quotes nothing, where there is no file of answers left.
    """
    try:
        text = decoded(raw)
        state = parsed(text)
        return cast("State", state) if is_in_form(state) else sorted_out(text)
    except ValueError:
        raise Damaged(_why_unreadable(raw)) from None


def newest_good(path: Path, book_id: str) -> tuple[State, Path | None]:
    """The newest whole state of the data file `path`, and the file it is from; ({}, None) if there is none.

    Looks at `path`, its `.bak`, then, if neither is good, the copies of the book `book_id` in `backups/`;
    changes nothing. Raises Damaged where files are there but none is good: a book that was filled in never
    comes back as an empty one. Raises OSError where `path` cannot be read, or `backups/` cannot be listed.
    """
    path = Path(os.path.realpath(path))
    damaged = None
    for copy in _from_the_newest(path):
        try:
            state = loaded(read_plain(copy))
        except Damaged as reason:
            damaged = damaged or reason
        except FileNotFoundError:
            continue
        except OSError:
            if copy == path:
                raise
        else:
            if copy in (path, previous(path)) or book_of(state) == book_id:
                return state, copy
    if damaged:
        raise damaged
    return {}, None


def set_aside(path: Path, now: datetime) -> Path:
    """Renames a damaged file to `<its name>.damaged-<time>`, byte for byte and 0600, and returns that path.

    Renamed rather than copied, because that works on a full disk too, and because the next save would make
    a damaged file that stayed there the `.bak`. An earlier one is never overwritten. Raises OSError.
    """
    aside = free(path.with_name(f"{path.name}.damaged-{now.astimezone():%Y-%m-%dT%H%M%S}"))
    move(path, aside)
    tightened(aside)
    sync_folder(path.parent)
    return aside


def size_notice(path: Path) -> str:
    """What the reader is told of a data file above 20 MB; empty for any other."""
    size = path.stat().st_size
    if size <= LARGE:
        return ""
    return f"Your answers take {size / 1e6:.0f} MB ({path}): opening and saving become slow. Nothing is lost."


def _from_the_newest(path: Path) -> Iterator[Path]:
    """The data file, its `.bak`, its copies: these are listed only once they are asked for."""
    yield path
    yield previous(path)
    yield from copies(path.parent, book_of_file(path))


def _why_unreadable(raw: bytes) -> str:
    if not raw.strip():
        return "it is empty"
    return "it is not whole, or was changed by something else"
