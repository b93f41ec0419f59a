"""Answers that are being written: the file, the thread that saves it, and what that has yet to take up."""

from collections.abc import Mapping
from functools import partial

from ..book import Answer
from .answers_file import AnswersFile
from .merge import edited
from .records import is_same, value_of
from .saver import Change, Saver
from .state import Document


class Writing:
    """`file`, and the saver thread over it, which still has to be started.

    What is changed is shown at once, before the saver has applied it: one thread changes, any may read.
    """

    def __init__(self, file: AnswersFile) -> None:
        self.file = file
        self.saver = Saver(file.storage, file.save)
        self._pending: dict[tuple[str, str], tuple[int, Document]] = {}
        """By table and name: the number of the change, and the document to be shown until it is applied."""

    def document(self, table: str, name: str) -> Document | None:
        """The document as it was last changed."""
        number, document = self._pending.get((table, name), (0, None))
        return document if number > self.saver.applied else self._applied(table, name)

    def table(self, name: str) -> Mapping[str, Document]:
        """All documents of a table as they were last changed."""
        applied = self.saver.applied  # read before the state, which may only be newer
        documents = dict(self.saver.state.get(name, {}))
        for (table, key), (number, document) in list(self._pending.items()):
            if table == name and number > applied:
                documents[key] = document
        return documents

    def tables(self) -> set[str]:
        """The names of all tables."""
        return {*self.saver.state, *(table for table, _ in list(self._pending))}

    def put(self, table: str, name: str, shown: Document, after: Change) -> None:
        """Has the saver apply `after` to the document; until it has, `shown` is what is read."""
        if self.saver.applied == self.saver.handed:
            self._pending.clear()
        self._pending[table, name] = self.saver.put(table, name, after), shown

    def answer(self, address: str, value: Answer | None, *, at: str, device: str, asked: str) -> None:
        """Writes `value` over the answer at `address`; None blanks it."""
        written = {"at": at, "device": device, "asked": asked}
        self.put(
            "answers",
            address,
            _shown(self._applied("answers", address), value, written),
            lambda document: self.file.written(address, document, value, **written),
        )

    def settle(self, address: str, value: Answer, *, at: str, device: str) -> None:
        """Makes `value` the answer, and its alternatives count as written over: no merge revives them."""

        def settled(document: Document | None) -> Document | None:
            if document is None:
                return None
            change = partial(edited, at=at, device=device, asked=document.get("asked", ""))
            return change(change(document, None), value)

        shown = settled(self.document("answers", address))
        if shown is not None:
            self.put("answers", address, shown, settled)
            self.saver.save_now()  # a later change to the same answer would take the place of this one

    def _applied(self, table: str, name: str) -> Document | None:
        return self.saver.state.get(table, {}).get(name)


def _shown(document: Document | None, value: Answer | None, written: dict[str, str]) -> Document:
    """What `document` will show once `value` is saved over it; much cheaper than `edited`, for each key."""
    before = document or {}
    if is_same(value, value_of(before)):
        return before
    rest = {name: content for name, content in before.items() if name != "value"}
    after = {**rest, **written, "rev": before.get("rev", 0) + 1}
    return {**after, "alts": []} if value is None else {**after, "value": value}
