"""What is kept of one answer, and the answers of a file as the rest of the program reads them."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ..book import Answer
from ..text import canonical, one_line
from .state import EXACT, ONLY, Document, State

_SHOWN = ("value", "asked", "at", "device")
_ADDRESS = re.compile(r"[A-Za-z0-9@:._-]+(?:/[A-Za-z0-9@:._-]+)*")


class Alternative(NamedTuple):
    """Another version of an answer, written on another machine or under an earlier address."""

    value: Answer
    at: str
    device: str


class Record(NamedTuple):
    """An answer with what is known of it."""

    value: Answer
    at: str
    """When it was written, UTC: `2026-11-22T20:15:00Z`."""
    device: str
    """Where it was written, four letters."""
    asked: str
    """The question as it stood then."""
    alternatives: tuple[Alternative, ...] = ()


class Kept(Mapping[str, Answer]):
    """The answers in a file, by address. What is blank, or stands under no possible address, is not shown."""

    def __init__(self, state: State, notices: tuple[str, ...] = ()) -> None:
        self._read = state
        self._notices = notices

    @property
    def notices(self) -> tuple[str, ...]:
        """What the reader is to be told once, each in a sentence."""
        return tuple(map(one_line, self._notices))

    def __getitem__(self, address: str) -> Answer:
        value = value_of(self._document("answers", address))
        if value is None or not is_address(address):
            raise KeyError(address)
        return value

    def __iter__(self) -> Iterator[str]:
        return (address for address, _ in self._answered())

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @property
    def questions(self) -> Mapping[str, str]:
        """What was asked when each answer was written, by address; "" where that is not known."""
        return {address: _text(document, "asked") for address, document in self._answered()}

    @property
    def contested(self) -> tuple[str, ...]:
        """The addresses of the answers of which there is another version."""
        return tuple(address for address, document in self._answered() if any(_alternatives(document)))

    @property
    def place(self) -> Mapping[str, Any]:
        """Where the reader was, as `Answers.keep_place` was given it; empty before that."""
        return _without_time(self._document("place", ONLY))

    @property
    def settings(self) -> Mapping[str, Any]:
        """What the reader has set, by name."""
        return _without_time(self._document("settings", ONLY))

    @property
    def editing(self) -> Mapping[str, str]:
        """By the name of each file that is out in an editor: the address of its text."""
        noted = {name: _text(document, "address") for name, document in self._table("editing").items()}
        return {name: address for name, address in noted.items() if is_address(address)}

    def record(self, address: str) -> Record | None:
        """All that is known of the answer at `address`, None where there is none."""
        document = self._document("answers", address)
        value = value_of(document)
        if document is None or value is None:
            return None
        return Record(
            value=value,
            at=_text(document, "at"),
            device=_text(document, "device"),
            asked=_text(document, "asked"),
            alternatives=tuple(_alternatives(document)),
        )

    def _answered(self) -> Iterator[tuple[str, Document]]:
        for address, document in self._table("answers").items():
            if value_of(document) is not None and is_address(address):
                yield address, document

    def _table(self, name: str) -> Mapping[str, Document]:
        return self._read.get(name, {})

    def _document(self, table: str, name: str) -> Document | None:
        return self._read.get(table, {}).get(name)


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
    for name, content in document.items():
        if name == "alts":
            versions = content if isinstance(content, list) else ()
            clean[name] = [_cleaned(version) for version in versions if isinstance(version, dict)]
        elif name in _SHOWN and isinstance(content, str) and not _is_plain(content):
            clean[name] = canonical(content) if name == "value" else one_line(content)
    return {**document, **clean} if clean else document


def _is_plain(text: str) -> bool:
    """Whether nothing in `text` needs cleaning, seen at one glance: 10,000 answers are read at a start."""
    return text.isprintable() and text == text.strip()


def _alternatives(document: Document) -> Iterator[Alternative]:
    """Its other versions, each value once: two machines may have written the same."""
    seen = [value_of(document)]
    for version in document.get("alts", ()):
        value = value_of(version)
        if value is not None and not any(is_same(value, other) for other in seen):
            seen.append(value)
            yield Alternative(value, _text(version, "at"), _text(version, "device"))


def _text(document: Document, name: str) -> str:
    text = document.get(name)
    return text if isinstance(text, str) else ""


def _without_time(document: Document | None) -> Mapping[str, Any]:
    return {name: content for name, content in (document or {}).items() if name != "at"}
