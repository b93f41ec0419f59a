"""The copies that sync programs leave beside the answers when two machines wrote at once."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from .backups import made_folder
from .damage import loaded
from .errors import Damaged
from .merge import merged
from .migrations import is_newer, migrated
from .names import CONFLICT, book_of_file, conflict_copies, free, moment_name
from .private_file import create_private, read_plain, sync_folder
from .state import State, answers_book, book_of


def with_conflicts(state: State, path: Path) -> tuple[State, tuple[Path, ...]]:
    """`state`, of the data file `path`, merged with the copies beside it, and the copies that are in it now.

    A copy that is damaged, of another book or of a newer version is not among them; it stays where it is.
    Changes no file: `put_away` the copies once the state is saved, for merging them again does no harm.
    """
    taken = []
    for copy in conflict_copies(path.parent, book_of_file(path)):
        theirs = _mergeable(copy, book_of(state))
        if theirs is not None:
            state = merged(state, theirs)
            taken.append(copy)
    return state, tuple(taken)


def put_away(taken: Iterable[Path], path: Path, now: datetime) -> tuple[Path, ...]:
    """Moves copies that are merged and saved to `backups/`, 0600, and returns where they are; raises OSError.

    Each is written anew rather than renamed, because others may have it open, with the mode it had.
    """
    folder = made_folder(path)
    kept = []
    for copy in taken:
        target = free(folder / moment_name(book_of_file(path), now, CONFLICT))
        create_private(target, read_plain(copy))
        copy.unlink()
        kept.append(target)
    sync_folder(folder)
    return tuple(kept)


def _mergeable(copy: Path, book_id: str) -> State | None:
    try:
        theirs = loaded(read_plain(copy))
    except (Damaged, OSError):
        return None
    return migrated(theirs) if answers_book(theirs, book_id) and not is_newer(theirs) else None
