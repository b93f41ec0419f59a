"""The pack at a glance: the questions of all cards, the one that is up marked."""

from collections.abc import Iterator, Sequence

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from .setting import cut

_COLUMN = 38
"""Cells that a question is given at least."""
_ROWS = 6
"""Of the list at most; where there are more cards, those around the one that is up are shown."""


class CardList(Widget):
    """Questions in columns, each with its number; a click has that card up. It takes no key."""

    ALLOW_SELECT = False

    class Picked(Message):
        """The card `number`, from 0, was picked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self) -> None:
        super().__init__()
        self._questions: Sequence[str] = ()
        self._at = 0

    def show(self, questions: Sequence[str], at: int) -> None:
        """Show `questions`, the one of the number `at` marked."""
        self._questions, self._at = questions, at
        self.set_class(len(questions) > 1, "-pack")
        self.refresh(layout=True)

    def render(self) -> Content:
        """The rows."""
        return Content("\n").join(self._rows(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Widget's signature
        """How many rows there are at `width`."""
        return sum(1 for _ in self._rows(width))

    def _rows(self, width: int) -> Iterator[Content]:
        columns = max(1, width // _COLUMN)
        first = self._at - self._at % (columns * _ROWS)
        shown = range(first, min(first + columns * _ROWS, len(self._questions)))
        height = -(-len(shown) // columns)
        for row in range(height):
            cells = (self._cell(number, width // columns) for number in shown[row::height])
            yield Content("").join(cells).rstrip()

    def _cell(self, number: int, width: int) -> Content:
        is_up = number == self._at
        mark = Content.styled("▸ " if is_up else "  ", "bold $accent")
        words = cut(f"{number + 1:>2} {self._questions[number]}", width - 4).stylize("bold" if is_up else "")
        cell = mark + words
        picked = cell.pad_right(width - cell.cell_length)
        return picked.stylize(Style.from_meta({"card": number}))

    def on_click(self, event: events.Click) -> None:
        """A click on a question has its card up."""
        if (number := event.style.meta.get("card")) is not None:
            self.post_message(self.Picked(number))
