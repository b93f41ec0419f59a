"""A choice whose few short options stand in a line: one of the rows of a group."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset, Size
from textual.style import Style

from ....book import Choice, plain
from ...messages import Answered, FieldLeft
from .fillable import Fillable
from .ticks import MARKS

GAP = 2
WIDEST = 72
"""Cells: options that need more than this stand under one another instead."""


def line_width(choice: Choice) -> int:
    """Cells that its options need in one line."""
    return sum(len(plain(item.label)) + 4 + GAP for item in choice.items) - GAP


def fits_a_line(choice: Choice) -> bool:
    """Whether the options are few and short enough to be read at a glance in one line."""
    return line_width(choice) <= WIDEST


class ChoiceLine(Fillable, can_focus=True):
    """Options in a line. Left and right move, Space or Enter chooses, a second time takes it back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("space,enter", "choose", show=False),
        Binding("up", "leave(-1)", show=False),
        Binding("down", "leave(1)", show=False),
    ]

    hints = (("← →", "move", ""), ("Space", "choose", "focused.choose"))

    def __init__(self, choice: Choice, *, address: str, chosen: str, locked: bool = False) -> None:
        super().__init__()
        self.address = address
        self.locked = locked
        self.chosen = chosen
        self._items = choice.items
        ids = [item.id for item in choice.items]
        self.at = ids.index(chosen) if chosen in ids else 0

    def _set(self, width: int) -> Content:
        lines: list[Content] = []
        for number, (item, (x, y)) in enumerate(zip(self._items, self._places(width), strict=True)):
            lines += [Content("")] * (y + 1 - len(lines))
            gap = Content(" " * (x - lines[y].cell_length))
            lines[y] = lines[y] + gap + self._option(number, plain(item.label), item.id == self.chosen)
        return Content("\n").join(lines)

    def _places(self, width: int) -> list[Offset]:
        """Where each option begins; one that has no room in a line begins the next."""
        places: list[Offset] = []
        x, y = 0, 0
        for number, item in enumerate(self._items):
            cells = self._option(number, plain(item.label), chosen=False).cell_length
            x, y = (0, y + 1) if x and x + cells > width else (x, y)
            places.append(Offset(x, y))
            x += cells + GAP
        return places

    @property
    def cursor_screen_offset(self) -> Offset:
        """The beginning of the option under the cursor."""
        return self.content_region.offset + self._places(self.size.width)[self.at]

    def _option(self, number: int, label: str, chosen: bool) -> Content:
        here = "reverse" if self.has_focus and number == self.at else ""
        mark = Content.styled(MARKS[False, chosen], "bold $accent" if chosen else "$text-muted")
        option = mark + Content(label).stylize("bold" if chosen else "").stylize(here)
        return option.stylize(Style.from_meta({"option": number}))

    def render(self) -> Content:
        """The options, wrapped where the line is too short for them."""
        return self._set(self.size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Widget's signature
        """The number of lines at `width`."""
        return self._set(width).plain.count("\n") + 1

    def action_move(self, step: int) -> None:
        """Move to the option before or after."""
        self.at = max(0, min(self.at + step, len(self._items) - 1))
        self.refresh()

    def action_leave(self, step: int) -> None:
        """Move to the field before or after, as from a row to its neighbour."""
        self.post_message(FieldLeft(step))

    def action_choose(self) -> None:
        """Choose the option under the cursor, or take the choice back."""
        if not self.locked:
            name = self._items[self.at].id
            self.chosen = "" if self.chosen == name else name
            self.refresh()
            self.post_message(Answered(self.address, self.chosen or None))

    def tick(self, name: str) -> None:
        """Put the cursor on the option `name`, and choose it if it is not."""
        self.at = [item.id for item in self._items].index(name)
        if name != self.chosen:
            self.action_choose()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click on an option chooses it."""
        if (number := event.style.meta.get("option")) is not None:
            self.at = number
            self.action_choose()

    @property
    def cursor(self) -> tuple[int, int]:
        """The option under the cursor, as (number, 0)."""
        return self.at, 0

    @cursor.setter
    def cursor(self, cursor: tuple[int, int]) -> None:
        self.at = max(0, min(cursor[0], len(self._items) - 1))
        self.refresh()
