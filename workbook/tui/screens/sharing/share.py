"""The screen *A copy to share*: what of their own words the reader lets another person read."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import Static

from ....answers import Answers, ReadOnly
from ....book import Book
from ....export import ExportError, homely, write_files
from ....export.sharing import Offered, Shared, all_ticked, copy_of, offered, read_copy
from ....paths import exports_folder, free_name
from ...widgets import ActionLine, Heading, KeyLine
from ..dialogs import Passing
from .copy_view import CopyView
from .offer_list import OfferList

ABOUT = (
    "For one other person. Tick what may be in it. Nothing is sent: this makes a file, and you hand it over. "
    "What the book keeps out of copies is not listed."
)
NONE = "Nothing that you wrote may be in a copy yet."
NOTHING = "Nothing is ticked yet: Space ticks what may be in the copy."
KEYS = (
    ("Space", "tick", "screen.tick"),
    ("↑ ↓", "choose", ""),
    ("Tab", "to make the copy", "screen.field(1)"),
)
"""The keys of the list."""
MAKING = (("Enter", "make the copy", "focused.act"), ("Shift+Tab", "to the list", "screen.field(-1)"))
READING = (("↑ ↓", "read the copy", ""), ("Tab", "to the list", "screen.field(1)"))
EVERYWHERE = (("F1", "help", "app.help"), ("Esc", "back", "screen.close"))


class ShareScreen(Passing[None], Screen[None]):
    """One checklist, the file that would come of it, and the words themselves where there is room."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,Q", "close", show=False),
        Binding("tab", "field(1)", show=False),
        Binding("shift+tab", "field(-1)", show=False),
        Binding("up", "field(-1)", show=False),
        Binding("down", "field(1)", show=False),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (60, "-middle"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]
    AUTO_FOCUS = "OfferList"

    rows: ClassVar = query_one(OfferList)
    sheet: ClassVar = query_one(CopyView)
    into: ClassVar = query_one("#into", Static)

    def __init__(self, book: Book, answers: Answers, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._book, self._answers = book, answers
        self._today = now().date()
        self._offers: list[tuple[Offered, Shared]] = []
        self._is_busy = False

    def compose(self) -> ComposeResult:
        """The heading, the list and the line that makes the copy, the copy at the right, the keys."""
        heading = Heading()
        heading.where = "A copy to share"
        heading.echo(self.app.screen_stack[0].query_one(Heading))
        yield heading
        with Horizontal(id="share"):
            with Vertical(id="offers"):
                yield Static(Content(ABOUT), id="about")
                yield OfferList(self._today)
                with Horizontal(id="make"):
                    yield ActionLine("Make the copy", self._make)
                    yield Static(id="into")
            yield CopyView()
        yield KeyLine()

    def on_mount(self) -> None:
        """Show what there is."""
        self._offers = [(one, self._given(one)[0]) for one in offered(self._book, self._answers, self._today)]
        if not self._offers:
            self.query_one("#about", Static).update(Content(f"{NONE}\n\n{ABOUT}"))
            self.add_class("-empty")
        self._show()

    @on(events.DescendantFocus)
    def _say_keys(self) -> None:
        """Say what the keys do to what has the focus."""
        own = MAKING if isinstance(self.focused, ActionLine) else READING if self.sheet.has_focus else KEYS
        self.query_one(KeyLine).keys = (*own, *EVERYWHERE)

    def _given(self, *offers: Offered) -> tuple[Shared, ...]:
        """The words that are given with these, as they would be read."""
        return read_copy(copy_of(self._book, offers), self._book, "")

    def _show(self) -> None:
        self.rows.show_offers(self._offers)
        count = sum(one.is_ticked for one, _ in self._offers)
        answers = "1 answer" if count == 1 else f"{count} answers"
        self.into.update(Content(f"{answers}, into {homely(self._path())}" if count else NOTHING))
        self._show_copy()

    @on(OfferList.Pointed)
    def _show_copy(self) -> None:
        """Show the copy, with what the cursor stands on under the bar."""
        here = self._offers[self.rows.cursor][1].at if self._offers else ""
        self.sheet.show_copy([shared for one, shared in self._offers if one.is_ticked], here)

    def _path(self) -> Path:
        return free_name(exports_folder() / f"for-you-{self._today}.md")

    @on(OfferList.Ticked)
    def _tick(self, event: OfferList.Ticked) -> None:
        event.stop()
        one, shared = self._offers[event.number]
        try:
            self._answers.tick_to_share(one.written.at, () if one.is_ticked else one.versions)
        except ReadOnly as refused:
            self.notify(f"Nothing can be ticked here: {refused}.", markup=False)
            return
        after = one._replace(is_ticked=not one.is_ticked, is_changed=False)
        self._offers[event.number] = after, shared
        self._show()

    def action_tick(self) -> None:
        """Tick what the cursor of the list stands on."""
        self.rows.action_tick()

    def action_field(self, step: int) -> None:
        """From the list to the line that makes the copy, and back; the copy itself, where it is seen."""
        if step > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def action_close(self) -> None:
        """Back to what was open; what is ticked stays ticked."""
        self.dismiss()

    def _make(self) -> None:
        if not self._is_busy:
            self._is_busy = True
            self._write()

    @work(group="write")
    async def _write(self) -> None:
        """Write the copy of what is ticked now, in a thread, since a disk may take its time."""
        given = all_ticked(self._book, self._answers, self._today)
        path = self._path()
        try:
            if not given:
                self.notify(NOTHING, markup=False)
                return
            text = copy_of(self._book, given)
            data = self._answers.path.parent
            await asyncio.to_thread(write_files, self._book, {path: text}, data=data)
        except ExportError as error:
            self.notify(f"Not written: {error}", severity="error", markup=False)
        else:
            said = f"Written: {homely(path)}. Whoever can open the file can read it."
            self.into.update(Content(said))  # no notice: it would cover what is made next
        finally:
            self._is_busy = False
