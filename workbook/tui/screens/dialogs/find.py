"""Find: in the book and in the reader's own answers, or in those alone."""

import asyncio
from collections.abc import Callable
from typing import ClassVar, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ....book import Book, Hit
from ...widgets import Hanging, LineField, Options
from .dialog import Dialog
from .pointing import PointingScreen

PAUSE = 0.12
"""Seconds after the last key in which nothing is looked for yet."""

MOST = 200
"""So many hits are shown at most."""


class Ground(NamedTuple):
    """What is looked through, in words for the reader."""

    prompt: str
    teaching: str
    nothing: str


EVERYWHERE = Ground(
    "Find",
    "Type a word or two, to look in the chapters, the exercises and your own answers. What you type here "
    "is not kept.",
    "These words are not in the book, and not in your answers. A part of a word is enough.",
)
OWN = Ground(
    "Find in your own words",
    "Type a word or two, to look in what you wrote, and nowhere else. What you type here is not kept.",
    "You wrote no such words. A part of a word is enough.",
)
KEYS = "↑ ↓ choose, Enter opens, Esc closes."


class HitList(Options, can_focus=False):
    """The places; the focus stays with the words that are looked for."""


class FindDialog(Dialog[Hit], PointingScreen[Hit]):
    """Words to look for, and where they stand. What was looked for is kept nowhere."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move('cursor_down')", show=False),
        Binding("up", "move('cursor_up')", show=False),
        Binding("pagedown", "move('page_down')", show=False),
        Binding("pageup", "move('page_up')", show=False),
        Binding("ctrl+home", "move('first')", show=False),
        Binding("ctrl+end", "move('last')", show=False),
    ]

    line = query_one(LineField)
    told = query_one(Static)
    places = query_one(HitList)

    def __init__(
        self, book: Book, look: Callable[[str], tuple[Hit, ...]], ground: Ground = EVERYWHERE
    ) -> None:
        super().__init__()
        self._book = book
        self._look_for = look
        self._ground = ground
        self._words = ""
        """The words whose hits are shown."""
        self._hits: tuple[Hit, ...] = ()
        self._here: int | None = None
        """The hit that the sign stands before."""

    def compose(self) -> ComposeResult:
        """The words, what is said of them, where they stand."""
        with Vertical():
            yield LineField(placeholder=self._ground.prompt)
            yield Static(Content(self._ground.teaching))
            yield HitList(compact=True)

    def on_mount(self) -> None:
        """Type at once."""
        self.line.focus()

    @on(Input.Changed)
    def _look_soon(self, event: Input.Changed) -> None:
        event.stop()
        self._look_after_pause(event.value)

    @work(group="find", exclusive=True)
    async def _look_after_pause(self, words: str) -> None:
        await asyncio.sleep(PAUSE)
        self._look(words)

    def _look(self, words: str) -> None:
        """Show where `words` stand, with the cursor on the first place."""
        self._words = words
        self._hits = self._look_for(words)[:MOST]
        self.places.set_options(Option(self._drawn(hit, "  ")) for hit in self._hits)
        self._here = None
        self.places.highlighted = 0 if self._hits else None
        said = said_of_hits(len(self._hits)) or self._ground.nothing
        self.told.update(Content(said if words.strip() else self._ground.teaching))

    def _drawn(self, hit: Hit, mark: str) -> Hanging:
        """Where it stands, and below it the words in what stands around them."""
        chapter = self._book.chapter(hit.chapter)
        title = chapter.front.title if chapter else ""
        page = chapter.pages[hit.page].title if chapter else ""
        place = hit.where or (f"{title} · {page}" if page != title else title)
        where = Content(place).stylize("$text-muted")
        is_told = hit.own and self._ground is EVERYWHERE
        own = Content.styled("  your words", "bold $accent") if is_told else Content("")
        snippet = Content(hit.snippet).stylize("bold underline", hit.start, hit.end)
        return Hanging(Content.styled(mark, "bold $accent"), Content("\n").join([where + own, snippet]))

    @on(OptionList.OptionHighlighted)
    def _mark(self, event: OptionList.OptionHighlighted) -> None:
        """Put a sign before the place under the cursor, so that it shows without colours too."""
        event.stop()
        if event.option_index != self.places.highlighted:
            return  # it was on its way while other places were found
        for number, mark in ((self._here, "  "), (event.option_index, "▸ ")):
            if number is not None:
                self.places.replace_option_prompt_at_index(number, self._drawn(self._hits[number], mark))
        self._here = event.option_index

    def action_move(self, action: str) -> None:
        """Move the cursor in the list of places."""
        getattr(self.places, f"action_{action}")()
        self.point(self.places)

    @on(Input.Submitted)
    def _open_highlighted(self, event: Input.Submitted) -> None:
        """Open the place under the cursor; who types and presses Enter at once means the first."""
        event.stop()
        self.workers.cancel_group(self, "find")
        if event.value != self._words:
            self._look(event.value)
        self._open(self.places.highlighted)

    @on(OptionList.OptionSelected)
    def _open_clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._open(event.option_index)

    def _open(self, number: int | None) -> None:
        if number is not None:
            self.dismiss(self._hits[number])


def said_of_hits(count: int) -> str:
    """How many places there are, in words; "" of none."""
    if count >= MOST:
        return f"The first {MOST} places; one more word makes them fewer. {KEYS}"
    return {0: "", 1: f"One place. {KEYS}"}.get(count, f"{count} places. {KEYS}")
