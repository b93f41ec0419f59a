"""A place to start, above the group whose rows can be one: one line, until the reader opens it."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from ....book import Suggestion
from ...lifetime import LAYING
from ...messages import ChapterPicked, CursorMoved, RowPicked
from ..controls import ActionLine

_NOWHERE = "Nothing that you ticked points anywhere yet."
"""Said where nothing leads anywhere, and the book has no words of its own for it."""


class SuggestionsView(Vertical):
    """The line, and below it places that tell of the reader's ticks, seen only when asked for."""

    def __init__(self, suggested: Callable[[], Sequence[Suggestion]], otherwise: str) -> None:
        super().__init__()
        self._suggested = suggested
        self._otherwise = otherwise or _NOWHERE
        self._opener = ActionLine("A place to start", self._turn)
        self.is_open = False
        """Whether the places are seen."""

    def compose(self) -> ComposeResult:
        """One line, the same whatever is ticked."""
        yield self._opener

    def _turn(self) -> None:
        self.is_open = not self.is_open
        self._lay_open()

    @work(group=LAYING, exclusive=True)
    async def _lay_open(self) -> None:
        await self._lay()
        self.call_after_refresh(self._show_whole, self._opener)

    async def close(self) -> None:
        """Show the one line only; a focus that was below it goes there."""
        self.is_open = False
        await self._lay()

    async def _lay(self) -> None:
        if self.has_focus_within:
            self.screen.set_focus(self._opener, scroll_visible=False)
        async with self.batch():
            await self.remove_children(self.children[1:])
            if self.is_open:
                await self.mount_all(self._opened())

    def _opened(self) -> Iterator[Widget]:
        """The places, the reasons hidden behind a line of their own; or what is said where there is none."""
        self.remove_class("-explained")
        places = self._suggested()
        if not places:
            yield Static(Content(self._otherwise), classes="suggested-none")
            return
        for place in places:
            named = f"{place.name[:1].upper()}{place.name[1:]}: {place.title}"
            yield ActionLine(named, partial(self._pick, place.target))
            yield Static(Content(place.why), classes="suggested-why")
        yield ActionLine("Show why", self._explain)

    def _pick(self, target: str) -> None:
        self.post_message(RowPicked(target) if "/" in target else ChapterPicked(target))

    def _explain(self) -> None:
        self.toggle_class("-explained")
        why = self.query(ActionLine).last()
        why.label = "Hide why" if self.has_class("-explained") else "Show why"
        self.call_after_refresh(self._show_whole, why)

    def _show_whole(self, line: ActionLine) -> None:
        """Bring all that is open into view, where `line` was pressed."""
        if line.is_attached:
            above = line.content_region.y - self.region.y
            line.post_message(CursorMoved(line, -above, self.region.height))
