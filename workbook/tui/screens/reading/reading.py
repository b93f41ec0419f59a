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
from ....session import TOP, Place, ScrollAnchor, said_of, spot_of, target
from ...commands import READING, PaletteLine
from ...messages import Answered, AnswerPicked, CurtainFell, EditAsked, SavingChanged
from .days import MINUTE
from .gathering import Gathering
from .keeping import PAUSE
from .lending import Lending
from .lock_wait import await_turn
from .marks import Marks
from .moving import MovingScreen

if TYPE_CHECKING:
    from .finding import Finding


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
        self._marks, self._lending = Marks(self), Lending(self, self._telling)
        self._gathering = Gathering(self, self._choose)
        self._finding: Finding | None = None

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
        self.set_timer(PAUSE, self._lending.tell_of_left_over)
        self.set_interval(MINUTE, self.days.look)

    # The path of an answer

    @on(Answered)
    def _write(self, event: Answered) -> None:
        event.stop()
        self.answers[event.address] = event.value
        self.keeping.keep_soon()
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
            self._gathering.leave()
        else:
            super().action_leave_field()

    def _take_over(self) -> None:
        """The other copy has ended: from now on words are kept here."""
        self.heading.saving = said_of(self.answers.saving, self.answers.read_only)
        self._telling.say_saving(self.answers.saving)
        self._telling.tell_what_came()
        self._lending.tell_of_left_over()
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
            self.go(self.journey.page_called(found.front.id, number=page), spot=spot)

    def action_save(self) -> None:
        """Save now, and say so; nothing waits for a slow disk meanwhile."""
        self._save_and_say()

    @work(group="save", exclusive=True)
    async def _save_and_say(self) -> None:
        await asyncio.to_thread(self.answers.flush)
        self._telling.say_saved()

    def action_edit(self) -> None:
        """Open the text under the cursor in the reader's own editor."""
        self._lending.edit(self.focused)

    @on(EditAsked)
    def _edit_over_the_page(self, event: EditAsked) -> None:
        self._lending.edit(event.field)

    def look_outside(self) -> None:
        """Take in what an editor in a window of its own has saved last: the program is about to end."""
        self._lending.look_last()

    async def action_find(self) -> None:
        """Look for words, and go where they stand; on *Your words* in these alone."""
        from .finding import Finding

        if self._finding is None:
            self._finding = Finding(self)
        self._finding.ask(self._gathering.find())

    @on(CurtainFell)
    def _be_ready_for_another(self) -> None:
        """Whoever lifts the curtain finds neither what was looked for nor what waits for a day."""
        self.view.fold_words()
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
        await self._gathering.show(place)

    def action_words(self) -> None:
        """Open *Your words*; from there, back to where the reader was."""
        self._gathering.open_or_leave()

    def action_kept(self) -> None:
        """Open *Your words* where the words stand that have no place in the book."""
        self._gathering.open_kept()

    @on(AnswerPicked)
    def _go_to_answer(self, event: AnswerPicked) -> None:
        """Open the page on which an answer was written, with the cursor in it."""
        event.stop()
        if (ref := self.journey.page_at(event.address)) is not None:
            self.go(ref, field=event.address)

    def _choose(self, address: str, value: Answer) -> None:
        """Let one version of an answer stand; the others go."""
        self.answers.pick(address, value)
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
