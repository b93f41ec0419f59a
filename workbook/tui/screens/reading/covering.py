"""The cover of the reading screen: whether a start opens it, in which form, and what its lines do."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

from textual.widget import Widget

from ....answers import Answers
from ....book import Book, Front, Prose, cover_of, is_date
from ....session import WORDS, PageRef, day_of_start, day_seen, place_kept, with_day
from ...own_keys import key_of
from ...widgets import Door, Doors

if TYPE_CHECKING:
    from .cover import Ways
    from .paging import PagingScreen


class Form(Enum):
    """What the cover is like."""

    NONE = "none"
    """It is not open."""
    FIRST = "first"
    """All of it, for a new reader, or to be read again."""
    LATER = "later"
    """The start of a later day: no chapter is named, no word shown."""


class Covering:
    """Knows where the reader stopped, and what of the cover is open."""

    def __init__(
        self, screen: "PagingScreen", book: Book, answers: Answers, today: date, *, covered: bool
    ) -> None:
        self._screen, self._book = screen, book
        self._today, self._last = today, day_of_start(answers.place)
        place = place_kept(answers.place)
        chapters = {front.id for front in (*book.fronts, WORDS)}
        self.stopped = place if place and place.chapter in chapters else None
        """Where the reader stopped before this start; None where that was nowhere, or is gone."""
        was_on_cover = place is None or (book.cover is not None and place.chapter == book.cover.id)
        self.form = self._form_at_start(
            is_new=was_on_cover and not any(True for _ in answers), covered=covered
        )

    def _form_at_start(self, *, is_new: bool, covered: bool) -> Form:
        """For new readers all of it; where the last start was on another day, either way, the later one.

        So it is where a start is to be `covered`: with somebody else at the screen.
        """
        if is_new:
            return Form.FIRST
        if covered or self._last != self._today:
            return Form.LATER
        return Form.NONE if self.stopped else Form.FIRST

    @property
    def is_open(self) -> bool:
        """Whether the cover is open, in whichever form."""
        return self.form is not Form.NONE

    def open_for(self, front: Front) -> None:
        """Be what a page of `front` asks for: all of the cover where that is the cover, else nothing."""
        self.form = Form.FIRST if front is self._book.cover else Form.NONE

    def note_day(self, answers: Answers) -> None:
        """Keep the day of this start, once there is anything to keep; one that cannot write keeps none."""
        if answers.place or any(True for _ in answers):
            answers.keep_place(self.dated(answers.place))

    def dated(self, place: Mapping[str, Any]) -> dict[str, Any]:
        """`place` with the day of this start."""
        return with_day(place, self._today)

    def widgets(self, today: date) -> Iterator[Widget]:
        """The open form, laid out on the day `today`."""
        from .cover import first_cover, later_cover  # most starts open a page

        if self.form is Form.LATER:
            return later_cover(self._book, self._ways(), today, self._last)
        return first_cover(self._book, self._ways())

    def look_round(self) -> None:
        """Say on the later cover whether a day to come back on has come since *Your words* was opened.

        Chapters have to be read for that, so the cover is painted first.
        """
        answers, now = self._screen.answers, self._screen.now()
        lines = self._screen.query("ComeRound") if self.form is Form.LATER else ()
        if not lines or not any(type(value) is str and is_date(value) for value in answers.values()):
            return
        from ....export.just_now import has_come_round
        from .cover import ComeRound

        if has_come_round(self._book, answers, now, day_seen(answers.place)):
            for line in self._screen.query(ComeRound):
                line.say()

    def doors(self) -> tuple[Door, ...]:
        """The lines of the open form; none while the cover is not open."""
        return next((view.doors for view in self._screen.query(Doors)), ()) if self.is_open else ()

    def _ways(self) -> "Ways":
        from .cover import Ways

        screen = self._screen
        return Ways(
            begin=self.begin,
            go_on=screen.go_on if self.stopped else None,
            words=lambda: screen.call_later(screen.run_action, "screen.words"),
            contents=lambda: screen.call_later(screen.run_action, "screen.contents"),
            whereabouts=self._tell_whereabouts,
            read=self._read,
            leaflet=self._open_leaflet,
        )

    def go_on(self) -> None:
        """What the key for the next page does: on from where the reader stopped, else chapter 1."""
        if self.form is Form.LATER and self.stopped:
            self._screen.go_on()
        else:
            self.begin()

    def begin(self) -> None:
        """Open chapter 1."""
        self._screen.go(PageRef(self._book.fronts[0]))

    def open_section(self, slug: str) -> bool:
        """Open the `##` of the cover that is called `slug` over the page; whether there is one."""
        found = (one for one in cover_of(self._book).sections if slug and one.slug == slug)
        section = next(found, None)
        if section:
            self._read(section.text)
        return section is not None

    def _tell_whereabouts(self) -> None:
        from ....session.whereabouts import whereabouts

        answers, app = self._screen.answers, self._screen.app
        keys = {"curtain": key_of(app, "curtain", "F8"), "leave_now": key_of(app, "leave_now", "F9")}
        self._read(whereabouts(answers.path, keeps_modes=answers.keeps_modes, **keys))

    def _read(self, text: Prose) -> None:
        from ..overlays.over import SectionScreen

        self._screen.app.push_screen(SectionScreen(self._book, text))

    def _open_leaflet(self, name: str) -> None:
        from ..overlays.leaflet import LeafletScreen

        if front := self._book.front(name):
            self._screen.app.push_screen(LeafletScreen(self._book, front))
