"""Two states of the answers made one, address by address, so that no word that anybody still had is lost.

To merge is to unite the versions of both and take away those that either side has written over.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from .state import TO_SHARE, Document, State
from .to_share import ticked_versions
from .versions import (
    VERSION,
    Past,
    as_json,
    as_private_as,
    listed,
    name_of,
    past,
    revision,
    shown,
    united,
    value_as_json,
    versions,
    without_privacy,
)

_Newness: TypeAlias = Callable[[Document], tuple[Any, ...]]


def merged(ours: State, theirs: State) -> State:
    """Both states as one: which of them is called ours makes no difference, nor does merging again.

    Of each answer the newest version is shown and every other that nobody wrote over is kept in its `alts`; a
    text goes before a blank that never knew of it. In all other tables the newer document goes first, by its
    `at`, and what only one side has is kept. What either side has ticked to share is ticked only as far as
    nobody took it away since. Both states must be of one book and one schema.
    """
    both = {"answers": _merged_answer, "entries": merged_entry, TO_SHARE: merged_tick}
    return {
        name: _united(ours.get(name, {}), theirs.get(name, {}), both.get(name, _merged_fields))
        for name in sorted({*ours, *theirs})
    }


def merged_entry(ours: Document, theirs: Document) -> Document:
    """What is kept of one entry: of two that it was begun after, the one with the greater name counts."""
    return _merged_fields(ours, theirs, newness=lambda _: ())


def merged_tick(ours: Document, theirs: Document) -> Document:
    """What is ticked of one exercise or entry: what the higher revision says, of equal ones what both do."""
    fields = _merged_fields(ours, theirs, newness=lambda document: (revision(document),))
    if revision(ours) != revision(theirs):
        return fields
    return {**fields, "versions": sorted(ticked_versions(ours) & ticked_versions(theirs))}


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
        name: max((document[name] for document in (ours, theirs) if name in document), key=as_json)
        for name in sorted({*ours, *theirs})
    }


def _merged_answer(ours: Document, theirs: Document) -> Document:
    if as_json(ours) == as_json(theirs):
        return ours
    over = united(past(ours), past(theirs))
    standing = _standing((*versions(ours), *versions(theirs)), over)

    def newness(document: Document) -> tuple[Any, ...]:
        stands = name_of(document) not in over if "value" in document else not standing
        return stands, *_order(document)[:-1]

    first = standing[0] if standing else _blank(max((ours, theirs), key=newness))
    fields = _merged_fields(ours, theirs, newness)
    return {
        **first,
        **{name: field for name, field in fields.items() if name not in VERSION},
        "anc": listed(over),
        "alts": standing[1:],
    }


def _blank(document: Document) -> Document:
    """When and where it was last written; what it may still show was written over elsewhere."""
    gone = ("value", "version", "private")
    return {name: field for name, field in shown(document).items() if name not in gone}


def _standing(found: Iterable[Document], over: Past) -> list[Document]:
    """The versions that nobody wrote over, each once, newest first.

    One whose value somebody changed by hand, and not its name, counts as another one. Of two copies of one
    version the private one counts.
    """
    distinct: dict[tuple[str, str], Document] = {}
    for version in sorted(found, key=_as_json):
        key = name_of(version), value_as_json(version)
        distinct[key] = as_private_as(version, distinct.get(key))
    standing = (version for (name, _), version in distinct.items() if name not in over)
    return sorted(standing, key=_order, reverse=True)


def _order(version: Document) -> tuple[Any, ...]:
    """What makes one version newer than another; the last part only makes the order total."""
    return revision(version), version.get("at", ""), version.get("device", ""), _as_json(version)


def _as_json(version: Document) -> str:
    return as_json(without_privacy(version))
