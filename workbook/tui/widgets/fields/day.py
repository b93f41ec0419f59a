"""A field for a date."""

from contextlib import suppress
from datetime import date, timedelta
from typing import ClassVar

from textual.binding import Binding, BindingType

from ....book import Text
from ....session.day_meant import day_meant
from .fillable import Fillable
from .text import TextField


class DateField(TextField):
    """A day, written in any way; up and down move it by a day, the page keys by a week.

    It is kept as YYYY-MM-DD from the first moment, and stands so once the reader goes on; what is no day is
    kept as it was written.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "day(1)", show=False),
        Binding("down", "day(-1)", show=False),
        Binding("pageup", "day(7)", show=False),
        Binding("pagedown", "day(-7)", show=False),
    ]

    hints = (("↑ ↓", "a day", ""), ("PgUp", "a week", ""))

    changing = frozenset(("up", "down", "pageup", "pagedown"))
    answering = Fillable.answering | changing

    def __init__(self, text: Text, *, address: str, value: str, today: date, locked: bool = False) -> None:
        self._today = today
        self._found = value
        """What stood in it before: words of long ago, which mean another day by now, are left alone."""
        super().__init__(text, address=address, value=value, locked=locked)

    @property
    def day(self) -> date | None:
        """The day that stands in it."""
        return day_meant(self.text, self._today)

    @property
    def value(self) -> str:
        """The day as it is kept, else the words."""
        return self.day.isoformat() if self.day else self.text

    def _noted(self) -> str:
        """Which day it is, or that it is none."""
        if day := self.day:
            return f"{day:%A} {day.day} {day:%B} {day.year}"
        return "not a date yet: 31.12., tomorrow, +14" if self.text.strip() else ""

    def on_blur(self) -> None:
        """Write the day as it is kept: the reader has gone on, or looks elsewhere."""
        if self.day and self.text != self._found and not self.read_only:
            self.rewrite(self.value)

    def action_day(self, step: int) -> None:
        """So many days on, while the calendar has them; today where nothing is written; words stay."""
        before = self.day
        if self.read_only or (self.text.strip() and before is None):
            return
        with suppress(OverflowError):
            day = before + timedelta(days=step) if before else self._today
            self.rewrite(day.isoformat())
