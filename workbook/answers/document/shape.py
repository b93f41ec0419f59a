"""What is in the form of a file of answers, and what of it is not, before anything else touches it.

Whatever passes here can be merged, changed and written again without an exception.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from .migrations import SCHEMA
from .state import EXACT, TO_SHARE, Document

_DEEPEST = 20
"""Levels of nesting inside a document (ours have two): Python cannot write what is nested without end."""
_NESTING = (dict, list)
_ANCESTOR = re.compile(r"[0-9]{1,16}:[0-9a-f]{12}")

_Fields: TypeAlias = Mapping[str, Callable[[object], bool]]


def is_document(table: str, document: object, schema: int) -> bool:
    """Whether `document` can stand in `table`, in the form that the table's documents have, if it is ours.

    Of a newer schema only the frame is judged: its documents may well look different.
    """
    if not isinstance(document, dict) or not _is_shallow(document.values()):
        return False
    return schema > SCHEMA or _FORMS.get(table, _is_any)(document)


def is_meta(document: object) -> bool:
    """Whether it says which schema and which book a file is of."""
    return isinstance(document, dict) and _META.keys() <= document.keys() and document == sound_meta(document)


def sound_meta(document: object) -> Document:
    """What of `document` is in the form of a `meta`, whose schema and book may be missing then."""
    fields = document if isinstance(document, dict) else {}
    return {
        name: content
        for name, content in fields.items()
        if _is_shallow((content,)) and _fits({name: content}, _META)
    }


def is_surely_ours(document: Document) -> bool:
    """Whether nothing but an answer of this program looks like it: it shows something, and has a past."""
    return _shows(document) and "anc" in document and "rev" in document


def _is_shallow(values: Iterable[object], levels: int = _DEEPEST) -> bool:
    if levels <= 0:
        return False
    for value in values:  # a loop, for thousands of documents are judged at a start
        if isinstance(value, _NESTING):
            inside = value.values() if isinstance(value, dict) else value
            if inside and not _is_shallow(inside, levels - 1):
                return False
    return True


def _fits(document: Document, fields: _Fields) -> bool:
    for name, content in document.items():
        judge = fields.get(name)
        if judge is not None and not judge(content):
            return False
    return True


def _is_answer(document: Document) -> bool:
    """Other versions stand beside one that is shown: beside none, nobody would see them."""
    return _fits(document, _ANSWER) and (_shows(document) or not document.get("alts"))


def _is_entry(document: Document) -> bool:
    return _fits(document, {"after": _is_text})


def _is_tick(document: Document) -> bool:
    return _fits(document, {"rev": _is_revision, "versions": _are_names})


def _is_any(_document: Document) -> bool:
    return True


def _shows(document: Document) -> bool:
    value = document.get("value")
    return value is True or type(value) is int or (isinstance(value, str) and value != "")


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _is_value(value: object) -> bool:
    return type(value) in (bool, int, str)


def _is_revision(value: object) -> bool:
    return type(value) is int and 0 <= value < EXACT


def _are_names(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_schema(value: object) -> bool:
    return type(value) is int and value > 0


def _is_book(value: object) -> bool:
    return isinstance(value, str) and value != ""


def _are_ancestors(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(ancestor, str)
        and _ANCESTOR.fullmatch(ancestor)
        and int(ancestor.partition(":")[0]) < EXACT
        for ancestor in value
    )


def _are_versions(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(version, dict) and "value" in version and _fits(version, _VERSION) for version in value
    )


_META: _Fields = {"schema": _is_schema, "book": _is_book}
_VERSION: _Fields = {
    "value": _is_value,
    "version": _is_text,
    "at": _is_text,
    "rev": _is_revision,
    "device": _is_text,
    "private": _is_flag,
}
_ANSWER: _Fields = {**_VERSION, "asked": _is_text, "anc": _are_ancestors, "alts": _are_versions}
_FORMS: Mapping[str, Callable[[Document], bool]] = {
    "answers": _is_answer,
    "entries": _is_entry,
    TO_SHARE: _is_tick,
}
