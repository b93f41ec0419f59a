"""Two states of the answers made one, address by address, so that no word that anybody still had is lost.

A *version* is a value with the revision, time and device it was written with. A document shows one (its own
fields), keeps others that still stand beside it (`alts`), and remembers what was written over (`anc`): for
each such value `<revision>:<hash>`, the revision up to which it is over and done with. To merge is to unite
the versions and take away those that either side has written over. Revisions count, not clocks, and a value
typed anew has a higher revision than when it was written over, so it stands again.
"""

import json
from collections.abc import Callable, Iterable
from hashlib import sha256
from itertools import groupby
from typing import Any, TypeAlias

from .state import Document, State

ANCESTORS = 64
"""How many earlier values a document remembers: about a minute of unbroken typing, saved once a second.

A copy that is older still merges too; its text then stays beside the newer one, which is more than is needed.
"""

_SHOWN = ("value", "at", "rev", "device")
"""The fields of a document that make the version it shows; an alternative has the same."""

_Past: TypeAlias = dict[str, int]
"""By the hash of a value: the highest revision in which it was written over."""
_Newness: TypeAlias = Callable[[Document], tuple[Any, ...]]


def edited(
    document: Document | None, value: bool | int | str | None, *, at: str, device: str, asked: str
) -> Document:
    """The document after `value` was written over it at the time `at`: the one way a document changes.

    None blanks it, which leaves a tombstone: no `value`, empty `alts`, and all that stood there remembered as
    written over, so that an older copy cannot bring it back. The same value again changes nothing. Fields
    that are not ours stay.
    """
    before = document or {}
    if document is not None and _json(value) == _value_of(before):
        return document
    versions = _versions(before)
    kept = [] if value is None else [one for one in versions[1:] if _value_of(one) != _json(value)]
    left = [one for one in versions if "value" in one and one not in kept]
    past = _past(before)
    return {
        **({} if value is None else {"value": value}),
        **{name: field for name, field in before.items() if name != "value"},
        "at": at,
        "rev": 1 + max([0, *past.values(), *map(_revision, versions)]),
        "device": device,
        "asked": asked,
        "anc": _listed(_joined(_newest(past, ANCESTORS - len(left)), _left(left))),
        "alts": kept,
    }


def merged(ours: State, theirs: State) -> State:
    """Both states as one: which of them is called ours makes no difference, nor does merging again.

    Of each answer the newer version is shown and every other that nobody wrote over is kept in its `alts`;
    a text goes before a blank that never knew of it. In all other tables the newer document goes first, by
    its `at`, and what only one side has is kept. Both states must be of one book and one schema.
    """
    return {
        name: _united(
            ours.get(name, {}),
            theirs.get(name, {}),
            _merged_answer if name == "answers" else _merged_fields,
        )
        for name in sorted({*ours, *theirs})
    }


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
    versions = [*_versions(ours), *_versions(theirs)]
    past = _joined(_past(ours), _past(theirs))
    shown, *others = _standing(versions, past)
    if "value" in shown:
        past = _joined(past, _left(version for version in versions if "value" not in version))

    def newness(document: Document) -> tuple[Any, ...]:
        version = _versions(document)[0]
        return _stands(version, past), *_order(version)[:-1]

    fields = _merged_fields(ours, theirs, newness)
    return {
        **shown,
        **{name: field for name, field in fields.items() if name not in _SHOWN},
        "anc": _listed(past),
        "alts": others,
    }


def _standing(versions: Iterable[Document], past: _Past) -> list[Document]:
    """The versions that nobody wrote over, newest first, each value once; a blank one only if it is all.

    Where nothing stands, the answer ended in a blank before which a text had gone that now is written over.
    """
    by_value = sorted(versions, key=lambda version: (_value_of(version), _order(version)))
    distinct = [
        {name: field for version in group for name, field in version.items()}
        for _, group in groupby(by_value, key=_value_of)
    ]
    standing = [version for version in distinct if _stands(version, past)]
    if not standing and _BLANK in past:
        return [{"rev": past[_BLANK]}]
    written = [version for version in standing if "value" in version]
    return sorted(written or standing or distinct, key=_order, reverse=True)


def _versions(document: Document) -> list[Document]:
    """What the document shows, a blank included, then its alternatives."""
    return [{name: document[name] for name in _SHOWN if name in document}, *document.get("alts", [])]


def _stands(version: Document, past: _Past) -> bool:
    return _revision(version) > past.get(_hash_of(version), -1)


def _order(version: Document) -> tuple[Any, ...]:
    """What makes one version newer than another; the last part only makes the order total."""
    at, device = version.get("at", ""), version.get("device", "")
    return "value" in version, _revision(version), at, device, _json(version)


def _revision(version: Document) -> int:
    revision: int = version.get("rev", 0)
    return revision


def _past(document: Document) -> _Past:
    return _joined(
        *({code: int(rev)} for rev, _, code in (a.partition(":") for a in document.get("anc", [])))
    )


def _left(versions: Iterable[Document]) -> _Past:
    return {_hash_of(version): _revision(version) for version in versions}


def _joined(*pasts: _Past) -> _Past:
    codes = {code for past in pasts for code in past}
    return {code: max(past.get(code, 0) for past in pasts) for code in codes}


def _newest(past: _Past, count: int) -> _Past:
    return dict(sorted(past.items(), key=lambda item: (item[1], item[0]))[-max(count, 1) :])


def _listed(past: _Past) -> list[str]:
    return [f"{revision}:{code}" for revision, code in sorted((rev, code) for code, rev in past.items())]


def _value_of(version: Document) -> str:
    """Its value as JSON, in which true and 1 are two things."""
    return _json(version.get("value"))


def _hash_of(version: Document) -> str:
    return _hash(version.get("value"))


def _hash(value: bool | int | str | None) -> str:
    """48 bits of SHA-256: among 64 earlier values of one answer, a mistake in 4 × 10^12 merges."""
    return sha256(_json(value).encode()).hexdigest()[:12]


def _json(value: object) -> str:
    return _ENCODER.encode(value)


_ENCODER = json.JSONEncoder(sort_keys=True)
_BLANK = _hash(None)
