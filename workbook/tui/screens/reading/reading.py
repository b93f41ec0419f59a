"""The screen on which a book is read and filled in."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.binding import Binding

from ....answers import Answers, Saving
from ....book import Answer, Book, Front, chapter_of
from ....session import (
    KEPT,
    TOP,
    WORDS,
    Place,
    ScrollAnchor,
    Stop,
    is_left,
    repeats,
    said_of,
    spot_of,
    target,
)
from ...commands import READING, PaletteLine
from ...messages import Answered, AnswerPicked, CurtainFell, SavingChanged
from ...widgets import Fillable, without_entry
from .lock_wait import await_turn
from .marks import Marks
from .moving import MovingScreen
from .paging import PAUSE
from .telling import Telling

if TYPE_CHECKING:
    from ..editing import Editor
    from .finding import Finding
    from .your_words import YourWords

_MINUTE = 60.0
"""Seconds between two looks at the date."""


class ReadingScreen(MovingScreen):
    """Hears the fields, and is the only one that writes answers; opens what stands over the page."""

    BINDINGS = [
        *(command.bound() for command in READING),
        Binding("tab", "field(1)", show=False),
        Binding("shift+tab", "field(-1)", show=False),
    ]

    def __init__(
        self, book: Book, answers: Answers, now: Callable[[], datetime], *, covered: bool = False
    ) -> None:
        super().__init__(book, answers, now, covered=covered)
        self._marks, self._telling = Marks(self), Telling(self)
        self._editor: Editor | None = None
        self._words: YourWords | None = None
        self._finding: Finding | None = None
        self._touched = now()
        """When the reader last did something, by the clock on the wall."""

    async def on_mount(self) -> None:
        """Open where the reader was; the other chapters are read once the page is painted."""
        self.answers.listen(self._hear)
        self._telling.say_saving(self.answers.saving)
        await_turn(self, self.answers, self._take_over)
        await self.resume()
        self.call_after_refresh(self.cover.look_round)
        self._telling.tell()
        self._marks.count_soon()
        self.set_timer(PAUSE, self._telling.tell_of_versions)
        self.set_timer(PAUSE, self._tell_of_left_over)
        self.set_interval(_MINUTE, self._begin_day)

    def _begin_day(self) -> None:
        """Show the page anew on a new day, for which it may ask something; not under the reader's fingers."""
        if self._is_left(self.now()):
            self._show_day()

    def begins_day(self) -> bool:
        """Whether what the reader does now, the first thing after a night, comes to a page of the day before.

        It is then shown anew, and what is done is not to be heard: it was meant for what is there no more.
        """
        before, self._touched = self._touched, self.now()
        is_meant = not self.cover.is_open and repeats(self.journey.page)
        if not is_meant or not self._is_left(self._touched, since=before):
            return False
        self._show_day()
        return True

    def _is_left(self, now: datetime, since: datetime | None = None) -> bool:
        is_writing = isinstance(self.focused, Fillable)
        return now.date() != self._shown_on and is_left(since or self._touched, now, writing=is_writing)

    def _show_day(self) -> None:
        """Show the open page as on a new day: what repeats in its present entry, the pen at rest."""
        place = self.place
        is_asked_anew = not self.cover.is_open and repeats(self.journey.page)
        fresh = place._replace(field=without_entry(place.field), rests=bool(place.field))
        self._show_again(fresh if is_asked_anew else place)

    # The path of an answer

    @on(Answered)
    def _write(self, event: Answered) -> None:
        event.stop()
        self._telling.has_written = True
        self.answers[event.address] = event.value
        self.keep_place_soon()
        self._marks.count_soon(chapter_of(event.address))

    def _hear(self, saving: Saving) -> None:
        """Called by the saver thread."""
        self.post_message(SavingChanged(saving))

    @on(SavingChanged)
    def _hear_saving(self, event: SavingChanged) -> None:
        self._telling.say_saving(event.saving)
        self._telling.tell_what_came()

    def _open(self, place: Place) -> None:
        self._telling.put_away()
        super()._open(place)

    def action_leave_field(self) -> None:
        """Out of a field, and done with what was told; from *Your words* back."""
        self._telling.put_away()
        if self.is_in_words and self.focused is not self.contents:
            self._leave_words()
        else:
            super().action_leave_field()

    def _take_over(self) -> None:
        """The other copy has ended: from now on words are kept here."""
        self.heading.saving = said_of(self.answers.saving, self.answers.read_only)
        self._telling.say_saving(self.answers.saving)
        self._telling.tell_what_came()
        self._tell_of_left_over()
        self.cover.note_day(self.answers)
        self.reopen()
        self._marks.count_soon()
        self.notify("The other copy has ended. You can write here now.", markup=False)

    # Actions

    def action_follow(self, href: str) -> None:
        """Go where a link leads; what leads out of the book is shown first."""
        found = target(self.book, self.journey.here.front, href)
        if found.front is None:
            from ..dialogs.link import LinkDialog

            self.app.push_screen(LinkDialog(found))
            return
        page, spot = spot_of(self.book, found)
        if found.front in self.book.extras:
            self.open_leaflet(found.front, page, spot or TOP)
        elif not (found.front is self.book.cover and self.cover.open_section(found.slug)):
            self.go(self.journey.stop(found.front.id, number=page), spot=spot)

    def action_save(self) -> None:
        """Save now, and say so; nothing waits for a slow disk meanwhile."""
        self._save_and_say()

    @work(group="save", exclusive=True)
    async def _save_and_say(self) -> None:
        await asyncio.to_thread(self.answers.flush)
        self.notify(said_of(self.answers.saving, self.answers.read_only), markup=False, timeout=2)

    def action_edit(self) -> None:
        """Open the text under the cursor in the reader's own editor."""
        from ..editing.editor import Editor

        self.keep_place()  # nothing does, as long as the editor has the terminal
        if self._editor is None:
            self._tell_of_left_over()  # before there is a file of this session that looks like one of those
            self._editor = Editor(self, self.answers)
        self._editor.edit(self.focused)

    def look_outside(self) -> None:
        """Take in what an editor in a window of its own has saved last: the program is about to end."""
        if self._editor:
            self._editor.look_last()

    def _tell_of_left_over(self) -> None:
        """Not while an editor is open: its file looks like one of those."""
        if self._editor is None:
            self._telling.tell_of_left_over()

    async def action_find(self) -> None:
        """Look for words, and go where they stand; on *Your words* in these alone."""
        from .finding import Finding

        if self._finding is None:
            self._finding = Finding(self)
        self._finding.ask(self._words.find() if self.is_in_words and self._words else None)

    @on(CurtainFell)
    def _forget_what_was_sought(self) -> None:
        if self._finding is not None:
            self._finding.forget()

    async def _show_page(self, place: Place) -> None:
        """Show the page; what was found on it is marked."""
        await super()._show_page(place)
        if self._finding is not None:
            self._finding.mark()

    def open_leaflet(self, front: Front, page: int = 0, spot: ScrollAnchor = TOP) -> None:
        """Open one of the pages that stand outside of the chapters, over this one."""
        from ..overlays.leaflet import LeafletScreen

        self.app.push_screen(LeafletScreen(self.book, front, page=page, spot=spot))

    async def _show_words(self, place: Place) -> None:
        """What was written, gathered: an action away, so imported by it."""
        from .your_words import YourWords

        if self._words is None:
            self._words = YourWords(self, self._choose)
        await self._words.show(place)

    def action_words(self) -> None:
        """Open *Your words*; from there, back to where the reader was."""
        if self.is_in_words:
            self._leave_words()
        else:
            self.go(Stop(WORDS))

    def _leave_words(self) -> None:
        """Back to where the reader was; where a start began here, to the page before."""
        if self.journey.has_before:
            self.action_back()
        else:
            self.go(self.journey.previous())

    def action_kept(self) -> None:
        """Open *Your words* where the words stand that have no place in the book."""
        self.go(Stop(WORDS), field=KEPT)

    @on(AnswerPicked)
    def _go_to_answer(self, event: AnswerPicked) -> None:
        """Open the page on which an answer was written, with the cursor in it."""
        event.stop()
        if (stop := self.journey.stop_at(event.address)) is not None:
            self.go(stop, field=event.address)

    def _choose(self, address: str, value: Answer) -> None:
        """Let one version of an answer stand; the others go."""
        self._telling.has_written = True
        self.answers.settle(address, value)
        self.reopen()

    def action_print(self) -> None:
        """Ask what is to be printed, and where to."""
        from ..printing.print_dialog import PrintDialog

        self.app.push_screen(PrintDialog(self.book, self.answers, self.journey.chapter, self.now()))

    def action_share(self) -> None:
        """Choose what another person may read, and make a copy of it."""
        from ..sharing.share import ShareScreen

        self.app.push_screen(ShareScreen(self.book, self.answers, self.now))

    def action_beside(self) -> None:
        """Ask which copy is to be laid beside the reader's own."""
        from .their_copy import ask_for_copy

        ask_for_copy(self)

    def open_copy(self, path: Path) -> None:
        """Lay the copy at `path` beside the reader's own."""
        from .their_copy import open_copy

        self.run_worker(open_copy(self, path), group="copy")

    def palette_lines(self) -> Iterable[PaletteLine]:
        """What can be done and opened here."""
        from .offered import lines_of

        return lines_of(self)

    def palette_questions(self) -> Iterator[Sequence[PaletteLine]]:
        """The pages and the questions of each chapter, read as they come."""
        from .offered import questions_of

        return (questions_of(self, front) for front in self.book.fronts)
