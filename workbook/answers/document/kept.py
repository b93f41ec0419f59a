"""The answers of a file as the rest of the program reads them, and what is kept of each."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from ...book import Answer, Dated
from ...text import clean, one_line
from .records import is_address, is_same, value_of
from .state import ONLY, TO_SHARE, UNREAD, Document, State
from .to_share import ticked_versions
from .versions import names, versions


class Alternative(NamedTuple):
    """Another version of an answer, written on another machine or under an earlier address."""

    value: Answer
    at: str
    device: str
    private: bool = True
    """Whether it was written in private, as in `Record`."""

    @property
    def day(self) -> date | None:
        """The day on which it was written, by the clock of this machine; None where that is not known."""
        at = _moment(self.at)
        return at.astimezone().date() if at else None


class Unread(NamedTuple):
    """A part of the file that is in no form that can be read, as it stands there."""

    name: str
    """The address, of an answer; else the table and what it calls it."""
    json: str


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
    private: bool = True
    """Whether its blank was private when it was written, or the words that it was made of were."""


class Kept(Dated):
    """The answers in a file, by address: all that are not blank, however odd the address is."""

    def __init__(self, state: State, notices: tuple[str, ...] = ()) -> None:
        self._read = state
        self._notices = notices

    @property
    def notices(self) -> tuple[str, ...]:
        """What the reader is to be told once, each in a sentence."""
        return tuple(map(one_line, self._notices))

    def __getitem__(self, address: str) -> Answer:
        value = value_of(self._document("answers", address))
        if value is None:
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
    def shareable(self) -> Mapping[str, Answer]:
        """The answers that their own record does not keep from others; the book may, all the same."""
        return {
            address: document["value"]
            for address, document in self._answered()
            if not self._is_private(address, document)
        }

    @property
    def to_share(self) -> Mapping[str, frozenset[str]]:
        """By exercise or entry that is ticked to share: the names of the versions that were."""
        found = {at: ticked_versions(document) for at, document in self._table(TO_SHARE).items()}
        return {at: ticked for at, ticked in found.items() if ticked}

    def shareable_versions(self, addresses: Iterable[str]) -> frozenset[str]:
        """The names of the versions that stand at `addresses`, and are not private by their own record."""
        return frozenset(
            name
            for address in addresses
            for name in names(
                version
                for version in versions(self._document("answers", address) or {})
                if not version.get("private", self._unsaid(address))
            )
        )

    @property
    def unsaid(self) -> tuple[str, ...]:
        """The addresses of the answers that do not say whether they are private: older programs kept no word
        of it, and the next that writes will.
        """
        return tuple(address for address, document in self._answered() if "private" not in document)

    @property
    def after(self) -> Mapping[str, str]:
        """By entry, the name of the one that it was begun after, where the names do not tell it."""
        found = {entry: _text(document, "after") for entry, document in self._table("entries").items()}
        return {entry: name for entry, name in found.items() if name}

    def written_at(self, address: str) -> datetime | None:
        """When the answer at `address` was written, UTC; None where its record does not say."""
        return _moment(_text(self._document("answers", address) or {}, "at"))

    @property
    def unread(self) -> tuple[Unread, ...]:
        """What is in the file and cannot be read, by name: it is kept as it stands."""
        return tuple(sorted(_unread(document) for document in self._table(UNREAD).values()))

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
            alternatives=tuple(self._alternatives(address, document)),
            private=self._is_private(address, document),
        )

    def _alternatives(self, address: str, document: Document) -> Iterator[Alternative]:
        for version in _alternatives(document):
            private = version.get("private", self._unsaid(address))
            yield Alternative(version["value"], _text(version, "at"), _text(version, "device"), private)

    def _is_private(self, address: str, document: Document) -> bool:
        """Also where a version beside it says the same in private: the words are the same."""
        shown = value_of(document)
        others = (one for one in document.get("alts", ()) if is_same(value_of(one), shown))
        return any(one.get("private", self._unsaid(address)) for one in (document, *others))

    def _unsaid(self, _address: str) -> bool:
        """Whether words whose record does not say it are private: nobody knows, so they are."""
        return True

    def _answered(self) -> Iterator[tuple[str, Document]]:
        for address, document in self._table("answers").items():
            if value_of(document) is not None:
                yield address, document

    def _table(self, name: str) -> Mapping[str, Document]:
        return self._read.get(name, {})

    def _document(self, table: str, name: str) -> Document | None:
        return self._read.get(table, {}).get(name)


def _alternatives(document: Document) -> Iterator[Document]:
    """Its other versions, each value once: two machines may have written the same."""
    seen = [value_of(document)]
    for version in document.get("alts", ()):
        value = value_of(version)
        if value is not None and not any(is_same(value, other) for other in seen):
            seen.append(value)
            yield version


def _unread(document: Document) -> Unread:
    table, name = one_line(_text(document, "table")), one_line(_text(document, "name"))
    full = name if table == "answers" else "/".join(filter(None, (table, name)))
    return Unread(full, clean(_text(document, "json")))


def _text(document: Document, name: str) -> str:
    text = document.get(name)
    return text if isinstance(text, str) else ""


def _moment(at: str) -> datetime | None:
    """When `at` was, UTC; None where it is no time."""
    with suppress(ValueError):
        found = datetime.fromisoformat(at)
        return found if found.tzinfo else found.replace(tzinfo=UTC)
    return None


def _without_time(document: Document | None) -> Mapping[str, Any]:
    return {name: content for name, content in (document or {}).items() if name != "at"}
