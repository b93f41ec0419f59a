"""Answers that are being written: the file, the thread that saves it, and what that has yet to take up."""

from collections.abc import Mapping
from typing import NamedTuple, Unpack

from ...book import Answer
from ..document import (
    Circumstances,
    Document,
    State,
    drawn,
    is_any_private,
    is_same,
    picked,
    value_of,
    written_over,
)
from .answers_file import AnswersFile
from .saver import Change, Saver


class _Pending(NamedTuple):
    """A change that the saver has taken, and may not have applied yet."""

    number: int
    shown: Document
    """What is read until it is applied."""
    copied: Change
    """Makes the document that the saver will make, and remembers nothing."""
    fresh: bool = False
    """Whether the field was emptied on the way to it: the saver makes only the last of several changes."""


class Writing:
    """`file`, and the saver thread over it, which still has to be started.

    What is changed is shown at once, before the saver has applied it: one thread changes, any may read.
    """

    def __init__(self, file: AnswersFile) -> None:
        self.file = file
        self.saver = Saver(file.storage, file.save)
        self._pending: dict[tuple[str, str], _Pending] = {}
        """By table and name."""
        self._last_word = 0
        """The number of the last change to an answer."""

    @property
    def has_unsaved_words(self) -> bool:
        """Whether a change to an answer is not on the disk."""
        return self._last_word > self.saver.saved

    def document(self, table: str, name: str) -> Document | None:
        """The document as it was last changed."""
        pending = self._unapplied(table, name)
        return pending.shown if pending else self._applied(table, name)

    def table(self, name: str) -> Mapping[str, Document]:
        """All documents of a table as they were last changed."""
        applied = self.saver.applied  # read before the state, which may only be newer
        documents = dict(self.saver.state.get(name, {}))
        for (table, key), pending in list(self._pending.items()):
            if table == name and pending.number > applied:
                documents[key] = pending.shown
        return documents

    def whole(self) -> State:
        """Everything as the saver will write it, without waiting for it."""
        applied = self.saver.applied  # read before the state, to which a change may be applied once more
        state = dict(self.saver.state)
        for (table, key), pending in list(self._pending.items()):
            before = state.get(table, {}).get(key)
            after = pending.copied(before) if pending.number > applied else None
            if after is not None:
                state[table] = {**state.get(table, {}), key: after}
        return state

    def put(
        self,
        table: str,
        name: str,
        shown: Document,
        after: Change,
        copied: Change | None = None,
        *,
        fresh: bool = False,
    ) -> None:
        """Has the saver apply `after` to the document; until it has, `shown` is what is read.

        `copied` is what stands for it in a copy that is made meanwhile; without one, `after` itself.
        """
        if self.saver.applied == self.saver.handed:
            self._pending.clear()
        number = self.saver.put(table, name, after)
        self._pending[table, name] = _Pending(number, shown, copied or after, fresh)
        if table == "answers":
            self._last_word = number

    def answer(self, address: str, value: Answer | None, **how: Unpack[Circumstances]) -> None:
        """Writes `value` over the answer at `address`; None blanks it."""
        pending = self._unapplied("answers", address)
        how["fresh"] = pending is not None and (pending.fresh or "value" not in pending.shown)
        how["version"] = drawn()  # also of what is only shown so far: it may be ticked to share meanwhile
        preview = _shown(self._applied("answers", address), value, **how)
        self.put(
            "answers",
            address,
            preview,
            lambda document: self.file.written(address, document, value, **how),
            lambda document: self.file.after(address, document, value, **how),
            fresh=how["fresh"],
        )

    def pick(self, address: str, value: Answer, *, at: str, device: str, private: bool) -> None:
        """Makes `value` the answer, and its alternatives count as written over: no merge revives them."""
        before = self.document("answers", address)
        if before is None:
            return
        asked, version = before.get("asked", ""), drawn()

        def change(document: Document | None) -> Document:
            if document and document.get("version") == version:
                return document  # a copy is made just as the saver has applied it
            how = Circumstances(at=at, device=device, asked=asked, version=version, private=private)
            return picked(document or {}, value, **how)

        def heard(document: Document | None) -> Document:
            self.file.external_changes.heard(address)
            return change(document)

        self.put("answers", address, change(before), heard, change)
        self.saver.save_now()  # a later change to the same answer would take the place of this one

    def _unapplied(self, table: str, name: str) -> _Pending | None:
        pending = self._pending.get((table, name))
        return pending if pending and pending.number > self.saver.applied else None

    def _applied(self, table: str, name: str) -> Document | None:
        return self.saver.state.get(table, {}).get(name)


def _shown(document: Document | None, value: Answer | None, **how: Unpack[Circumstances]) -> Document:
    """What `document` will show once `value` is saved over it; for each key, so without its past."""
    before = document or {}
    if is_same(value, value_of(before)):
        return before
    stood = [before] if "value" in before and not how["fresh"] else []
    how["private"] = how["private"] or is_any_private(stood)
    after = written_over(before, value, before.get("rev", 0) + 1, **how)
    if value is None:  # what is written again at once still has its question
        return {**after, "asked": how["asked"], "alts": []}
    return after
