"""The screen that shows pages, and knows where the reader is."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from textual import events, on, work
from textual.app import ComposeResult
from textual.getters import query_one
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import OptionList

from ...answers import Answers
from ...book import Book, Page, suggestions
from ..messages import CursorMoved, PageScrolled
from ..orderly import LAYING
from ..widgets import TOP, Contents, Fillable, Heading, KeyLine, PageView, Sheet, Spot
from .hints import hints
from .journey import Journey, Stop
from .links import SAFE
from .painting import RowCompositor
from .place import Place, place_kept
from .welcome import welcome

_WIDE = 100
"""Columns from which the contents stand beside the page."""

PAUSE = 0.3
"""Seconds that pass before a place is kept or a chapter counted again, so that a scroll is one change."""


class PagingScreen(Screen[None]):
    """Shows one page at a time, and keeps the place with the answers."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-normal"), (_WIDE, "-wide")]
    AUTO_FOCUS = ""
    """Nothing by itself: the page gets the focus, or the field that had it."""

    view = query_one(PageView)
    contents = query_one(Contents)
    heading = query_one(Heading)
    keys = query_one(KeyLine)

    def __init__(self, book: Book, answers: Answers, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._compositor = RowCompositor()
        self.book = book
        self.answers = answers
        self.journey = Journey(book)
        self._now = now
        self._shown_on = now().date()
        """The day on which the open page was shown."""
        self._keeping: Timer | None = None
        self._is_fresh = True

    def compose(self) -> ComposeResult:
        """One line, the contents, the page, one line.

        The width is looked at now: Textual looks at it after the first paint, and everything would be
        laid out and painted once more.
        """
        self.set_class(self.app.size.width >= _WIDE, "-wide")
        yield Heading()
        yield Contents(self.book)
        yield PageView()
        yield KeyLine()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """At the start everything has its style already: Textual would go through all of it once more."""
        event.refresh_styles = not self._is_fresh
        self._is_fresh = False

    # Pages

    async def resume(self) -> None:
        """Open where the reader was; at the cover, the first time."""
        place = place_kept(self.answers.place)
        stop = self.journey.stop(place.chapter, place.page, place.number) if place else None
        if place and stop:
            self.journey.here = stop
            await self._show(place.spot, place.field, place.cursor)
        else:
            await self._show()

    def reopen(self) -> None:
        """Show the open page anew, at the same place: its answers have changed underneath."""
        self._show_again(self.place)

    @work(group=LAYING, exclusive=True)
    async def _show_again(self, place: Place) -> None:
        await self._show(place.spot, place.field, place.cursor)

    def go(self, stop: Stop | None, *, spot: Spot = TOP, field: str = "") -> None:
        """Open the page `stop`, if there is one, with `spot` at the top, and `field` in view."""
        if stop is not None:
            self.keep_place()
            self.journey.go(stop, self.view.spot)
            self._open(spot, field)

    def _open(self, spot: Spot = TOP, field: str = "") -> None:
        self.contents.remove_class("-open")
        self._turn_to(spot, field)

    @work(group=LAYING, exclusive=True)
    async def _turn_to(self, spot: Spot, field: str) -> None:
        await self._show(spot, field)
        if field and self.focused:
            self.view.bring(self.focused)

    async def _show(self, spot: Spot = TOP, field: str = "", cursor: tuple[int, int] | None = None) -> None:
        chapter, page = self.journey.chapter, self._with_welcome(self.journey.page)
        sheet = Sheet(
            self.answers,
            self._now,
            partial(suggestions, self.book, self.answers),
            self.answers.device,
            bool(self.answers.read_only),
            field,
        )
        self._shown_on = self._now().date()
        await self.view.show(page, chapter.id, sheet, spot=spot)
        if not self.app.is_running:
            return  # the reader has left meanwhile
        self.heading.where = self.journey.position
        self.contents.here = chapter.id
        self._focus(field, cursor)
        self._show_keys()

    def _with_welcome(self, page: Page) -> Page:
        """The cover with what the program adds below it; any other page as it is."""
        if self.journey.here.front is not self.book.cover:
            return page
        safe = self.book.front(SAFE)
        added = welcome(self.answers.path, safe=safe.path.name if safe else "")
        return Page(slug=page.slug, title=page.title, blocks=(*page.blocks, added))

    def _focus(self, field: str, cursor: tuple[int, int] | None) -> None:
        found = self.view.field(field) if field else None
        if found is None:
            self.view.focus(scroll_visible=False)
        else:
            found.focus(scroll_visible=False)
            if cursor is not None:
                self.call_after_refresh(self._put_cursor, found, cursor)
            self.call_after_refresh(found.point, field)

    def _put_cursor(self, field: Fillable, cursor: tuple[int, int]) -> None:
        """Put the cursor back without scrolling to it: the topmost words stay where they were."""
        with field.prevent(CursorMoved, OptionList.OptionHighlighted):
            field.cursor = cursor

    # Where the reader is

    @property
    def place(self) -> Place:
        """Where the reader is now."""
        focused = self.focused
        here = self.journey
        at = (focused.address, focused.cursor) if isinstance(focused, Fillable) else ("", (0, 0))
        return Place(here.chapter.id, here.page.slug, here.here.number, self.view.spot, *at)

    def keep_place(self) -> None:
        """Keep the place with the answers, so that the next start opens here; not while all is taken down."""
        if self.is_mounted and self.app.is_running and not self.answers.read_only:
            self.answers.keep_place(self.place.kept())

    @on(events.DescendantFocus)
    def _show_keys(self) -> None:
        """Say which keys matter here, and whether it is private; a drawer that is left behind closes."""
        focused = self.focused
        self.keys.keys = hints(focused, self.view)
        self.heading.is_private = isinstance(focused, Fillable) and self.journey.chapter.is_private(
            focused.address.rstrip("/")
        )
        if focused is not self.contents:
            self.contents.remove_class("-open")
        self.keep_place_soon()

    @on(PageScrolled)
    def keep_place_soon(self) -> None:
        """Keep the place once the reader rests, so that a scroll is one change."""
        if self._keeping is None:
            self._keeping = self.set_timer(PAUSE, self._keep_place_now)

    def _keep_place_now(self) -> None:
        self._keeping = None
        self.keep_place()
