"""The screen that shows pages, and knows where the reader is."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from textual import events, on, work
from textual.app import ComposeResult
from textual.getters import query_one

from ....answers import Answers
from ....book import Book, is_led_to, suggestions
from ....session import Journey, PageRef, Place, ScrollAnchor, above, begun_anew, landing
from ...lifetime import LAYING
from ...messages import PageScrolled, PageSettled
from ...textual_private import paint_with
from ...widgets import Contents, Fillable, Heading, KeyLine, PageView, Sheet, without_entry
from ..following import FollowingScreen
from ..hints import hints
from ..painting import RowCompositor
from .covering import Covering, Form
from .days import Days
from .keeping import Keeping

_WIDE = 100
"""Columns from which the contents stand beside the page."""


class PagingScreen(FollowingScreen[None]):
    """Shows one page at a time, and keeps the place with the answers."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-normal"), (_WIDE, "-wide")]
    AUTO_FOCUS = ""
    """Nothing by itself: the page gets the focus, or the field that had it."""

    contents = query_one(Contents)
    heading = query_one(Heading)
    keys = query_one(KeyLine)

    def __init__(
        self, book: Book, answers: Answers, now: Callable[[], datetime], *, covered: bool = False
    ) -> None:
        super().__init__()
        paint_with(self, RowCompositor())
        self.book = book
        self.answers = answers
        self.journey = Journey(book)
        self.now = now
        self.days, self.keeping = Days(self), Keeping(self)
        self.cover = Covering(self, book, answers, self.days.shown_on, covered=covered)
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
        """Open what a start begins with: the cover, or the very place where the reader was."""
        self.cover.note_day(self.answers)
        await self._show(self.place if self.cover.is_open else self._step_off())

    def _step_off(self) -> Place:
        """Be where the reader stopped before this start, else at the beginning of chapter 1; that place."""
        place = self.cover.stopped or Place(self.book.fronts[0].id)
        self.journey.here = (
            self.journey.page_called(place.chapter, place.page, place.number) or self.journey.here
        )
        return place

    def go_on(self) -> None:
        """From the cover on at the very line: the page has the keys, and the pen rests in the old field.

        What has come round since is begun with its first question.
        """
        place = self._step_off()
        page, chapter = self.journey.page, self.journey.chapter.id
        if spot := begun_anew(page, chapter, place.field, self.answers, self.now()):
            place = place._replace(spot=spot, field="")
        self._open(place._replace(field=without_entry(place.field), rests=True))

    def reopen(self) -> None:
        """Show what is open anew, at the same place: its answers have changed underneath."""
        self.show_again(self.place)

    @work(group=LAYING, exclusive=True)
    async def show_again(self, place: Place) -> None:
        """Show what is open anew, with the reader at `place`."""
        await self._show(place)

    def go(self, ref: PageRef | None, *, spot: ScrollAnchor | None = None, field: str = "") -> None:
        """Open the page `ref`, if there is one, with `spot` at the top, and `field` in view.

        Without a spot it begins where a reader who knows it would begin.
        """
        if ref is not None:
            self.keep_place()
            left = self._step_off().spot if self.cover.form is Form.LATER else self.view.spot
            self.journey.go(ref, left)
            if spot is None:
                page = self.journey.page
                spot = landing(page, self.journey.chapter.id, self.answers, self.now())
            self._open(Place(ref.front.id, spot=spot, field=field))

    def _open(self, place: Place) -> None:
        self.cover.open_for(self.journey.here.front)
        self.contents.remove_class("-open")
        self._turn_to(place)

    @work(group=LAYING, exclusive=True)
    async def _turn_to(self, place: Place) -> None:
        await self._show(place)
        if place.field and isinstance(self.focused, Fillable):
            self.view.bring(self.focused)

    async def _show(self, place: Place) -> None:
        self.days.note()
        self.set_class(self.cover.form is Form.LATER, "-later")
        was_in_sight = not self.view.left_behind
        if self.cover.is_open:
            await self.view.lay(self.cover.widgets(self.days.shown_on))
        elif self.is_in_words:
            await self._show_words(place)
        else:
            await self._show_page(place)
        if not self.app.is_running:
            return  # the reader has left meanwhile
        self.heading.where = "" if self.cover.is_open else self.journey.position
        self.heading.is_fresh = self.cover.is_open and not self.answers.place
        self.contents.here = place.chapter
        self.keeping.take_up(place, holds=was_in_sight)
        self._show_keys()

    async def _show_words(self, place: Place) -> None:
        """Show the last page of the book; where it is made is in no other screen."""

    async def _show_page(self, place: Place) -> None:
        sheet = Sheet(
            self.answers,
            self.now,
            partial(suggestions, self.book, self.answers),
            partial(is_led_to, self.book),
            self.answers.device,
            bool(self.answers.read_only),
            partial(above, self.book, self.answers, self.days.shown_on),
            wanted=place.field,
        )
        await self.view.show(self.journey.page, self.journey.chapter.id, sheet, spot=place.spot)

    # Where the reader is

    @property
    def place(self) -> Place:
        """Where the reader is now; while the cover is open, where they stopped before."""
        return self.keeping.place

    def keep_place(self) -> None:
        """Keep the place with the answers, so that the next start opens here."""
        self.keeping.keep()

    @on(events.DescendantFocus)
    def _show_keys(self) -> None:
        """Say which keys matter here, and whether it is private; a drawer that is left behind closes."""
        focused = self.focused
        if isinstance(focused, Fillable):
            self.view.pen.resting = None  # the pen is taken up, there or elsewhere
        self.say_keys()
        self.heading.is_private = isinstance(focused, Fillable) and self.journey.chapter.is_private(
            focused.address.rstrip("/")
        )
        if focused is not self.contents:
            self.contents.remove_class("-open")
        self.keeping.keep_soon()

    @property
    def is_in_words(self) -> bool:
        """Whether *Your words* is open."""
        return self.journey.is_in_words and not self.cover.is_open

    def say_keys(self) -> None:
        """Say which keys matter now."""
        self.keys.keys = hints(self.focused, self.view, in_words=self.is_in_words)

    @on(PageSettled)
    def _say_what_keys_do(self) -> None:
        self.say_keys()

    @on(PageScrolled)
    def _look_again(self) -> None:
        """Keep the place soon; say what Space and Tab do, which depends on what can be seen."""
        self.say_keys()
        self.keeping.keep_soon()
