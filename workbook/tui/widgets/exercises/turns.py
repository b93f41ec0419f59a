"""A group as turns: who speaks now, and for how long, with or without the clock; they go on by themselves."""

from collections.abc import Iterator
from time import monotonic
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Offset, Size
from textual.message import Message
from textual.style import Style
from textual.timer import Timer

from ....book import Group
from ...lifetime import LAYING, SafeExitApp
from ..fields import FieldView, Fillable, Sheet, is_within
from ..prose import Linked, hung, words, wrapped
from .large import clock, large

MARK = "▸ "
"""Stands before the turn that is on."""

_LOW = 16
"""Rows of a window below which the time is no larger than any other word."""


class TurnList(Fillable, Linked, can_focus=True):
    """The turns in order, with a mark at the one that is on. The clock runs only when it is asked to.

    It fills nothing; its address, with a `/` at the end, is that of the turn, so that its place can be kept.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "clock", show=False),
        Binding("right,enter", "turn(1)", show=False),
        Binding("left", "turn(-1)", show=False),
    ]

    hints = (("Space", "clock", "focused.clock"), ("← →", "turns", ""))

    class Passed(Message):
        """Another turn is on now."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, group: Group, at: str, number: int) -> None:
        super().__init__()
        self._group = group
        self._at = at
        self._number = number
        self._left = self._length()
        self._until: float | None = None
        """When this turn ends, on the monotonic clock, while the clock runs."""
        self._ticking: Timer | None = None

    def _length(self) -> float:
        row = self._group.rows[self._number]
        return float(row.seconds or self._group.seconds or 0)

    @property
    def address(self) -> str:  # type: ignore[override]  # it moves with the turns
        """The turn that is on."""
        return f"{self._at}/{self._group.rows[self._number].id}/"

    @property
    def remaining(self) -> float:
        """Seconds left of this turn."""
        return self._left if self._until is None else max(0.0, self._until - monotonic())

    @property
    def has_links(self) -> bool:
        """Whether the words of any turn lead anywhere."""
        return any(run.href for row in self._group.rows for run in row.label)

    def render(self) -> Content:
        """The time, all turns, and the keys."""
        return self._set(self.size.width)

    def _set(self, width: int) -> Content:
        lines = [*self._clock(), Content("")]
        for number, row in enumerate(self._group.rows):
            now = number == self._number
            mark = Content.styled(MARK if now else "  ", "bold $accent")
            body = words(row.label).stylize("bold" if now else "$text-muted")
            length = row.seconds or self._group.seconds
            timed = Content(f"{clock(length):>5}  " if length else "").stylize("$text-muted")
            here = Style.from_meta({"turn": number})
            lines += [line.stylize(here) for line, _ in hung(mark + timed, body, width)]
        hint = Content("Space clock on, off  ·  → next turn  ·  ← back").stylize("$text-muted")
        return Content("\n").join([*lines, Content(""), *wrapped(hint, width)])

    def _clock(self) -> list[Content]:
        """Whose turn it is, the time that is left of it, and what can be said of the clock."""
        role = self._group.rows[self._number].role
        is_large = bool(self._length()) and self.app.size.height >= _LOW
        rows = large(self.remaining) if is_large else [clock(self.remaining)]
        named, middle = f"  {role}  " if role else "  ", len(rows) // 2
        style = "bold $accent" if self._until else "bold"
        before = [named if number == middle else " " * len(named) for number in range(len(rows))]
        drawn = [Content.styled(left + row, style) for left, row in zip(before, rows, strict=True)]
        drawn[middle] += Content(f"  {self._state}")
        return [row.stylize(Style.from_meta({"clock": True})) for row in drawn]

    @property
    def cursor_screen_offset(self) -> Offset:
        """The beginning of the turn that is on."""
        rows = self._set(self.size.width).plain.split("\n")
        return self.content_region.offset + Offset(0, [row[: len(MARK)] for row in rows].index(MARK))

    @property
    def _state(self) -> str:
        """What can be said of the clock: it runs, or its time is over."""
        if self._until is not None:
            return "running"
        is_over = bool(self._length()) and not self._left
        return ("time" if self._is_last else "time; → when you are ready") if is_over else ""

    @property
    def _is_last(self) -> bool:
        return self._number == len(self._group.rows) - 1

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Widget's signature
        """The number of lines at `width`."""
        return self._set(width).plain.count("\n") + 1

    def action_clock(self) -> None:
        """Start the clock of this turn, from its beginning once it is over, or stop it."""
        if self._until is None and self._length():
            self._run(monotonic() + (self._left or self._length()))
        else:
            self._stop()
        self.refresh(layout=True)

    def _run(self, until: float) -> None:
        self._until = until
        if self._ticking is None:
            self._ticking = self.set_interval(0.5, self._tick)

    def _tick(self) -> None:
        """Go on with the turns whose time has come; who talks presses no key, and is there all the same."""
        if isinstance(self.app, SafeExitApp):
            self.app.touch()
        ended = self._until
        while ended is not None and not self.remaining:
            if self._is_last or self._is_written_in:
                self._stop()
                self.app.bell()
                break
            self._show(self._number + 1)
            self.app.bell()
            if not self._length():
                self._stop()  # it takes as long as it takes
                break
            ended += self._length()
            self._run(ended)
        self.refresh()

    @property
    def _is_written_in(self) -> bool:
        """Whether somebody writes into a field of this turn: it is not taken from under their fingers."""
        focused = self.screen.focused
        return focused is not self and focused is not None and self.parent in focused.ancestors

    def _stop(self) -> None:
        self._left, self._until = self.remaining, None
        if self._ticking is not None:
            self._ticking.stop()
            self._ticking = None

    def action_turn(self, step: int) -> None:
        """Go to the turn before or after; where the clock runs, it runs on there."""
        self._take(max(0, min(self._number + step, len(self._group.rows) - 1)))

    def on_click(self, event: events.Click) -> None:
        """A click on a turn goes to it, one on the clock starts or stops it."""
        if (number := event.style.meta.get("turn")) is not None:
            self._take(number)
        elif event.style.meta.get("clock"):
            self.action_clock()

    def _take(self, number: int) -> None:
        if number != self._number:
            runs = self._until is not None
            self._show(number)
            if runs and self._length():
                self._run(monotonic() + self._length())
            else:
                self._stop()

    def _show(self, number: int) -> None:
        """Be at the turn `number`, with all of its time."""
        self._number = number
        self._left, self._until = self._length(), None
        self.refresh(layout=True)
        self.post_message(self.Passed(number))


class TurnsView(Vertical):
    """The turns, and the fields of the one that is on."""

    def __init__(self, group: Group, at: str, sheet: Sheet) -> None:
        super().__init__()
        self._group = group
        self._at = at
        self._sheet = sheet
        wanted = (n for n, row in enumerate(group.rows) if is_within(sheet.wanted, f"{at}/{row.id}"))
        self._turn = next(wanted, 0)

    def compose(self) -> ComposeResult:
        """The list of turns, then the fields of this turn."""
        yield TurnList(self._group, self._at, self._turn)
        yield from self._fields()

    def _fields(self) -> Iterator[FieldView]:
        row = self._group.rows[self._turn]
        for part in self._group.fields:
            yield FieldView(part, f"{self._at}/{row.id}/{part.id}", self._sheet, in_row=True)

    @on(TurnList.Passed)
    def _pass_on(self, event: TurnList.Passed) -> None:
        event.stop()
        self._turn = event.number
        self._show_fields()

    @work(group=LAYING)
    async def _show_fields(self) -> None:
        """Show the fields of this turn; in a worker, so that the new layout can be asked for meanwhile."""
        async with self.batch():
            await self.query_children(FieldView).remove()
            await self.mount_all(self._fields())
