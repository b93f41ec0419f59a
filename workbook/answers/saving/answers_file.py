"""The file of answers of one book, open for writing: all that one save means."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Unpack

from ...book import Answer, Book
from ..disk import Lock, closed, real_file
from ..document import (
    Circumstances,
    Document,
    State,
    cleaned,
    edited,
    is_any_private,
    is_newer,
    marked,
    merged,
    moved,
    told,
    versions,
)
from ..errors import AnswersError, Damaged
from ..file import (
    NEWER,
    AtomicStorage,
    Ground,
    keep_day,
    keep_moment,
    moment,
    put_aside,
    put_away,
    read_for_writing,
    related,
    understood,
    unread_notices,
    unreadable,
    with_conflicts,
    with_strangers,
)
from .external_changes import ExternalChanges

SPARED = (
    "Another program had changed an answer that you emptied. What it wrote was kept; empty it again if you "
    "do not want it."
)


MOVED = (
    "This book has other names for places that you filled in, and your answers moved to them. Was that not "
    "meant, open the book as it was and go back: workbook restore {copy}"
)
NOT_MOVED = (
    "This book has other names for places that you filled in. Your answers there are among the words kept "
    "aside: they move once a copy of the file can be made ({reason})."
)


class AnswersFile:
    """The file, open for writing; `lock` must be held. Raises AnswersError where it cannot be.

    `read_only` says why it must not be written all the same: it is of a newer version, and stays untouched.
    """

    def __init__(
        self, folder: Path, book: Book, lock: Lock, *, device: str, clock: Callable[[], datetime]
    ) -> None:
        self._book, self._clock, self._device = book, clock, device
        self.path = real_file(folder, book.id)
        self.external_changes = ExternalChanges()
        self._conflicts: tuple[Path, ...] = ()
        self._to_tell: list[str] = []
        """What is told once it is kept that it was: it is never said twice, and stands in nobody's way."""
        self.storage = AtomicStorage(self.path)
        try:
            here = read_for_writing(folder, book, clock())
        except OSError as error:
            raise unreadable(self.path, error) from None
        self.ground = Ground(lock, self.path.parent)
        self.notices = list(here.notices)
        self.read_only = NEWER if is_newer(here.state) else ""
        self.storage.start(here.state, is_saved=here.is_saved)
        if not self.read_only:
            self.storage.remove_leftovers()
            self._bring_up_to_date()

    def save(self) -> None:
        """Saves the state, merged with what another program made of the file since.

        Raises OSError or AnswersError where that fails; nothing is lost, on the disk or in memory.
        """
        self.ground.insist()
        self._take_in()
        self._keep_day()
        self.storage.commit()
        self._put_conflicts_away()
        self.notices += self._to_tell
        self._to_tell = []

    def written(
        self, address: str, document: Document | None, value: Answer | None, **how: Unpack[Circumstances]
    ) -> Document | None:
        """What `after` says, as the one answer that the reader now wrote there."""
        after = self.after(address, document, value, **how)
        spared = value is None and self.external_changes.spares(address, document)
        if spared:
            self._tell(SPARED)
        self.external_changes.heard(address, spared=spared)
        return after

    def after(
        self, address: str, document: Document | None, value: Answer | None, **how: Unpack[Circumstances]
    ) -> Document | None:
        """`document` after the reader wrote `value` (`how`: see `edited`).

        What another program wrote there meanwhile stays, as the reader may never have seen it: beside the new
        value, or, where that is the first blank since, instead of it.
        """
        if value is not None:
            beside = self.external_changes.set_beside(address, document, value)
            if beside is not document and beside and is_any_private(versions(beside)):
                how["private"] = True  # nobody knows which of them the reader had before them
            document = beside
        elif self.external_changes.spares(address, document):
            return document
        return edited(document, value, **how)

    def _bring_up_to_date(self) -> None:
        """Joins the copies that sync programs left, and moves answers to where the book has them now."""
        state = self.storage.read()
        found = related(state, self.path)
        self.notices += closed(one.path for one in found if one.whose != "somebody else's")
        joined, self._conflicts = with_conflicts(state, self.path, found)
        if self._conflicts:
            joined = cleaned(joined)
            self.notices.append("Answers from another machine were joined with those here.")
        now = moment(self._clock())
        joined, self._to_tell = with_strangers(joined, found, now)
        joined = self._moved(joined, now)
        joined = self._told(marked(joined, self._book))
        if joined is not state:
            self.storage.write(joined)

    def _moved(self, state: State, now: str) -> State:
        """`state` with its answers where the book has them now, once the file as it is has a copy."""
        after = moved(state, self._book, at=now, device=self._device)
        if after is state:
            return state
        try:
            copy = keep_moment(self.path, self._book.id, self._clock(), "before-move")
        except OSError as error:
            self.notices.append(NOT_MOVED.format(reason=error.strerror or type(error).__name__))
            return state
        if copy:
            self.notices.append(MOVED.format(copy=copy))
        return after

    def _take_in(self) -> None:
        try:
            if self.storage.take_in(self._joined):
                self._tell("Another program changed the file of your answers: both versions were joined.")
        except Damaged as damage:
            self.notices.append(put_aside(self.path, damage, self._clock()))
            self._take_in()

    def _joined(self, found: State) -> State:
        theirs = understood(found, self._book, self.path)
        if is_newer(theirs):
            raise AnswersError(f"the file was {NEWER}")
        ours = self.storage.read()
        both = self._told(merged(ours, theirs))
        self.external_changes.note(ours, both)
        return both

    def _told(self, state: State) -> State:
        """`state`, once the reader is told of what cannot be read in it."""
        for notice in unread_notices(state):
            self._tell(notice)
        return told(state, moment(self._clock()))

    def _keep_day(self) -> None:
        try:
            keep_day(self.path, self._book.id, self._clock())
        except OSError as error:  # a save without a copy is better than neither
            self._tell(f"The copy of today could not be made: {error.strerror}.")

    def _put_conflicts_away(self) -> None:
        with suppress(OSError):  # one that stays is joined again at the next start, which changes nothing
            put_away(self._conflicts, self.path, self._clock())
        self._conflicts = ()

    def _tell(self, notice: str) -> None:
        if notice not in self.notices:
            self.notices.append(notice)
