"""A line to type in, and below it a list that the arrows move in while the line keeps the focus."""

from typing import TypeVar

from textual.geometry import Offset
from textual.screen import Screen
from textual.widgets import Input, OptionList

from ...widgets.controls.line_field import line_at
from ...widgets.prose.option_at import option_at

Result = TypeVar("Result")


class PointingScreen(Screen[Result]):
    """Knows which of the two the reader is in: the list from an arrow on, until something is typed."""

    _pointed: tuple[OptionList, str, int] | None = None
    """The list, and how the line stood when an arrow moved in it."""

    def point(self, options: OptionList) -> None:
        """Note that an arrow moved in `options`."""
        line = self.query_one(Input)
        self._pointed = options, line.value, line.cursor_position

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's own cursor belongs."""
        line = self.query_one(Input)
        if self._pointed is not None:
            options, *before = self._pointed
            if before == [line.value, line.cursor_position] and options.highlighted is not None:
                return option_at(options)
        return line_at(line)
