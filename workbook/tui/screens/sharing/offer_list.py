"""The checklist of what may be in a copy; the row of the cursor unfolds to the words that would be given."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.message import Message

from ....book import phrases
from ....export.sharing import Offered, Shared
from ...widgets.controls.rows_view import RowsView
from .setting import cut, set_said


class OfferList(RowsView):
    """Rows by chapter; Space ticks the one of the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "tick", show=False),
        Binding("up", "point(-1)", show=False),
        Binding("down", "point(1)", show=False),
        Binding("pageup", "point(-8)", show=False),
        Binding("pagedown", "point(8)", show=False),
        Binding("home", "point(-100000)", show=False),
        Binding("end", "point(100000)", show=False),
    ]

    class Pointed(Message):
        """The cursor stands on another row."""

    class Ticked(Message):
        """The row `number` is to be ticked, or its tick taken away."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._offers: Sequence[tuple[Offered, Shared]] = ()
        self.cursor = 0
        self._owners: list[int] = []
        """By row of the view: the number of the offer that it belongs to, -1 for none."""

    def show_offers(self, offers: Sequence[tuple[Offered, Shared]]) -> None:
        """Show these, each with the words that would be given."""
        self._offers = offers
        self._lay()

    def on_resize(self) -> None:
        """Set the rows for the new width."""
        self._lay()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Mark the row of the cursor, or mark it less."""
        super().watch_has_focus(has_focus)
        self._lay()

    def _lay(self) -> None:
        width = self.scrollable_content_region.width
        if not width:
            return
        found = [(owner, row) for owner, row in self._rows(width)]
        self._owners = [owner for owner, _ in found]
        self.show_rows([row for _, row in found])
        self._reveal()

    def _rows(self, width: int) -> Iterator[tuple[int, Content]]:
        chapter = None
        for number, (one, shared) in enumerate(self._offers):
            front = one.written.front
            if front != chapter:
                chapter = front
                bar = self._bar(number)
                yield -1, bar + cut(f"{front.number:<2} {front.title}", width - 3).stylize("$text-muted")
            yield number, self._row(number, one, width)
            if number == self.cursor:
                for row in set_said(shared.said, width - 12):
                    yield number, self._bar(number) + Content(" " * 7) + row

    def _row(self, number: int, one: Offered, width: int) -> Content:
        is_here = number == self.cursor
        day = one.written.day
        said = phrases.on_day(day, self._today) if day else ""
        note = "new words" if one.is_changed else said
        room = width - 12 - len(note)
        question = cut(one.written.name, room)
        point = Content.styled("▸  " if is_here else "   ", "bold $accent")
        box = Content.styled("[x] " if one.is_ticked else "[ ] ", "bold $accent" if one.is_ticked else "")
        words = question.stylize("reverse" if is_here and self.has_focus else "bold" if is_here else "")
        gap = Content(" " * max(1, width - 11 - question.cell_length - len(note)))
        return self._bar(number) + point + box + words + gap + Content.styled(note, "$text-muted")

    def _bar(self, number: int) -> Content:
        return Content.styled("▌ ", "$accent" if number == self.cursor else "$text-muted")

    def _reveal(self) -> None:
        """Bring the row of the cursor into view, with its words as far as they fit."""
        mine = [row for row, owner in enumerate(self._owners) if owner == self.cursor]
        if mine:
            height = min(len(mine), max(self.scrollable_content_region.height, 1))
            self.scroll_to_region(Region(0, mine[0], 1, height), animate=False, immediate=True)

    def action_point(self, step: int) -> None:
        """Go to a row further up or down."""
        after = max(0, min(self.cursor + step, len(self._offers) - 1))
        if after != self.cursor:
            self.cursor = after
            self._lay()
            self.post_message(self.Pointed())

    def action_tick(self) -> None:
        """Tick the row of the cursor, or take its tick away."""
        if self._offers:
            self.post_message(self.Ticked(self.cursor))

    def on_click(self, event: events.Click) -> None:
        """A click on a question ticks it; one on its words changes nothing."""
        row = event.y + self.scroll_offset.y
        owner = self._owners[row] if row < len(self._owners) else -1
        if owner >= 0 and (row == 0 or self._owners[row - 1] != owner):
            self.action_point(owner - self.cursor)
            self.action_tick()
