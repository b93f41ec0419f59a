"""What another program wrote under answers that the reader may still have before them as they were.

A field shows what stood there when its page was opened; nothing says whether it has been drawn anew since.
So the first thing written over such an answer takes nothing away that may never have been seen.
"""

from ...book import Answer
from ..document import Document, State, is_same, shown, value_of


class ExternalChanges:
    """The answers that another program changed since the reader last wrote them."""

    def __init__(self) -> None:
        self._before: dict[str, Document] = {}
        """By address: what stood there before."""
        self._spared: set[str] = set()
        """Addresses of those that were not blanked when the reader first did: a second time is meant."""

    def note(self, before: State, after: State) -> None:
        """Remembers what is shown in `after` that was not in `before`."""
        documents = before.get("answers", {})
        for address, document in after.get("answers", {}).items():
            old = documents.get(address) or {}
            if not is_same(value_of(document), value_of(old)):
                self._before.setdefault(address, old)
                self._spared.discard(address)

    def spares(self, address: str, document: Document | None) -> bool:
        """Whether `document` stays as it is where the reader blanks it: it may never have been seen.

        Never so of a tick: only a field that shows it can take it away.
        """
        is_new = address in self._before and address not in self._spared
        value = value_of(document)
        return is_new and value is not None and value is not True

    def set_beside(self, address: str, document: Document | None, value: Answer) -> Document | None:
        """`document` as `value` is to be written over it: what arrived stands beside what the reader had."""
        if address not in self._before or document is None or value_of(document) is None:
            return document
        return _set_beside(document, self._before[address], value)

    def heard(self, address: str, *, spared: bool = False) -> None:
        """The reader wrote there; what was `spared` stays new to a text, not to another blank."""
        if spared:
            self._spared.add(address)
        else:
            self._before.pop(address, None)
            self._spared.discard(address)


def _set_beside(document: Document, before: Document, value: Answer) -> Document:
    """`document` with what it shows as its first alternative.

    A text that `value` goes on from, and that stood there `before`, is shown again, to be written over: else
    the beginning of what the reader is typing would stay beside it.
    """
    rest = {name: field for name, field in document.items() if name not in ("value", "version", "private")}
    others = document.get("alts", [])
    own = [one for one in others if _is_begun(one, before, value)][:1]
    return {
        **rest,
        **(own[0] if own else {}),
        "alts": [shown(document), *(one for one in others if one not in own)],
    }


def _is_begun(version: Document, before: Document, value: Answer) -> bool:
    """Whether `version` is the one that `before` showed, and `value` begins with its text."""
    text = version["value"]
    is_own = version.get("version", "") == before.get("version")
    return is_own and isinstance(text, str) and isinstance(value, str) and value.startswith(text)
