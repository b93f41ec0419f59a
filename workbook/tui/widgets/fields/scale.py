"""A number on a line, with words at its ends."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset, Size
from textual.style import Style

from ....book import Scale
from ...messages import Answered, FieldLeft
from .fillable import Fillable

CELL = 5
"""Cells for each number where there is room; fewer where there is not."""


class ScaleLine(Fillable, can_focus=True):
    """The numbers of a scale. Arrows and digits choose one, Backspace takes it back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("backspace,delete", "clear", show=False),
        Binding("up", "leave(-1)", show=False),
        Binding("down", "leave(1)", show=False),
    ]

    hints = (("0–9", "choose", ""),)

    answering = Fillable.answering | {"left", "right"}

    def __init__(self, scale: Scale, *, address: str, value: int | None, locked: bool = False) -> None:
        super().__init__()
        self.address = address
        self.locked = locked
        self.value = value
        self._scale = scale

    @property
    def _count(self) -> int:
        return self._scale.most - self._scale.least + 1

    def _cell(self, width: int) -> int:
        """Cells for each number at `width`; 0 where the numbers do not fit at all."""
        longest = max(len(str(self._scale.least)), len(str(self._scale.most)))
        cell = min(CELL, width // self._count)
        return cell if cell >= longest + 1 else 0

    def render(self) -> Content:
        """The numbers, and the words for the ends under them."""
        cell = self._cell(self.size.width)
        numbers = self._numbers(cell) if cell else self._one_number()
        if self.has_focus and numbers.plain.startswith(" "):
            numbers = Content.styled("▸", "bold $accent") + numbers[1:]
        return Content("\n").join([numbers, *self._ends(cell * self._count if cell else self.size.width)])

    def _numbers(self, cell: int) -> Content:
        return Content("").join(
            self._number(number, cell) for number in range(self._scale.least, self._scale.most + 1)
        )

    def _number(self, number: int, cell: int) -> Content:
        chosen = number == self.value
        text = f"[{number}]" if chosen else f" {number} "
        style = "bold $accent" if chosen else ("" if self.has_focus else "$text-muted")
        return Content.styled(
            text.center(cell)[:cell] if len(text) <= cell else str(number).center(cell), style
        ).stylize(Style.from_meta({"number": number}))

    def _one_number(self) -> Content:
        shown = "…" if self.value is None else str(self.value)
        return Content.assemble(
            ("‹ ", "$text-muted"), (f"[{shown}]", "bold $accent"), (" ›", "$text-muted")
        ) + Content(f" / {self._scale.most}")

    def _ends(self, width: int) -> list[Content]:
        low, high = Content(f" {self._scale.low}"), Content(f"{self._scale.high} ")
        if not (self._scale.low or self._scale.high):
            return []
        gap = max(1, width - low.cell_length - high.cell_length)
        return [(low + Content(" " * gap) + high).stylize("$text-muted italic")]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Widget's signature
        """One line for the numbers, one for the words where there are any."""
        return 2 if self._scale.low or self._scale.high else 1

    @property
    def written(self) -> str:
        """The number, of how many."""
        return "" if self.value is None else f"{self.value} / {self._scale.most}"

    @property
    def cursor_screen_offset(self) -> Offset:
        """The number that is chosen, or where the numbers begin."""
        return self.content_region.offset + Offset(max(0, self.render().plain.find("[")), 0)

    def _choose(self, value: int | None) -> None:
        if value != self.value and not self.locked:
            self.value = value
            self.refresh()
            self.post_message(Answered(self.address, value))

    def action_move(self, step: int) -> None:
        """The next number up or down; the first press chooses the number nearest to the middle."""
        if self.value is None:
            self._choose((self._scale.least + self._scale.most) // 2)
        else:
            self._choose(max(self._scale.least, min(self.value + step, self._scale.most)))

    def action_clear(self) -> None:
        """No number: a blank scale is not a zero."""
        self._choose(None)

    def action_leave(self, step: int) -> None:
        """Move to the field before or after."""
        self.post_message(FieldLeft(step))

    def on_key(self, event: events.Key) -> None:
        """A digit chooses its number; 1 and then 0 make 10."""
        if event.character is None or not event.character.isascii() or not event.character.isdigit():
            return
        joined = int(f"{self.value}{event.character}") if self.value else int(event.character)
        for number in (joined, int(event.character)):
            if self._scale.least <= number <= self._scale.most:
                self._choose(number)
                return

    def on_click(self, event: events.Click) -> None:
        """A click on a number chooses it; on the chosen one, takes it back."""
        if (number := event.style.meta.get("number")) is not None:
            self._choose(None if number == self.value else number)
