"""The screen on which a book is read and filled in."""

import asyncio
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.getters import query_one
from textual.screen import Screen
from textual.timer import Timer

from ...answers import Answers, Saving
from ...book import Book, Hit, Page, progress_of_book
from ..commands import READING, PaletteLine, command_entries
from ..messages import Answered, ChapterPicked, PageScrolled, SavingChanged
from ..widgets import Contents, Fillable, Heading, KeyLine, PageView, Sheet, Spot, TextField
from .editor import edit_elsewhere
from .exporting import ExportDialog
from .extra import ExtraScreen
from .find import FindScreen
from .journey import Journey, Stop
from .link import LinkDialog
from .links import target
from .place import Place, place_kept
from .said import said_of
from .welcome import welcome

SAFE = "staying-safe"
"""The page that F5 opens, where a book has it."""

PAUSE = 0.3
"""Seconds that pass before a place is kept or a chapter counted again, so that a scroll is one change."""

KEYS = [
    ("F1", "help", "app.guide"),
    ("F2", "contents", "screen.contents"),
    ("n", "next", "screen.next_page"),
    ("p", "back", "screen.previous_page"),
    ("Tab", "fill in", "app.focus_next"),
    ("/", "find", "screen.find"),
    ("Ctrl+P", "everything", "app.command_palette"),
]
FIELD_PAUSE = 0.3
"""Seconds that pass before a place is kept or a chapter counted again, so that a scroll is one change."""

KEYS = [
    ("Esc", "to the page", "screen.leave_field"),
    ("Tab", "next field", "app.focus_next"),
    ("F4", "next page", "screen.next_page"),
    ("F1", "help", "app.guide"),
    ("Ctrl+P", "everything", "app.command_palette"),
]


