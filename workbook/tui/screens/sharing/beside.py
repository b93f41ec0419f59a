"""The screen *Side by side*: two copies as cards to guess and turn. Nothing else holds theirs."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.getters import query_one
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from ....answers import Answers
from ....book import Block, Book, Prose, Run, phrases
from ....export.sharing import Shared, all_ticked, beside, copy_of, read_copy
from ....session import Pack, PageRef, pages_for_two
from ...commands import PaletteLine, command_lines
from ...lifetime import LAYING
from ...messages import PageRead, PageScrolled, PageSettled
from ...widgets import ActionLine, Heading, KeyLine, PageView
from ...widgets.exercises.cards import CardFace
from ..dialogs import Passing
from .card_list import CardList
from .pack_keys import BY_DIGIT, hints_of
from .two_copies import AloneView, PairView

TITLE = "Side by side"
NOT_KEPT = "theirs is not kept"
ABOUT = "Guess first, then turn. Read each other's words before you speak."
GUESS = "What do you think they wrote? Say it, then turn."
ASK = "Ask each other one thing about it."
ALONE = "What one of you put in alone, to be read as it is."
PAGES = "Pages for two, from which Esc comes back here:"
NOTHING_OF_YOURS = (
    "You have ticked nothing to share yet, so there is no card to turn. Tick first what they may read: "
    "Ctrl+P, A copy to share. Space shows what they put in, as it is."
)
NOTHING_OF_BOTH = "There is no question that both of you put in. Space shows what each of you put in alone."
NOTHING_AT_ALL = "There is nothing in this copy, and you have ticked nothing to share yet."
_SLIM = 48
"""Columns from which the heading has room for all it says."""


class BesideScreen(Passing[None], Screen[None]):
    """One card at a time: its question, then both answers at once; last what one of the two put in alone.

    Nothing of it can be marked, so nothing can be copied. When the screen is left, theirs is gone with it.
    """

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,Q", "close", show=False),
        Binding("left", "card(-1)", show=False),
        Binding("right", "card(1)", show=False),
        Binding("t,T", "for_two(0)", show=False),
        Binding("tab", "field(1)", show=False),
        Binding("shift+tab", "field(-1)", show=False),
        *(Binding(str(number), f"up({number - 1})", show=False) for number in range(1, BY_DIGIT + 1)),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (80, "-middle"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-middling"), (30, "-high")]
    AUTO_FOCUS = ""

    view: ClassVar = query_one(PageView)
    heading: ClassVar = query_one(Heading)
    keys: ClassVar = query_one(KeyLine)

    def __init__(
        self, book: Book, answers: Answers, now: Callable[[], datetime], copy: Sequence[Shared]
    ) -> None:
        super().__init__()
        self._book, self._answers, self._now = book, answers, now
        self._today = now().date()
        self._theirs = copy
        self._before = frozenset(answers)
        """Where there were words when both sat down: a page for two shows none of them."""
        self._refs = pages_for_two(book)
        self._pack = self._packed()

    def _packed(self) -> Pack:
        """The cards, made of what the reader has ticked by now, and of nothing else of theirs."""
        given = all_ticked(self._book, self._answers, self._today)
        yours = read_copy(copy_of(self._book, given), self._book, "")
        return Pack(beside(self._book, yours, self._theirs))

    def compose(self) -> ComposeResult:
        """The heading, the card, all cards where there is room, the keys."""
        heading = Heading()
        heading.aside = NOT_KEPT
        heading.echo(self.app.screen_stack[0].query_one(Heading))
        yield heading
        yield PageView()
        yield CardList()
        yield KeyLine()

    def on_mount(self) -> None:
        """Have the first card up."""
        self._lay()

    def on_resize(self) -> None:
        """Say in the heading as much as there is room for now."""
        self._say_where()

    @work(group=LAYING, exclusive=True)
    async def _lay(self) -> None:
        """Show what is up, from its top."""
        self.view.set_class(self._pack.card is not None, "-card")
        await self.view.lay(self._widgets())
        face = next((found for found in self.view.walk_children() if isinstance(found, CardFace)), None)
        (face or self.view).focus(scroll_visible=False)
        self._say_where()

    def _widgets(self) -> Iterator[Widget]:
        card = self._pack.card
        if card:
            yield Static(Content(ABOUT), classes="hint")
            question = Block("paragraph", (Run(card.question),))
            yield CardFace(Prose((question,)), "")
            if self._pack.is_turned:
                yield PairView(card, self._today)
                yield Static(Content(ASK), classes="after")
            else:
                yield Static(Content(GUESS), classes="guess")
        elif self._pack.is_behind:
            yield Static(Content(ALONE), classes="hint")
            yield AloneView(self._pack.copies, self._today)
        else:
            yield Static(Content(self._told))
        if self._refs and not self._pack.has_next:
            yield Static(Content(PAGES), classes="pages")
            for number, ref in enumerate(self._refs):
                yield ActionLine(self._title(ref), partial(self.action_for_two, number))

    @property
    def _told(self) -> str:
        """Why there is no card."""
        copies = self._pack.copies
        if copies.yours:
            return NOTHING_OF_BOTH
        return NOTHING_OF_YOURS if copies.theirs else NOTHING_AT_ALL

    def _say_where(self) -> None:
        """Say in the heading which card is up, in the list too."""
        cards = self._pack.cards
        place = f"{self._pack.at + 1} of {len(cards)}"
        title = f"{TITLE} · " if self.size.width >= _SLIM else "Card "
        self.heading.where = f"{title}{place}" if self._pack.card else TITLE
        self.query_one(CardList).show([card.question for card in cards], self._pack.at)
        self.say_keys()

    def say_keys(self) -> None:
        """Say which keys matter now."""
        for_two = phrases.within_a_line(self._title(self._refs[0])) if self._refs else ""
        found = hints_of(self._pack, is_at_end=self.view.is_at_end, width=self.size.width, for_two=for_two)
        self.keys.keys = tuple(found)

    def _title(self, ref: PageRef) -> str:
        return self._book.open(ref.front).pages[ref.number].title

    @on(PageSettled)
    @on(PageScrolled)
    def _look_again(self) -> None:
        self.say_keys()

    @on(PageRead)
    def _read_on(self) -> None:
        self.action_card(1)

    @on(CardFace.Dealt)
    def _deal(self, event: CardFace.Dealt) -> None:
        event.stop()
        if event.what == "turn":
            self.action_read_on()
        else:
            self.action_card(1 if event.what == "after" else -1)

    @on(CardList.Picked)
    def _pick(self, event: CardList.Picked) -> None:
        event.stop()
        self.action_up(event.number)

    def action_read_on(self) -> None:
        """Turn the card; read on where its back goes on below; then the next one."""
        if self._pack.card and not self._pack.is_turned:
            self._pack.turn()
            self._lay()
        else:
            self.view.action_read_on()

    def action_card(self, step: int) -> None:
        """Have the card before or after up, as it was left."""
        self.action_up(self._pack.at + step)

    def action_up(self, number: int) -> None:
        """Have the card of this number up, if there is one."""
        if number != self._pack.at and self._pack.go(number):
            self._lay()

    def action_field(self, step: int) -> None:
        """From the card to what can be pressed below it, and back."""
        self.view.step(step)

    def action_for_two(self, number: int) -> None:
        """Open a page for two; Esc comes back to this card."""
        from ..overlays.for_two import ForTwoScreen

        if number < len(self._refs):
            ref = self._refs[number]
            self.app.push_screen(ForTwoScreen(self._book, self._answers, ref, self._before, self._now))

    def action_share(self) -> None:
        """Choose what they may read; what is ticked there makes cards here."""
        from .share import ShareScreen

        self.app.push_screen(ShareScreen(self._book, self._answers, self._now), lambda _: self._pack_again())

    def _pack_again(self) -> None:
        self._pack = self._packed()
        self._lay()

    def palette_lines(self) -> Iterator[PaletteLine]:
        """The pages for two, and what can be done here and everywhere."""
        for number, ref in enumerate(self._refs):
            act = partial(self.action_for_two, number)
            yield PaletteLine(self._title(ref), "A page for two. Esc comes back here.", act)
        yield from command_lines(self).values()

    def action_close(self) -> None:
        """Put both away."""
        self.dismiss()
