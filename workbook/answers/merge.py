"""Two states of the answers made one, address by address, so that no word that anybody still had is lost.

A *version* is a value with the revision, time and device it was written with, and a name of its own that is
drawn by lot. A document shows one (its own fields), keeps others that still stand beside it (`alts`), and
remembers the names of those that were written over (`anc`). To merge is to unite the versions and take away
those that either side has written over. Names count, not clocks; and as they are drawn, nothing is left of an
erased word by which somebody could test a guess.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from os import urandom
from typing import Any, TypeAlias
from zlib import crc32

from .state import EXACT, Document, State

ANCESTORS = 64
"""How many earlier versions a document remembers: about a minute of unbroken typing, saved once a second.

A copy that is older still merges too; its text then stays beside the newer one, which is more than is needed.
"""

VERSION = ("value", "version", "at", "rev", "device")
"""The fields of a document that make the version it shows; an alternative has the same."""

_NAME = re.compile(r"[0-9a-f]{12}")

_Past: TypeAlias = dict[str, int]
"""By the name of a version that was written over: its revision."""
_Newness: TypeAlias = Callable[[Document], tuple[Any, ...]]


def drawn() -> str:
    """The name of a new version."""
    return urandom(6).hex()


def edited(
    document: Document | None,
    value: bool | int | str | None,
    *,
    at: str,
    device: str,
    asked: str,
    version: str = "",
) -> Document:
    """The document after `value` was written over it at the time `at`: the one way a document changes.

    None blanks it, which leaves a tombstone: no `value`, no question, empty `alts`, and all that stood there
    remembered as written over, so that an older copy cannot bring it back. The same value again changes
    nothing. Fields that are not ours stay. `version` is the name of what is written; without one it is drawn.
    """
    before = document or {}
    if document is not None and _json(value) == _value_of(before):
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
        "anc": _listed(over),
        "alts": kept,
    }


def merged(ours: State, theirs: State) -> State:
    """Both states as one: which of them is called ours makes no difference, nor does merging again.

    Of each answer the newest version is shown and every other that nobody wrote over is kept in its `alts`; a
    text goes before a blank that never knew of it. In all other tables the newer document goes first, by its
    `at`, and what only one side has is kept. Both states must be of one book and one schema.
    """
    return {
        name: _united(
            ours.get(name, {}),
            theirs.get(name, {}),
            _merged_answer if name == "answers" else _merged_fields,
        )
        for name in sorted({*ours, *theirs})
    }


def remembering(document: Document, other: Document) -> Document:
    """`document`, which remembers as written over all that `other` does and it does not itself still hold."""
    past = _joined(_past(document), _past(other))
    standing = _names(_versions(document))
    return {**document, "anc": _listed({name: rev for name, rev in past.items() if name not in standing})}


def _kept_and_over(before: Document, value: bool | int | str | None) -> tuple[list[Document], _Past]:
    """What of `before` stands on beside `value`, and what has been written over once that is written."""
    ends = (_json(value), _value_of(before))
    kept = [one for one in before.get("alts", []) if value is not None and _value_of(one) not in ends]
    left = dict(_names(_versions(before)).items() - _names(kept).items())
    return kept, _newest(_past(before), ANCESTORS - len(left)) | left


def _next_revision(before: Document) -> int:
    """Higher than all that `before` knows of; at the highest that a file may hold it stays."""
    revisions = (_revision(before), *map(_revision, _versions(before)), *_past(before).values())
    return min(1 + max(revisions), EXACT - 1)


def _united(
    ours: dict[str, Document], theirs: dict[str, Document], both: Callable[[Document, Document], Document]
) -> dict[str, Document]:
    return {
        key: ours[key]
        if key not in theirs
        else theirs[key]
        if key not in ours
        else both(ours[key], theirs[key])
        for key in sorted({*ours, *theirs})
    }


def _merged_fields(
    ours: Document, theirs: Document, newness: _Newness = lambda document: (str(document.get("at", "")),)
) -> Document:
    """The fields of both; of one that both have, the newer document's, else the greater as JSON."""
    older, newer = sorted((ours, theirs), key=newness)
    if newness(older) != newness(newer):
        return {**older, **newer}
    return {
        name: max((document[name] for document in (ours, theirs) if name in document), key=_json)
        for name in sorted({*ours, *theirs})
    }


def _merged_answer(ours: Document, theirs: Document) -> Document:
    if _json(ours) == _json(theirs):
        return ours
    past = _joined(_past(ours), _past(theirs))
    standing = _standing((*_versions(ours), *_versions(theirs)), past)
    if not standing and "value" in ours and "value" in theirs:
        standing = _standing((*_versions(ours), *_versions(theirs)), {})  # each claims to be the later one

    def newness(document: Document) -> tuple[Any, ...]:
        stands = _name(document) not in past if "value" in document else not standing
        return stands, *_order(document)[:-1]

    newest = max((ours, theirs), key=newness)
    shown = standing[0] if standing else {name: newest[name] for name in VERSION if name in newest}
    fields = _merged_fields(ours, theirs, newness)
    return {
        **shown,
        **{name: field for name, field in fields.items() if name not in VERSION},
        "anc": _listed(past),
        "alts": standing[1:],
    }


def _standing(versions: Iterable[Document], past: _Past) -> list[Document]:
    """The versions that nobody wrote over, each once, newest first.

    One whose value somebody changed by hand, and not its name, counts as another one.
    """
    distinct = {(_name(version), _value_of(version)): version for version in sorted(versions, key=_json)}
    standing = (version for (name, _), version in distinct.items() if name not in past)
    return sorted(standing, key=_order, reverse=True)


def _versions(document: Document) -> Iterator[Document]:
    """What the document shows, where it is not blank, then its alternatives."""
    if "value" in document:
        yield {name: document[name] for name in VERSION if name in document}
    yield from document.get("alts", [])


def _name(version: Document) -> str:
    """Its name; of a version that another program wrote without one, made of what it says."""
    name = version.get("version", "")
    if _NAME.fullmatch(name):
        return str(name)
    own = {name: version[name] for name in VERSION if name in version}
    return f"{crc32(_json(own).encode()):012x}"


def _order(version: Document) -> tuple[Any, ...]:
    """What makes one version newer than another; the last part only makes the order total."""
    return _revision(version), version.get("at", ""), version.get("device", ""), _json(version)


def _revision(version: Document) -> int:
    revision: int = version.get("rev", 0)
    return revision


def _names(versions: Iterable[Document]) -> _Past:
    return {_name(version): _revision(version) for version in versions}


def _past(document: Document) -> _Past:
    return {name: int(rev) for rev, _, name in (entry.partition(":") for entry in document.get("anc", []))}


def _joined(ours: _Past, theirs: _Past) -> _Past:
    return {name: max(ours.get(name, 0), theirs.get(name, 0)) for name in {*ours, *theirs}}


def _newest(past: _Past, count: int) -> _Past:
    return dict(sorted(past.items(), key=lambda item: (item[1], item[0]))[-max(count, 1) :])


def _listed(past: _Past) -> list[str]:
    return [f"{revision}:{name}" for revision, name in sorted((rev, name) for name, rev in past.items())]


def _value_of(version: Document) -> str:
    """Its value as JSON, in which true and 1 are two things."""
    return _json(version.get("value"))


def _json(value: object) -> str:
    return _ENCODER.encode(value)


_ENCODER = json.JSONEncoder(sort_keys=True)
