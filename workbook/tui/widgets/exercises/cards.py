"""A group as cards: one at a time, its answer on the back."""

from dataclasses import replace
from typing import ClassVar, Literal

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from ....book import AnyField, Choice, Group, Prose, Row, Run
from ...lifetime import LAYING
from ...messages import Answered, CursorMoved
from ..fields import FieldView, Fillable, Sheet, Ticks, fields_within, is_within
from ..fields.choice_line import ChoiceLine
from ..prose import ProseView
from .group import row_head

BEFORE, AFTER = (Style.from_meta({"deal": what}) for what in ("before", "after"))
"""What a click on an arrow shows."""
APART = "  ·  "


def first_choice(group: Group) -> Choice | None:
    """The choice that a card asks for: it orders them, and its keys go on to the next one."""
    return next((part for part in group.fields if isinstance(part, Choice)), None)


def numbered(part: AnyField) -> AnyField:
    """`part` as it stands on a card: the options of a choice, each after its key."""
    if not isinstance(part, Choice):
        return part
    items = (
        replace(item, label=(Run(f"{number} "), *item.label))
        for number, item in enumerate(part.items, start=1)
    )
    return replace(part, items=tuple(items))


def dealt(group: Group, at: str, sheet: Sheet) -> list[Row]:
    """The rows in the order they are asked.

    By the first choice field: never answered first, then later options before earlier ones, so that what was
    known already ("knew it" is written first) comes last; without a choice field, as written.
    """
    choice = first_choice(group)
    if choice is None:
        return list(group.rows)
    options = [item.id for item in choice.items]

    def rank(row: Row) -> int:
        chosen = sheet.text(f"{at}/{row.id}/{choice.id}")
        return -options.index(chosen) if chosen in options else -len(options)

    return sorted(group.rows, key=rank)


class CardFace(ProseView, Fillable, can_focus=True):
    """The front of a card. Space turns it, a digit answers what its back asks, arrows go to its neighbours.

    It fills nothing; its address, with a `/` at the end, is that of its row, so that its place can be kept.
    """

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

    def __init__(self, front: Prose, address: str, *, keys: str = "") -> None:
        super().__init__(front, classes="card")
        self.address = address
        answer = ((keys, "answer, next card", ""),) if keys else ()
        self.hints = (("Space", "turn it", "focused.deal('turn')"), *answer, ("← →", "other cards", ""))  # type: ignore[misc]  # by what lies up

    def action_deal(self, what: Literal["turn", "before", "after"]) -> None:
        """Say what is to happen to the card."""
        self.post_message(self.Dealt(what))

    def on_click(self, event: events.Click) -> None:
        """A click turns the card, but on a link, which is followed."""
        if "@click" not in event.style.meta:
            self.post_message(self.Dealt("turn"))


class CardHead(Widget):
    """Which card lies up, and its keys; without room, what Space does stands on the key line alone."""

    def __init__(self, number: str, turn: str) -> None:
        super().__init__(classes="hint")
        self._number, self._turn = number, turn

    def render(self) -> Content:
        """All of it on one row."""
        others = (Content("← ").stylize(BEFORE), Content("→ other cards").stylize(AFTER))
        whole = Content.assemble(self._number, APART, self._turn, APART, *others)
        fits = whole.cell_length <= self.size.width
        return whole if fits else Content.assemble(self._number, APART, *others)


class CardsView(Vertical):
    """The cards of a group, dealt when the page is opened; the order stays while it is open."""

    def __init__(self, group: Group, at: str, sheet: Sheet) -> None:
        super().__init__()
        self._group = group
        self._at = at
        self._sheet = sheet
        self._rows = dealt(group, at, sheet)
        wanted = [n for n, row in enumerate(self._rows) if is_within(sheet.wanted, f"{at}/{row.id}")]
        self._number = wanted[0] if wanted else 0
        self._turned = self._is_answered() or bool(wanted and not sheet.wanted.endswith("/"))

    def _is_answered(self) -> bool:
        under = f"{self._at}/{self._rows[self._number].id}"
        blanks = (blank for part in self._group.fields for blank in part.blanks(f"{under}/{part.id}"))
        return any(blank.address in self._sheet.answers for blank in blanks)

    def compose(self) -> ComposeResult:
        """The number of the card, its front, and once it is turned its back and its fields."""
        row, choice = self._rows[self._number], first_choice(self._group)
        turn = "Space turns it back" if self._turned else "Space turns it over"
        yield CardHead(f"{self._number + 1} of {len(self._rows)}", turn)
        yield CardFace(row_head(row), f"{self._at}/{row.id}/", keys=self._keys)
        if self._turned:
            yield ProseView(row.explanation, classes="card-back")
            for part in self._group.fields:
                shown = numbered(part) if part is choice else part
                yield FieldView(shown, f"{self._at}/{row.id}/{part.id}", self._sheet, in_row=True)

    @property
    def _keys(self) -> str:
        """The keys that answer, as they are said: 1–3; none before the card is turned, or where none may."""
        choice = first_choice(self._group) if self._turned and not self._sheet.locked else None
        return f"1–{min(9, len(choice.items))}" if choice else ""

    def on_click(self, event: events.Click) -> None:
        """A click on an arrow shows the card before or after."""
        if what := event.style.meta.get("deal"):
            self.post_message(CardFace.Dealt(what))

    def on_key(self, event: events.Key) -> None:
        """A digit answers the choice of a card that is turned, and goes on to the next card."""
        choice, digit = first_choice(self._group), event.character or "0"
        is_on_card = isinstance(self.screen.focused, (CardFace, ChoiceLine, Ticks))
        if self._keys and choice and is_on_card and digit in "123456789"[: len(choice.items)]:
            event.stop()
            self._answer(choice, choice.items[int(digit) - 1].id)

    def _answer(self, choice: Choice, name: str) -> None:
        """Answer the card and show the next one; the last one stays, with its answer."""
        address = f"{self._at}/{self._rows[self._number].id}/{choice.id}"
        self.post_message(Answered(address, name))
        if self._number < len(self._rows) - 1:
            self.post_message(CardFace.Dealt("after"))
            return
        for field in fields_within(self):
            if field.address == address and isinstance(field, (ChoiceLine, Ticks)):
                with field.prevent(Answered):
                    field.tick(name)

    @on(CardFace.Dealt)
    def _deal(self, event: CardFace.Dealt) -> None:
        event.stop()
        if event.what == "turn":
            self._turned = not self._turned
        else:
            step = 1 if event.what == "after" else -1
            self._number = (self._number + step) % len(self._rows)
            self._turned = self._is_answered()
        self._lay()

    @work(group=LAYING, exclusive=True)
    async def _lay(self) -> None:
        """Lay the card out anew; in a worker, so that this widget can ask for its new layout meanwhile."""
        async with self.batch():
            await self.recompose()
        face = self.query_one(CardFace)
        face.focus(scroll_visible=False)
        self.call_after_refresh(self._show_whole, face)

    def _show_whole(self, face: CardFace) -> None:
        """Bring the card into view, with all that stands on its back."""
        above = face.content_region.y - self.region.y
        face.post_message(CursorMoved(face, -above, self.region.height))
