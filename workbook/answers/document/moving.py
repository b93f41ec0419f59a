"""Answers follow their questions: what stands under an earlier address or option moves to the present one."""

from ...book import Book, moves, renamed_choices
from .edit import edited, remembering
from .merge import merged_entry
from .privacy import is_private
from .records import is_same, value_of
from .state import Document, State
from .versions import versions


def moved(state: State, book: Book, *, at: str, device: str) -> State:
    """`state` with every answer at the address that `book` has for it now; the same one where none moves.

    Where both places hold an answer, the new one stays and the old one stands beside it as an alternative.
    A tombstone stays at the old address, so that an older copy merged later does not bring it back. What is
    known of the order of entries follows them.
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
    state = _with_entries_moved(state, book)
    return state | {"answers": after} if after != documents else state


def _with_entries_moved(state: State, book: Book) -> State:
    known = state.get("entries", {})
    found = moves(book, known)
    if not found:
        return state
    after = {name: document for name, document in known.items() if name not in found}
    for old, new in found.items():
        after[new] = merged_entry(after.get(new, {}), known[old])
    return state | {"entries": after}


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
