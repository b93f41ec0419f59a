"""The one way a document changes: something is written over what it shows."""

from collections.abc import Iterable
from typing import NotRequired, TypedDict, Unpack

from .state import EXACT, Document
from .versions import Past, as_json, drawn, listed, names, past, revision, united, value_as_json, versions

ANCESTORS = 64
"""How many earlier versions a document remembers: about a minute of unbroken typing, saved once a second.

A copy that is older still merges too; its text then stays beside the newer one, which is more than is needed.
"""


class Circumstances(TypedDict):
    """When, where and how something is written."""

    at: str
    device: str
    asked: str
    """The question."""
    version: NotRequired[str]
    """The name of what is written; without one it is drawn."""
    private: NotRequired[bool]
    """Whether the blank is; who does not know it keeps the words back."""
    fresh: NotRequired[bool]
    """Whether the reader emptied the field first: what stood there then makes nothing private any more."""


def edited(
    document: Document | None, value: bool | int | str | None, **how: Unpack[Circumstances]
) -> Document:
    """The document after `value` was written over it.

    None blanks it, which leaves a tombstone: no `value`, no question, empty `alts`, and all that stood there
    remembered as written over, so that an older copy cannot bring it back. The same value again changes
    nothing. Fields that are not ours stay. What is written over private words is private.
    """
    before = document or {}
    if document is not None and as_json(value) == value_as_json(before):
        return document
    kept, over = _kept_and_over(before, value)
    gone = [one for one in versions(before) if one not in kept and not how.get("fresh")]
    how["private"] = how.get("private", True) or is_any_private(gone)
    return {
        **written_over(before, value, _next_revision(before), **how),
        "anc": listed(over),
        "alts": kept,
    }


def written_over(
    before: Document, value: bool | int | str | None, rev: int, **how: Unpack[Circumstances]
) -> Document:
    """What `before` shows once `value` is written over it; what it remembers and keeps is as it was.

    This much can be said with each key. The rest of `edited` takes a hundred times as long.
    """
    written = {} if value is None else {"value": value, "version": how.get("version") or drawn()}
    return {
        **written,
        **{name: field for name, field in before.items() if name not in ("value", "version", "private")},
        "at": how["at"],
        "rev": rev,
        "device": how["device"],
        **({"private": how.get("private", True)} if written else {}),
        "asked": how["asked"] if written else "",
    }


def picked(document: Document, value: bool | int | str, **how: Unpack[Circumstances]) -> Document:
    """The document with `value`, which the reader chose of its versions, as the only one.

    It is as private as it was, whatever the others were.
    """
    chosen = [one for one in versions(document) if value_as_json(one) == as_json(value)]
    unsaid = how.get("private", True)
    blank = edited(document, None, **how)
    how["private"] = is_any_private(chosen or versions(document), unsaid=unsaid)
    return edited(blank, value, **how)


def is_any_private(found: Iterable[Document], *, unsaid: bool = False) -> bool:
    """Whether one of these versions is; one that does not say counts as `unsaid`."""
    return any(version.get("private", unsaid) for version in found)


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
