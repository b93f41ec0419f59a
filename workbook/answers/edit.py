"""The one way a document changes: something is written over what it shows."""

from .state import EXACT, Document
from .versions import Past, as_json, drawn, listed, names, past, revision, united, value_as_json, versions

ANCESTORS = 64
"""How many earlier versions a document remembers: about a minute of unbroken typing, saved once a second.

A copy that is older still merges too; its text then stays beside the newer one, which is more than is needed.
"""


def edited(
    document: Document | None,
    value: bool | int | str | None,
    *,
    at: str,
    device: str,
    asked: str,
    version: str = "",
) -> Document:
    """The document after `value` was written over it at the time `at`.

    None blanks it, which leaves a tombstone: no `value`, no question, empty `alts`, and all that stood there
    remembered as written over, so that an older copy cannot bring it back. The same value again changes
    nothing. Fields that are not ours stay. `version` is the name of what is written; without one it is drawn.
    """
    before = document or {}
    if document is not None and as_json(value) == value_as_json(before):
        return document
    kept, over = _kept_and_over(before, value)
    written = {} if value is None else {"value": value, "version": version or drawn()}
    return {
        **written,
        **{name: field for name, field in before.items() if name not in ("value", "version")},
        "at": at,
        "rev": _next_revision(before),
        "device": device,
        "asked": asked if written else "",
        "anc": listed(over),
        "alts": kept,
    }


def remembering(document: Document, other: Document) -> Document:
    """`document`, which remembers as written over all that `other` does and it does not itself still hold."""
    standing = names(versions(document))
    over = united(past(document), past(other))
    return {**document, "anc": listed({name: rev for name, rev in over.items() if name not in standing})}


def _kept_and_over(before: Document, value: bool | int | str | None) -> tuple[list[Document], Past]:
    """What of `before` stands on beside `value`, and what has been written over once that is written."""
    ends = (as_json(value), value_as_json(before))
    kept = [one for one in before.get("alts", []) if value is not None and value_as_json(one) not in ends]
    left = dict(names(versions(before)).items() - names(kept).items())
    return kept, _newest(past(before), ANCESTORS - len(left)) | left


def _next_revision(before: Document) -> int:
    """Higher than all that `before` knows of; at the highest that a file may hold it stays."""
    known = (revision(before), *map(revision, versions(before)), *past(before).values())
    return min(1 + max(known), EXACT - 1)


def _newest(remembered: Past, count: int) -> Past:
    return dict(sorted(remembered.items(), key=lambda item: (item[1], item[0]))[-max(count, 1) :])
