"""The file of answers of one book, open for writing: all that one save means."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from ..book import Answer, Book
from .backups import keep_day
from .conflicts import put_away, with_conflicts
from .errors import AnswersError, Damaged
from .merge import VERSION, edited, merged
from .migrations import is_newer
from .moving import moved
from .names import real_file
from .reading import NEWER, moment, put_aside, read_for_writing, understood, unreadable
from .records import cleaned, is_same, value_of
from .state import Document, State
from .storage import AtomicStorage


class AnswersFile:
    """The file, open for writing; the lock must be held. Raises AnswersError where it cannot be.

    `read_only` says why it must not be written all the same: it is of a newer version, and stays untouched.
    """

    def __init__(self, folder: Path, book: Book, *, device: str, clock: Callable[[], datetime]) -> None:
        self._book, self._clock, self._device = book, clock, device
        self.path = real_file(folder, book.id)
        self.arrived: set[str] = set()
        """Addresses whose shown answer another program wrote, and the reader has not changed since."""
        self._conflicts: tuple[Path, ...] = ()
        self.storage = AtomicStorage(self.path)
        try:
            here = read_for_writing(folder, book, clock())
        except OSError as error:
            raise unreadable(self.path, error) from None
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
        self._take_in()
        self._keep_day()
        self.storage.commit()
        self._put_conflicts_away()

    def written(
        self, address: str, document: Document | None, value: Answer | None, **how: str
    ) -> Document | None:
        """`document` after the reader wrote `value` (`how`: see `edited`).

        What another program wrote there meanwhile stays, as the reader may never have seen it: beside the new
        value, or, where that is a blank, instead of it.
        """
        if address in self.arrived and document and value_of(document) is not None:
            if value is None:
                return document
            self.arrived.discard(address)
            document = _with_shown_aside(document)
        return edited(document, value, **how)

    def _bring_up_to_date(self) -> None:
        """Joins the copies that sync programs left, and moves answers to where the book has them now."""
        state = self.storage.read()
        joined, self._conflicts = with_conflicts(state, self.path)
        if self._conflicts:
            joined = cleaned(joined)
            self.notices.append("Answers from another machine were joined with those here.")
        joined = moved(joined, self._book, at=moment(self._clock()), device=self._device)
        if joined is not state:
            self.storage.write(joined)

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
        both = merged(ours, theirs)
        before = ours.get("answers", {})
        self.arrived |= {
            address
            for address, document in both.get("answers", {}).items()
            if not is_same(value_of(document), value_of(before.get(address)))
        }
        return both

    def _keep_day(self) -> None:
        try:
            keep_day(self.path, self._clock())
        except OSError as error:  # a save without a copy is better than neither
            self._tell(f"The copy of today could not be made: {error.strerror}.")

    def _put_conflicts_away(self) -> None:
        with suppress(OSError):  # one that stays is joined again at the next start, which changes nothing
            put_away(self._conflicts, self.path, self._clock())
        self._conflicts = ()

    def _tell(self, notice: str) -> None:
        if notice not in self.notices:
            self.notices.append(notice)


def _with_shown_aside(document: Document) -> Document:
    """`document` without what it shows, which is its first alternative now."""
    shown = {name: document[name] for name in VERSION if name in document}
    rest = {name: content for name, content in document.items() if name not in ("value", "version")}
    return {**rest, "alts": [shown, *document.get("alts", [])]}
