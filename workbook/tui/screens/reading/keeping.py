"""The reader's place on the reading screen: what it is, when it is kept, and how it is taken up again."""

from typing import TYPE_CHECKING

from textual.timer import Timer
from textual.widgets import OptionList

from ....session import Place
from ...messages import CursorMoved
from ...widgets import Fillable

if TYPE_CHECKING:
    from .paging import PagingScreen

PAUSE = 0.3
"""Seconds that pass before a place is kept or a chapter counted again, so that a scroll is one change."""


class Keeping:
    """Keeps where the reader of `screen` is with the answers, and gives the keys back to where they were."""

    def __init__(self, screen: "PagingScreen") -> None:
        self._screen = screen
        self._timer: Timer | None = None

    @property
    def place(self) -> Place:
        """Where the reader is now; while the cover is open, where they stopped before."""
        screen, here, pen = self._screen, self._screen.journey, self._screen.view.pen
        if screen.cover.is_open:
            return screen.cover.stopped or Place(here.here.front.id)
        field = pen.field
        at = (field.address, field.cursor, field is pen.resting) if field else ("", (0, 0), False)
        return Place(here.chapter.id, here.page.slug, here.here.number, screen.view.spot, *at)

    def keep(self) -> None:
        """Keep the place with the answers, so that the next start opens here; not while all is taken down.

        The cover is no place to come back to.
        """
        screen, answers = self._screen, self._screen.answers
        is_there = screen.is_mounted and screen.app.is_running and not screen.cover.is_open
        if is_there and not answers.read_only:
            answers.keep_place(screen.cover.dated({**answers.place, **self.place.kept()}))

    def keep_soon(self) -> None:
        """Keep the place once the reader rests, so that a scroll is one change."""
        if self._timer is None:
            self._timer = self._screen.set_timer(PAUSE, self._keep_now)

    def _keep_now(self) -> None:
        self._timer = None
        self._screen.keep_place()

    def take_up(self, place: Place, *, holds: bool) -> None:
        """Give the keys to the field of `place`, or to the page; `holds` brings the cursor into view."""
        view = self._screen.view
        found = view.field(place.field) if place.field else None
        if found is None or place.rests:
            view.focus(scroll_visible=False)
        else:
            found.focus(scroll_visible=False)
        view.pen.resting = found if place.rests else None
        if found is not None:
            self._screen.call_after_refresh(_put_cursor, found, place, found.cursor)
            if holds:
                self._screen.call_after_refresh(view.hold)


def _put_cursor(field: Fillable, place: Place, before: tuple[int, int]) -> None:
    """Put the cursor back without scrolling to it: the topmost words stay where they were.

    Where the reader was quicker, it is no more where it was `before`, and stays: what is typed next
    would stand in front of what was typed.
    """
    if field.cursor == before:
        if place.cursor is not None:
            with field.prevent(CursorMoved, OptionList.OptionHighlighted):
                field.cursor = place.cursor
        field.point(place.field)
