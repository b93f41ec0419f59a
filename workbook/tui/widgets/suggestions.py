"""A place to start, above the group whose rows can be one."""

from collections.abc import Sequence
from functools import partial

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from ...book import Suggestion
from ..messages import ChapterPicked
from ..orderly import LAYING
from .action_line import ActionLine


class SuggestionsView(Vertical):
    """The places, one to a line. The reasons are the reader's own ticks: they show only when asked for."""

    def __init__(self, places: Sequence[Suggestion], otherwise: str) -> None:
        super().__init__()
        self._places = places
        self._otherwise = otherwise
        self._explained = False

    def compose(self) -> ComposeResult:
        """The places, or what is said where there is none."""
        if not self._places:
            yield Static(Content(self._otherwise), classes="suggested")
            return
        yield Static(Content("A place to start:"), classes="suggested")
        for place in self._places:
            yield from self._compose_place(place)
        yield ActionLine("Hide why" if self._explained else "Show why", self._explain)

    def _compose_place(self, place: Suggestion) -> ComposeResult:
        named = f"{place.name[:1].upper()}{place.name[1:]}: {place.title}"
        if "/" in place.target:
            yield Static(Content.assemble(("  • ", "bold $accent"), (named, "bold")), classes="suggested")
        else:
            yield ActionLine(named, partial(self._go, place.target))
        if self._explained:
            yield Static(Content(str(place)), classes="suggested-why")

    def _go(self, chapter: str) -> None:
        self.post_message(ChapterPicked(chapter))

    def _explain(self) -> None:
        self._explained = not self._explained
        self._compose_again()

    @work(group=LAYING, exclusive=True)
    async def _compose_again(self) -> None:
        async with self.batch():
            await self.recompose()
        self.query(ActionLine).last().focus(scroll_visible=False)
