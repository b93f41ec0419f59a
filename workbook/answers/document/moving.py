"""Answers follow their questions: what stands under an earlier address or option moves to the present one."""

from collections.abc import Callable

from ...book import Book, moves, renamed_choices
from .edit import edited, remembering
from .merge import merged_entry, merged_tick
from .privacy import is_private
from .records import is_same, value_of
from .state import TO_SHARE, Document, State
from .versions import versions


def moved(state: State, book: Book, *, at: str, device: str) -> State:
    """`state` with every answer at the address that `book` has for it now; the same one where none moves.

    Where both places hold an answer, the new one stays and the old one stands beside it as an alternative.
    A tombstone stays at the old address, so that an older copy merged later does not bring it back. What is
    known of the order of entries follows them, and so does what was ticked to share.
    """
    documents = state.get("answers", {})
    held = [address for address, document in documents.items() if value_of(document) is not None]
    found = moves(book, held)
    after = dict(documents)
    for old in found:
        after[old] = edited(documents[old], None, at=at, device=device, asked=documents[old].get("asked", ""))
    for old, new in found.items():
        after[new] = _joined(after.get(new), documents[old])
    values = {
        address: value for address, document in after.items() if (value := value_of(document)) is not None
    }
    for address, name in renamed_choices(book, values).items():
        asked, private = after[address].get("asked", ""), is_private(book, address)
        after[address] = edited(after[address], name, at=at, device=device, asked=asked, private=private)
    state = _with_table_moved(state, book, "entries", merged_entry)
    state = _with_table_moved(state, book, TO_SHARE, merged_tick)
    return state | {"answers": after} if after != documents else state


def _with_table_moved(
    state: State, book: Book, table: str, both: Callable[[Document, Document], Document]
) -> State:
    """`state` with the documents of `table`, which stand under exercises and entries, where those are now."""
    known = state.get(table, {})
    found = moves(book, known)
    if not found:
        return state
    after = {name: document for name, document in known.items() if name not in found}
    for old, new in found.items():
        after[new] = both(after[new], known[old]) if new in after else known[old]
    return state | {table: after}


def _joined(present: Document | None, old: Document) -> Document:
    """What stands at the new address: whatever was written over at either stays so."""
    if present is None:
        return old
    if value_of(present) is None:
        return remembering(old, present)
    alternatives = present.get("alts", [])
    known = [value_of(version) for version in (present, *alternatives)]
    fresh = [one for one in versions(old) if not any(is_same(value_of(one), value) for value in known)]
    return remembering({**present, "alts": [*alternatives, *fresh]}, old)
