"""What is kept of one answer, and the answers of a file as the rest of the program reads them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..book import Answer
from ..text import canonical, one_line
from .state import ONLY, Document, State

_ADDRESS = re.compile(r"[A-Za-z0-9@:._-]+(?:/[A-Za-z0-9@:._-]+)*")


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another version of an answer, written on another machine or under an earlier address."""

    value: Answer
    at: str
    device: str


@dataclass(frozen=True, slots=True)
class Record:
    """An answer with what is known of it."""

    value: Answer
    at: str
    """When it was written, UTC: `2026-11-22T20:15:00Z`."""
    rev: int
    """How often it was saved."""
    device: str
    """Where it was written, four letters."""
    asked: str
    """The question as it stood then."""
    alternatives: tuple[Alternative, ...] = ()


class Kept(Mapping[str, Answer]):
    """The answers in a file, by address. What is blank, or stands under no possible address, is not shown."""

    def __init__(self, state: State, notices: tuple[str, ...] = ()) -> None:
        self._state = state
        self.notices = notices
        """What the reader is to be told once, each in a sentence."""

    def __getitem__(self, address: str) -> Answer:
        value = value_of(self._document("answers", address))
        if value is None or not is_address(address):
            raise KeyError(address)
        return value

    def __iter__(self) -> Iterator[str]:
        documents = self._table("answers")
        return (address for address in documents if address in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @property
    def questions(self) -> Mapping[str, str]:
        """What was asked when each answer was written, by address; "" where that is not known."""
        documents = self._table("answers")
        return {address: documents[address].get("asked", "") for address in self}

    @property
    def place(self) -> Mapping[str, Any]:
        """Where the reader was, as `Answers.keep_place` was given it; empty before that."""
        return self._document("place", ONLY) or {}

    @property
    def settings(self) -> Mapping[str, Any]:
        """What the reader has set, by name."""
        return self._document("settings", ONLY) or {}

    def record(self, address: str) -> Record | None:
        """All that is known of the answer at `address`, None where there is none."""
        document = self._document("answers", address)
        value = value_of(document)
        if document is None or value is None:
            return None
        return Record(
            value=value,
            at=document.get("at", ""),
            rev=document.get("rev", 0),
            device=document.get("device", ""),
            asked=document.get("asked", ""),
            alternatives=tuple(_alternatives(document)),
        )

    def _table(self, name: str) -> Mapping[str, Document]:
        return self._state.get(name, {})

    def _document(self, table: str, id: str) -> Document | None:  # noqa: A002
        return self._state.get(table, {}).get(id)


def value_of(document: Document | None) -> Answer | None:
    """The answer in `document`; None where it is blank, or holds what no blank takes."""
    value = document.get("value") if document else None
    if value is True or type(value) is int or (isinstance(value, str) and value):
        return value
    return None


def is_address(text: str) -> bool:
    """Whether an answer can stand there: names joined by slashes, which break neither a line nor a comment."""
    return _ADDRESS.fullmatch(text) is not None


def cleaned(state: State) -> State:
    """`state` with every text of its answers as it may be shown: another program may have written the file."""
    answers = {address: _cleaned(document) for address, document in state.get("answers", {}).items()}
    return state | {"answers": answers}


def _cleaned(document: Document) -> Document:
    clean = {name: canonical(text) for name, text in document.items() if name in _LONG and isinstance(text, str)}
    clean |= {name: one_line(text) for name, text in document.items() if name in _SHORT and isinstance(text, str)}
    if document.get("alts"):
        clean["alts"] = [_cleaned(version) for version in document["alts"]]
    return document | clean


_LONG = ("value",)
_SHORT = ("asked", "at", "device")


def _alternatives(document: Document) -> Iterator[Alternative]:
    for version in document.get("alts", ()):
        value = value_of(version)
        if value is not None:
            yield Alternative(value, version.get("at", ""), version.get("device", ""))
