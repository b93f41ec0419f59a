"""Lines to choose on the cover: each opens something."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Offset, Size
from textual.style import Style
from textual.widget import Widget

from ...messages import CursorMoved
from .choosing import ChoosingScroll
from .typeset import hung

MARK = "▸ "
_GAP = 2
"""Cells at least between the words of a line and what stands at its right end."""

Hints = tuple[tuple[str, str, str], ...]


class Door(NamedTuple):
    """A line of the cover: its words, what it opens, and what is said at its right end."""

    label: str
    act: Callable[[], object]
    beside: str = ""


class Doors(Widget, can_focus=True):
    """Lines of which one is chosen; it says so with a sign, not with a colour alone.

    Where the chosen line is out of sight, the arrows and Space read on to it, as on any page.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("tab", "turn(1)", show=False),
        Binding("shift+tab", "turn(-1)", show=False),
        Binding("enter", "open", show=False),
        Binding("space", "read_on", show=False),
    ]

    def __init__(self, doors: Sequence[Door], hints: Hints = ()) -> None:
        super().__init__()
        self.doors = tuple(doors)
        self.at = 0
        """The number of the chosen line."""
        self._hints = hints

    @property
    def hints(self) -> Hints:
        """What the key line says: first of all what Space does, while it reads on."""
        reads = () if self.is_chosen_in_sight else (("Space", "on", "focused.read_on"),)
        return (*reads, *self._hints)

    @property
    def is_chosen_in_sight(self) -> bool:
        """Whether the chosen line can be seen."""
        view = self.parent
        if not isinstance(view, VerticalScroll) or not self.region:
            return True  # not laid out yet: the first line is where a reader looks first
        row, height = self.cursor_rows
        top = self.virtual_region.y + row
        return top >= view.scroll_y and top + height <= view.scroll_y + view.content_region.height

    @property
    def cursor_rows(self) -> tuple[int, int]:
        """The first row of the chosen line, and its height."""
        heights = [len(self._line(number, self.size.width)) for number in range(self.at + 1)]
        return sum(heights[:-1]), heights[-1]

    @property
    def cursor_screen_offset(self) -> Offset:
        """The beginning of the chosen line."""
        return self.content_region.offset + Offset(0, self.cursor_rows[0])

    def _line(self, number: int, width: int) -> list[Content]:
        door, is_chosen = self.doors[number], number == self.at
        mark = Content.styled(MARK, "bold $accent") if is_chosen else Content(" " * len(MARK))
        label = Content.styled(door.label, "bold" if is_chosen else "")
        beside = Content.styled(door.beside, "$text-muted")
        room = width - mark.cell_length - label.cell_length - beside.cell_length
        if door.beside:
            label = label + Content(" " * max(room, _GAP)) + beside
        rows = [mark + label] if room >= _GAP else [row for row, _ in hung(mark, label, width)]
        return [row.stylize(Style.from_meta({"door": number})) for row in rows]

    def render(self) -> Content:
        """The lines, one under the other."""
        width = self.size.width
        return Content("\n").join(
            row for number in range(len(self.doors)) for row in self._line(number, width)
        )

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Widget's signature
        """The number of rows at `width`."""
        return sum(len(self._line(number, width)) for number in range(len(self.doors)))

    def _choose(self, number: int) -> None:
        self.at = number
        self.refresh()
        self.post_message(CursorMoved(self, *self.cursor_rows))

    def action_move(self, step: int) -> None:
        """Choose the line above or below; at either end, and while it is out of sight, the page moves on."""
        if not self.is_chosen_in_sight or not 0 <= self.at + step < len(self.doors):
            raise SkipAction
        self._choose(self.at + step)

    def action_turn(self, step: int) -> None:
        """Choose the line after or before; after the last comes the first."""
        self._choose((self.at + step) % len(self.doors))

    def action_read_on(self) -> None:
        """Open the chosen line; read on to it where it is out of sight."""
        if not self.is_chosen_in_sight:
            raise SkipAction
        self.action_open()

    def action_open(self) -> None:
        """Open the chosen line; where a link is chosen, Enter is for that."""
        if isinstance(self.parent, ChoosingScroll) and self.parent.chosen:
            raise SkipAction
        self.doors[self.at].act()

    def on_click(self, event: events.Click) -> None:
        """A click on a line opens it."""
        if (number := event.style.meta.get("door")) is not None:
            self._choose(number)
            self.action_open()
