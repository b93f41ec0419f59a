"""The answer in a document: what counts as one, and what of it can be stored and shown."""

import re

from ...book import Answer
from ...text import canonical, one_line
from .state import EXACT, Document, State

_SHOWN = ("value", "asked", "at", "device")
_ADDRESS = re.compile(r"[A-Za-z0-9@:._-]+(?:/[A-Za-z0-9@:._-]+)*")


def value_of(document: Document | None) -> Answer | None:
    """The answer in `document`; None where it is blank, or holds what no blank takes."""
    value = document.get("value") if document else None
    if value is True or type(value) is int or (isinstance(value, str) and value):
        return value
    return None


def is_same(one: Answer | None, other: Answer | None) -> bool:
    """Whether two answers are stored alike; in Python alone, a tick and the number 1 would be equal."""
    return type(one) is type(other) and one == other


def is_address(text: str) -> bool:
    """Whether an answer can stand there: names joined by slashes, that break no line and no comment."""
    return _ADDRESS.fullmatch(text) is not None


def stored(value: object) -> Answer | None:
    """`value` as it is stored, None where it is blank; raises TypeError or ValueError where none can be."""
    if value is None or value is False:
        return None
    if isinstance(value, str):
        return canonical(value) or None
    if value is True:
        return True
    if type(value) is not int:
        raise TypeError("an answer is a tick, a whole number or a text")
    if abs(value) >= EXACT:
        raise ValueError("no such number can be kept exactly")
    return value


def cleaned(state: State) -> State:
    """`state` with every text of its answers fit to be shown: another program may have written the file."""
    answers = {address: _cleaned(document) for address, document in state.get("answers", {}).items()}
    return state | {"answers": answers}


def _cleaned(document: Document) -> Document:
    clean: Document = {}
    for name in _SHOWN:
        content = document.get(name)
        if isinstance(content, str) and not _is_plain(content):
            clean[name] = canonical(content) if name == "value" else one_line(content)
    if alternatives := document.get("alts"):
        versions = alternatives if isinstance(alternatives, list) else ()
        clean["alts"] = [_cleaned(version) for version in versions if isinstance(version, dict)]
    return {**document, **clean} if clean else document


def _is_plain(text: str) -> bool:
    """Whether nothing in `text` needs cleaning, seen at one glance: 10,000 answers are read at a start."""
    return text.isprintable() and text == text.strip()
