"""What is wrong with something that was read from a file of answers, before anything else touches it.

Whatever passes here can be merged, changed and written again without an exception.
"""

import re
from collections.abc import Callable, Iterable, Mapping

from .migrations import SCHEMA
from .state import EXACT, Document, State, book_of, schema_of

_DEEPEST = 20
"""Levels of nesting inside a document (ours have two): Python cannot write what is nested without end."""
_ANCESTOR = re.compile(r"[0-9]{1,16}:[0-9a-f]{12}")


def flaw(state: object) -> str:
    """What keeps `state` from being a file of answers, in a few words without its content; empty if nothing.

    Of a file from a newer schema only the frame is judged: its documents may well look different.
    """
    if not isinstance(state, dict):
        return "it is no object of tables"
    if not all(isinstance(table, dict) for table in state.values()):
        return "a table holds no documents"
    documents = [document for table in state.values() for document in table.values()]
    if not all(isinstance(document, dict) for document in documents):
        return "something stands where a document should"
    if not all(_is_shallow(document.values()) for document in documents):
        return "it is nested too deep"
    return _flaw_of_tables(state)


def _flaw_of_tables(state: State) -> str:
    if not schema_of(state) or not book_of(state):
        return "it does not say which book it answers"
    answers = state.get("answers", {}).values()
    if schema_of(state) == SCHEMA and not all(_fits(document, _ANSWER) for document in answers):
        return "an answer is not in the form that answers have"
    return ""


def _is_shallow(values: Iterable[object], levels: int = _DEEPEST) -> bool:
    return levels > 0 and all(
        _is_shallow(value.values() if isinstance(value, dict) else value, levels - 1)
        for value in values
        if isinstance(value, dict | list)
    )


def _fits(document: Document, fields: Mapping[str, Callable[[object], bool]]) -> bool:
    return all(fields[name](content) for name, content in document.items() if name in fields)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_value(value: object) -> bool:
    return type(value) in (bool, int, str)


def _is_revision(value: object) -> bool:
    return type(value) is int and 0 <= value < EXACT


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


_VERSION = {
    "value": _is_value,
    "version": _is_text,
    "at": _is_text,
    "rev": _is_revision,
    "device": _is_text,
}
_ANSWER = _VERSION | {"asked": _is_text, "anc": _are_ancestors, "alts": _are_versions}
