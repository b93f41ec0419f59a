"""The copies that sync programs leave beside the answers when two machines wrote at once."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from ..disk import (
    CONFLICT,
    book_of_file,
    conflict_copies,
    create_private,
    free,
    moment_name,
    read_plain,
    sync_folder,
)
from ..document import Document, State, answers_book, book_of, is_newer, is_same, merged, migrated, value_of
from ..errors import Damaged
from .backups import made_folder
from .damage import loaded
from .kinship import Kin, kin, unmarked

TOLD = "told"
"""The table of the names of files that the reader was told of, so that it is said once."""
_LEFT = "it was left as it is. If it is yours, 'workbook restore' takes it in."
_OF_A_MACHINE = ("meta", "place", "settings", TOLD)
"""Tables in which no words are."""


def with_conflicts(
    state: State, path: Path, found: Iterable[Kin] | None = None
) -> tuple[State, tuple[Path, ...]]:
    """`state`, of the data file `path`, merged with the copies of it, and those that have to be put away.

    Copies are known by the names that sync programs give, or by what is in them: `found` is what `related`
    returns, which is asked where it is not given. One that is damaged, of another book or of a newer version
    stays where it is, and so does one without such a name that adds nothing. Changes no file: `put_away` the
    copies once the state is saved, for merging them again does no harm.
    """
    taken = []
    for copy in conflict_copies(path.parent, book_of_file(path)):
        theirs = _mergeable(copy, book_of(state))
        if theirs is not None:
            state = merged(state, theirs)
            taken.append(copy)
    for one in related(state, path) if found is None else found:
        if one.whose == "a copy" and one.state:
            joined = merged(state, _differing(one.state, state))
            if _adds(state, joined):
                state = joined
                taken.append(one.path)
    return state, tuple(taken)


def related(state: State, path: Path) -> tuple[Kin, ...]:
    """The files beside the data file `path`, which holds `state`, that are of its book and not called so."""
    return kin(path.parent, book_of_file(path), book_of(state), [state])


def with_strangers(state: State, found: Iterable[Kin], at: str) -> tuple[State, list[str]]:
    """`state`, in which those `found` that are somebody else's are told of, and what is said of new ones."""
    told = state.get(TOLD, {})
    new = [one.path for one in found if one.whose == "somebody else's" and one.path.name not in told]
    if not new:
        return state, []
    said = [f"{path} holds answers to this book, and none of yours: {_LEFT}" for path in new]
    return state | {TOLD: told | {path.name: {"at": at} for path in new}}, said


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
    return migrated(unmarked(theirs)) if answers_book(theirs, book_id) and not is_newer(theirs) else None


def _differing(theirs: State, ours: State) -> State:
    """`theirs` without the answers that stand in `ours` word for word: comparing is cheap, merging is not."""
    known = ours.get("answers", {})
    answers = {
        address: document
        for address, document in theirs.get("answers", {}).items()
        if document != known.get(address) or not is_same(value_of(document), value_of(known[address]))
    }
    return theirs | {"answers": answers}


def _adds(before: State, after: State) -> bool:
    """Whether a word stands in `after` that does not in `before`; what else it remembers does not count."""
    return any(
        _standing(document) != _standing(before.get(table, {}).get(name, {}))
        for table, documents in after.items()
        if table not in _OF_A_MACHINE
        for name, document in documents.items()
    )


def _standing(document: Document) -> Document:
    return {name: field for name, field in document.items() if name != "anc"}
