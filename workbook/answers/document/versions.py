"""The versions of one answer, as a document holds them.

A *version* is a value with the revision, time and device it was written with, whether it was private then,
and a name of its own that is drawn by lot. A document shows one (its own fields), keeps others that still
stand beside it (`alts`), and remembers the names of those that were written over (`anc`). Names count, not
clocks; and as they are drawn, nothing is left of an erased word by which somebody could test a guess.
"""

import json
import re
from collections.abc import Iterable, Iterator
from os import urandom
from typing import TypeAlias
from zlib import crc32

from .state import Document

_SAID = ("value", "version", "at", "rev", "device")
"""What a made-up name is made of: the same in every version of the program."""

VERSION = (*_SAID, "private")
"""The fields of a document that make the version it shows; an alternative has the same."""

Past: TypeAlias = dict[str, int]
"""By the name of a version that was written over: its revision."""

_NAME = re.compile(r"[0-9a-f]{12}")
_ENCODER = json.JSONEncoder(sort_keys=True)


def drawn() -> str:
    """The name of a new version."""
    return urandom(6).hex()


def shown(document: Document) -> Document:
    """The version that the document shows."""
    return {name: document[name] for name in VERSION if name in document}


def versions(document: Document) -> Iterator[Document]:
    """What the document shows, where it is not blank, then its alternatives."""
    if "value" in document:
        yield shown(document)
    yield from document.get("alts", [])


def name_of(version: Document) -> str:
    """Its name; of a version that another program wrote without one, made of what it says."""
    name = version.get("version", "")
    if _NAME.fullmatch(name):
        return str(name)
    said = {field: version[field] for field in _SAID if field in version}
    return f"{crc32(as_json(said).encode()):012x}"


def without_privacy(version: Document) -> Document:
    """All that it says, but for whether it is private: no part of what tells it from another one."""
    return {field: content for field, content in version.items() if field != "private"}


def as_private_as(version: Document, other: Document | None) -> Document:
    """`version`, which is private where it or `other`, a copy of it, says so; unsaid where neither says."""
    said = [copy["private"] for copy in (version, other or {}) if "private" in copy]
    return {**version, "private": any(said)} if said else version


def revision(version: Document) -> int:
    """Its revision, 0 where it does not say."""
    number: int = version.get("rev", 0)
    return number


def names(found: Iterable[Document]) -> Past:
    """The names of these versions, with their revisions."""
    return {name_of(version): revision(version) for version in found}


def past(document: Document) -> Past:
    """What the document remembers as written over."""
    return {name: int(rev) for rev, _, name in (entry.partition(":") for entry in document.get("anc", []))}


def united(ours: Past, theirs: Past) -> Past:
    """What either remembers."""
    return {name: max(ours.get(name, 0), theirs.get(name, 0)) for name in {*ours, *theirs}}


def listed(remembered: Past) -> list[str]:
    """As it stands in the `anc` of a document."""
    return [f"{rev}:{name}" for rev, name in sorted((rev, name) for name, rev in remembered.items())]


def value_as_json(version: Document) -> str:
    """Its value as JSON, in which true and 1 are two things."""
    return as_json(version.get("value"))


def as_json(value: object) -> str:
    """`value` as JSON, always the same for the same content."""
    return _ENCODER.encode(value)