class ReadingScreen(Screen[None]):
    """Holds the journey and the answers; hears the fields, and is the only one that writes answers."""

    BINDINGS = [command.bound() for command in READING]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-normal"), (100, "-wide")]
    AUTO_FOCUS = None

    view = query_one(PageView)
    contents = query_one(Contents)
    heading = query_one(Heading)
    keys = query_one(KeyLine)

    def __init__(self, book: Book, answers: Answers, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.book = book
        self.answers = answers
        self.journey = Journey(book)
        self._now = now
        self._keeping: Timer | None = None
        self._counting: Timer | None = None

    def compose(self) -> ComposeResult:
        """One line, the contents, the page, one line."""
        yield Heading()
        yield Contents(self.book)
        yield PageView()
        yield KeyLine()

    # Opening pages

    async def on_mount(self) -> None:
        """Open where the reader was; the other chapters are read once the page is painted."""
        self.keys.keys = KEYS
        self.answers.listen(lambda saving: self.post_message(SavingChanged(saving)))
        self._say_saving(self.answers.saving)
        place = place_kept(self.answers.place)
        stop = self.journey.stop(place.chapter, place.page, place.number) if place else None
        if place and stop:
            self.journey.here = stop
            await self._show(place.spot, place.field, place.cursor)
        else:
            await self._show()
        self.call_after_refresh(self.run_worker, self._count(), group="count", exclusive=True)

    def go(self, stop: Stop | None, *, child: int = 0, field: str = "") -> None:
        """Open the page `stop`, if there is one, with its child number `child` at the top."""
        if stop is not None:
            self.keep_place()
            self.journey.go(stop)
            self._open(Spot(child), field)

    def _open(self, spot: Spot = Spot(), field: str = "") -> None:
        self.contents.remove_class("-open")
        self.run_worker(self._show(spot, field), group="page", exclusive=True)

    async def _show(self, spot: Spot = Spot(), field: str = "", cursor: tuple[int, int] = (0, 0)) -> None:
        chapter, page = self.journey.chapter, self._with_welcome(self.journey.page)
        sheet = Sheet(self.answers, self._now(), self.answers.device, bool(self.answers.read_only))
        await self.view.show(page, chapter.id, sheet, spot=spot, field=field)
        self.heading.where = self.journey.position
        self.contents.here = chapter.id
        self._focus(field, cursor)
        self._keep_place_soon()

    def _with_welcome(self, page: Page) -> Page:
        """The cover with what the program adds below it; any other page as it is."""
        if self.journey.here.front is not self.book.cover:
            return page
        added = welcome(self.answers.path, has_safe=self.book.front(SAFE) is not None)
        return Page(slug=page.slug, title=page.title, blocks=(*page.blocks, added))

    def _focus(self, field: str, cursor: tuple[int, int]) -> None:
        found = self.view.field(field) if field else None
        if found is None:
            self.view.focus(scroll_visible=False)
        else:
            found.focus(scroll_visible=False)
            self.call_after_refresh(setattr, found, "cursor", cursor)

    # The path of an answer

    @on(Answered)
    def _write(self, event: Answered) -> None:
        event.stop()
        if event.value is None:
            self.answers.pop(event.address, None)
        else:
            self.answers[event.address] = event.value
        self._keep_place_soon()
        self._count_soon()

    @on(SavingChanged)
    def _hear_saving(self, event: SavingChanged) -> None:
        self._say_saving(event.saving)

    def _say_saving(self, saving: Saving) -> None:
        self.heading.is_alarm = saving.state == "not saved"
        self.heading.saving = said_of(saving, self.answers.read_only)

    # Where the reader is

    @property
    def place(self) -> Place:
        """Where the reader is now."""
        focused = self.focused
        here = self.journey
        at = (focused.address, focused.cursor) if isinstance(focused, Fillable) else ("", (0, 0))
        return Place(here.chapter.id, here.page.slug, here.here.number, self.view.spot, *at)

    def keep_place(self) -> None:
        """Keep the place with the answers, so that the next start opens here."""
        if self.is_mounted and not self.answers.read_only:
            self.answers.keep_place(self.place.kept())

    @on(PageScrolled)
    @on(events.DescendantFocus)
    def _keep_place_soon(self) -> None:
        if self._keeping is None:
            self._keeping = self.set_timer(PAUSE, self._keep_place_now)

    def _keep_place_now(self) -> None:
        self._keeping = None
        self.keep_place()

    # How much is filled

    def _count_soon(self) -> None:
        if self._counting is None:
            self._counting = self.set_timer(PAUSE, self._count_again)

    def _count_again(self) -> None:
        self._counting = None
        self.run_worker(self._count(), group="count", exclusive=True)

    async def _count(self) -> None:
        """Say of each chapter how much of it is filled, a chapter at a time, so that keys come first."""
        marks = {}
        for chapter, progress in progress_of_book(self.book, self.answers):
            marks[chapter.id] = progress.mark
            await asyncio.sleep(0)
        self.contents.marks = marks

    # Actions

    @on(ChapterPicked)
    def _open_chapter(self, event: ChapterPicked) -> None:
        event.stop()
        self.go(self.journey.stop(event.chapter))

    def action_next_page(self) -> None:
        """Go on."""
        self.go(self.journey.next())

    def action_previous_page(self) -> None:
        """Go back a page."""
        self.go(self.journey.previous())

    def action_back(self) -> None:
        """Return to where the reader was before."""
        if self.journey.back():
            self._open()

    def action_contents(self) -> None:
        """Go to the contents; where they are a drawer, open it, or close it again."""
        is_drawer = not self.has_class("-wide")
        if is_drawer and self.contents.has_class("-open"):
            self.action_leave_field()
        else:
            self.contents.add_class("-open")
            self.contents.focus()

    def action_leave_field(self) -> None:
        """From a field, or from the contents, back to the page."""
        self.contents.remove_class("-open")
        self.view.focus(scroll_visible=False)

    def action_follow(self, href: str) -> None:
        """Go where a link leads; what leads out of the book is shown first."""
        found = target(self.book, self.journey.here.front, href)
        if found.kind == "page" and found.front in self.book.extras:
            self.app.push_screen(ExtraScreen(self.book, found.front))
        elif found.kind == "page" and found.front:
            self.go(self.journey.stop(found.front.id, found.slug))
        else:
            self.app.push_screen(LinkDialog(found))

    def action_safe(self) -> None:
        """Open *Staying safe*, which leaves no trace in place or history."""
        if front := self.book.front(SAFE):
            self.app.push_screen(ExtraScreen(self.book, front))

    def action_save(self) -> None:
        """Save now, and say so."""
        self.answers.flush()
        self.notify(said_of(self.answers.saving, self.answers.read_only), markup=False, timeout=2)

    def action_edit(self) -> None:
        """Open the text under the cursor in the reader's own editor."""
        if isinstance(self.focused, TextField) and not self.answers.read_only:
            self.answers.flush()
            edit_elsewhere(self.focused, self.answers.folder)

    async def action_find(self) -> None:
        """Look for words, and go where they stand."""
        self.app.push_screen(FindScreen(self.book, self.answers), self._go_to_hit)

    def _go_to_hit(self, hit: Hit | None) -> None:
        if hit:
            self.go(self.journey.stop(hit.chapter, number=hit.page), child=hit.block, field=hit.address)

    def action_export(self) -> None:
        """Ask what is to be printed, and where to."""
        self.app.push_screen(ExportDialog(self.book, self.answers, self.journey.chapter))

    def palette_entries(self) -> Iterable[PaletteLine]:
        """Every action, every chapter, every link of this page."""
        yield from command_entries(self.app)
        for front in self.book.fronts:
            stop = Stop(front)
            yield f"{front.number}. {front.title}", front.summary, partial(self.go, stop)
        for link in self.view.links():
            yield f"Link: {link.text}", link.href, partial(self.action_follow, link.href)
