"""The widget for each kind of blank, and the question above it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple, assert_never

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical

from ....book import (
    NOTHING,
    Answer,
    AnyField,
    Checklist,
    Choice,
    Exercise,
    Prose,
    Scale,
    Suggestion,
    Text,
    without_examples,
)
from ....session import Above
from ...lifetime import LAYING
from ...messages import CursorMoved
from ..prose import ProseView
from .choice_line import ChoiceLine, fits_a_line
from .fillable import Fillable
from .folded import FoldedLine
from .recalled import RecalledView
from .scale import ScaleLine
from .ticks import Ticks


def nothing_above(_address: str) -> Sequence[Above]:
    """What a text recalls that recalls nothing."""
    return ()


class Sheet(NamedTuple):
    """What an exercise needs to be drawn: the answers as they stand, the time, what they lead to.

    `locked` fields take the focus, but no keys.
    """

    answers: Mapping[str, Answer]
    now: Callable[[], datetime]
    suggested: Callable[[str], Sequence[Suggestion]]
    """The places that the answers lead to in the group at an address."""
    is_led_to: Callable[[str], bool]
    """Whether any tick could lead to a row of the group at an address."""
    device: str = ""
    locked: bool = False
    above: Callable[[str], Sequence[Above]] = nothing_above
    """What the text at an address recalls."""
    examples: bool = True
    """Whether questions show their examples."""
    wanted: str = ""
    """The address of the field that is sought or come back to: its entry, card or turn is shown first."""

    def asked(self, prompt: Prose) -> Prose:
        """`prompt` as it is shown: who has answered it before needs no example."""
        return prompt if self.examples else without_examples(prompt)

    def text(self, address: str) -> str:
        """The words kept at `address`, or none."""
        value = self.answers.get(address)
        return value if isinstance(value, str) else ""

    def number(self, address: str) -> int | None:
        """The number kept at `address`, or none."""
        value = self.answers.get(address)
        return value if type(value) is int else None

    def ticked(self, address: str, names: tuple[str, ...]) -> set[str]:
        """Which of `names` are ticked under `address`."""
        return {name for name in names if self.answers.get(f"{address}/{name}") is True}


def recalled_views(part: Exercise, address: str, sheet: Sheet) -> tuple[RecalledView, ...]:
    """What stands above the field of `part`: the words that it recalls, where there are any."""
    found = sheet.above(address) if isinstance(part, Text) and part.recalls else ()
    return (RecalledView(found),) if found else ()


def leaf_widget(part: AnyField, address: str, sheet: Sheet, *, in_row: bool = False) -> Fillable:
    """The widget that fills `part`, showing what is kept; a short choice inside a row stands in one line."""
    match part:
        case Checklist():
            chosen = sheet.ticked(address, tuple(item.id for item in part.items))
            return Ticks(
                part.items, address=address, many=True, chosen=chosen, most=part.most, locked=sheet.locked
            )
        case Choice() if in_row and fits_a_line(part):
            return ChoiceLine(part, address=address, chosen=sheet.text(address), locked=sheet.locked)
        case Choice():
            chosen = {sheet.text(address)} - {""}
            return Ticks(part.items, address=address, many=False, chosen=chosen, locked=sheet.locked)
        case Scale():
            return ScaleLine(part, address=address, value=sheet.number(address), locked=sheet.locked)
        case Text():
            return _text_widget(part, address, sheet)
        case _:
            assert_never(part)


def _text_widget(part: Text, address: str, sheet: Sheet) -> Fillable:
    """A text, or a date: an editor is dear to import, and many a page has none, and fewer have a date."""
    value, locked = sheet.text(address), sheet.locked
    if part.is_date:
        from .day import DateField

        return DateField(part, address=address, value=value, today=sheet.now().date(), locked=locked)
    from .text import TextField

    return TextField(part, address=address, value=value, locked=locked)


class FieldView(Vertical):
    """A field of a group: its question (unless it is `asked` elsewhere), and the widget that fills it.

    In the place of words that wait for a day stands one line, until the reader unfolds it.
    """

    def __init__(
        self, part: AnyField, address: str, sheet: Sheet, *, in_row: bool = False, asked: bool = True
    ) -> None:
        super().__init__()
        self._part, self._address, self._sheet = part, address, sheet
        self._question = sheet.asked(part.prompt) if asked else NOTHING
        self._recalled = recalled_views(part, address, sheet)
        self._widget = self._folded() or leaf_widget(part, address, sheet, in_row=in_row)

    def compose(self) -> ComposeResult:
        """The question where there is one, what is recalled, then the field."""
        if self._question:
            yield ProseView(self._question, classes="question")
        yield from self._recalled
        yield self._widget

    def fold(self) -> None:
        """Show one line in the place of words that wait for a day; not while they are open elsewhere."""
        is_out = bool(getattr(self._widget, "open_in", ""))
        if not is_out and not isinstance(self._widget, FoldedLine) and (line := self._folded()):
            self._put(line)

    def _folded(self) -> FoldedLine | None:
        """The line that stands for the words now; None where they wait for no day, or it has come."""
        today = self._sheet.now().date()
        waits = isinstance(self._part, Text) and self._part.waits_until(
            self._address, self._sheet.answers, today
        )
        return FoldedLine(self._address, waits, today) if waits else None

    @on(FoldedLine.Unfolded)
    def _unfold(self, event: FoldedLine.Unfolded) -> None:
        event.stop()
        self._put(leaf_widget(self._part, self._address, self._sheet), takes_focus=True)

    @work(group=LAYING)
    async def _put(self, widget: Fillable, *, takes_focus: bool = False) -> None:
        """Let `widget` stand in the place of the one that is there."""
        before, self._widget = self._widget, widget
        async with self.batch():
            await self.mount(widget)
            if takes_focus:
                widget.focus(scroll_visible=False)  # before the other one goes, or its neighbour would get it
            await before.remove()
        if takes_focus:
            self.call_after_refresh(widget.post_message, CursorMoved(widget, *widget.cursor_rows))
