"""The days of the open page: which it was shown on, and when a new one is to be asked about."""

from datetime import datetime
from typing import TYPE_CHECKING

from ....session import is_left, repeats
from ...widgets import Fillable, without_entry

if TYPE_CHECKING:
    from .paging import PagingScreen

MINUTE = 60.0
"""Seconds between two looks at the date."""


class Days:
    """Shows the page of `screen` anew on a new day, for which it may ask something."""

    def __init__(self, screen: "PagingScreen") -> None:
        self._screen = screen
        self._touched = screen.now()
        """When the reader last did something, by the clock on the wall."""
        self.shown_on = self._touched.date()
        """The day on which the open page was shown."""

    def note(self) -> None:
        """The page is being shown."""
        self.shown_on = self._screen.now().date()

    def look(self) -> None:
        """Show the page as on a new day, if one has come; not under the reader's fingers."""
        if self._is_left(self._screen.now()):
            self._show()

    def begins(self) -> bool:
        """Whether what the reader does now, the first thing after a night, comes to a page of the day before.

        It is then shown anew, and what is done is not to be heard: it was meant for what is there no more.
        """
        before, self._touched = self._touched, self._screen.now()
        if not self._asks_anew or not self._is_left(self._touched, since=before):
            return False
        self._show()
        return True

    @property
    def _asks_anew(self) -> bool:
        return not self._screen.cover.is_open and repeats(self._screen.journey.page)

    def _is_left(self, now: datetime, since: datetime | None = None) -> bool:
        is_writing = isinstance(self._screen.focused, Fillable)
        return now.date() != self.shown_on and is_left(since or self._touched, now, writing=is_writing)

    def _show(self) -> None:
        """Show the open page as on a new day: what repeats in its present entry, the pen at rest."""
        place = self._screen.place
        fresh = place._replace(field=without_entry(place.field), rests=bool(place.field))
        self._screen.show_again(fresh if self._asks_anew else place)
