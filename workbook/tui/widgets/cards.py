"""A group as cards: one at a time, its answer on the back."""

from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from ...book import Choice, Group, Row
from .fields import FieldView, Sheet
from .group import row_head
from .prose import ProseView


def dealt(group: Group, at: str, sheet: Sheet) -> list[Row]:
    """The rows in the order they are asked.

    By the first choice field: never answered first, then later options before earlier ones, so that what was
    known already ("knew it" is written first) comes last; without a choice field, as written.
    """
    choice = next((part for part in group.fields if isinstance(part, Choice)), None)
    if choice is None:
        return list(group.rows)
    options = [item.id for item in choice.items]

    def rank(row: Row) -> int:
        chosen = sheet.text(f"{at}/{row.id}/{choice.id}")
        return -options.index(chosen) if chosen in options else -len(options)

    return sorted(group.rows, key=rank)


class CardFace(ProseView, can_focus=True):
    """The front of a card. Space turns it, left and right go to its neighbours."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "deal('turn')", show=False),
        Binding("left", "deal('before')", show=False),
        Binding("right", "deal('after')", show=False),
    ]

    class Dealt(Message):
        """The card is to be turned, or the one before or after it shown."""

        def __init__(self, what: str) -> None:
            super().__init__()
            self.what = what

    def action_deal(self, what: Literal["turn", "before", "after"]) -> None:
        """Say what is to happen to the card."""
        self.post_message(self.Dealt(what))

    def on_click(self) -> None:
        """A click turns the card."""
        self.post_message(self.Dealt("turn"))


class CardsView(Vertical):
    """The cards of a group, dealt when the page is opened; the order stays while it is open."""

    def __init__(self, group: Group, at: str, sheet: Sheet) -> None:
        super().__init__()
        self._group = group
        self._at = at
        self._sheet = sheet
        self._rows = dealt(group, at, sheet)
        wanted = (n for n, row in enumerate(self._rows) if sheet.wanted.startswith(f"{at}/{row.id}/"))
        self._number = next(wanted, 0)
        self._turned = self._is_answered() or self._is_wanted()

    def _is_wanted(self) -> bool:
        return self._sheet.wanted.startswith(f"{self._at}/{self._rows[self._number].id}/")

    def _is_answered(self) -> bool:
        under = f"{self._at}/{self._rows[self._number].id}/"
        return any(address.startswith(under) for address in self._sheet.answers)

    def compose(self) -> ComposeResult:
        """The number of the card, its front, and once it is turned its back and its fields."""
        row = self._rows[self._number]
        yield Static(self._head(), classes="hint")
        yield CardFace(row_head(row), classes="card")
        if self._turned:
            yield ProseView(row.explanation, classes="card-back")
            for part in self._group.fields:
                yield FieldView(part, f"{self._at}/{row.id}/{part.id}", self._sheet, in_row=True)

    def _head(self) -> Content:
        turn = "space turns it back" if self._turned else "space turns it over"
        return Content(f"{self._number + 1} of {len(self._rows)}  ·  {turn}  ·  ← → other cards")

    @on(CardFace.Dealt)
    async def _deal(self, event: CardFace.Dealt) -> None:
        event.stop()
        if event.what == "turn":
            self._turned = not self._turned
        else:
            step = 1 if event.what == "after" else -1
            self._number = (self._number + step) % len(self._rows)
            self._turned = self._is_answered()
        async with self.batch():
            await self.recompose()
        self.query_one(CardFace).focus(scroll_visible=False)
