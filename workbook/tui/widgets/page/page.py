"""One page of a chapter, mounted whole, that keeps its place through every reflow."""

from collections.abc import Iterable, Iterator
from typing import ClassVar, Self

from textual import events, on, work
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.widget import Widget

from ....book import Exercise, Page, Run, split_entry
from ....session import TOP, ScrollAnchor
from ...lifetime import LAYING
from ...messages import CursorMoved, PageRead, PageScrolled, PageSettled
from ..exercises import ExerciseView, SuggestionsView
from ..fields import FieldView, Fillable, Sheet, fields_within, is_within
from ..prose import ChoosingScroll, Doors, ProseView
from .bringing import Bringing
from .holding import Holding
from .pen import Pen
from .tabbing import beside, keyed


class PageView(ChoosingScroll):
    """The prose and the exercises of one page, in a column, scrolled without animation."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k,K", "lines(-1)", show=False),
        Binding("down,j,J", "lines(1)", show=False),
        Binding("pageup", "pages(-1)", show=False),
        Binding("pagedown", "pages(1)", show=False),
        Binding("space", "read_on", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(1)", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.doors: Doors | None = None
        """The lines to choose, which have the keys where there are any: on the cover."""
        self.pen = Pen(self)
        self._bringing = Bringing(self, self.pen)
        self._holding = Holding(self, self.pen, self._bringing)

    async def show(self, page: Page, chapter: str, sheet: Sheet, *, spot: ScrollAnchor) -> None:
        """Show `page` with `spot` at the top."""
        await self.lay(_page_widgets(page, chapter, sheet), spot)

    async def lay(self, widgets: Iterable[Widget], spot: ScrollAnchor = TOP) -> None:
        """Show `widgets`, in the place of what was shown, with `spot` at the top."""
        self._holding.wait_for(spot)
        self.pen.forget()
        self.let_go()
        laid = list(widgets)
        self.doors = next((widget for widget in laid if isinstance(widget, Doors)), None)
        async with self.batch():
            await self.remove_children()
            await self.mount_all(laid)
        self.call_after_refresh(self._settle)

    def focus(self, scroll_visible: bool = True) -> Self:
        """Give the page the keys; on the cover, its lines."""
        if self.doors is None:
            return super().focus(scroll_visible)
        self.doors.focus(scroll_visible=False)
        return self

    def on_focus(self) -> None:
        """A click on the cover leaves the keys with its lines."""
        if self.doors is not None:
            self.doors.focus(scroll_visible=False)

    @property
    def has_keys(self) -> bool:
        """Whether keys are for the page itself, or for the lines of the cover, and for no field."""
        return self.has_focus or (self.doors is not None and self.doors.has_focus)

    @property
    def spot(self) -> ScrollAnchor:
        """What stands at the top of the view now."""
        return self._holding.spot

    def field(self, address: str) -> Fillable | None:
        """The field that fills `address`, or the list that holds it, or the first field under it."""
        fields = list(fields_within(self))
        held = [field for field in fields if is_within(address, field.address)]
        below = next((field for field in fields if is_within(field.address, address)), None)
        return max(held, key=lambda field: len(field.address), default=below)

    def links(self) -> Iterator[Run]:
        """The links in the prose of the page, in order."""
        return (run for widget in self.query(ProseView) for run in widget.prose.links)

    def show_spot(self, spot: ScrollAnchor) -> None:
        """Scroll so that `spot` stands at the top, once the page is laid out."""
        self.let_go()
        self._holding.wait_for(spot)
        self.call_after_refresh(self._settle)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember the words at the top, unless the page is only being laid out anew."""
        super().watch_scroll_y(old_value, new_value)
        if self.is_mounted and self._holding.is_settled and round(old_value) != round(new_value):
            self._holding.note()
            self._bringing.look_back()
            self._let_go_out_of_sight()
            self.post_message(PageScrolled())

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002 - Textual's signature
        """Hold on to the words at the top while the lines are set anew, and to the cursor in a field."""
        self._holding.wait()
        self.call_after_refresh(self._settle)
        self.call_after_refresh(self.hold)

    def _settle(self) -> None:
        """Scroll so that the remembered words stand at the top again."""
        self._holding.settle()
        self._choose_again()
        self.pen.mark_again()
        self.post_message(PageSettled())

    def hold(self) -> None:
        """Bring the row of the cursor into view where it is not; the words at the top are remembered."""
        self._holding.keep_pen_in_view()

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the pen rests, while that can be seen and no link is chosen; else as on any page."""
        rests = None if self.chosen else self.pen.screen_offset
        return super().cursor_screen_offset if rests is None else rests

    @work(group=LAYING)
    async def fold(self) -> None:
        """Close what was opened for the reader's eyes alone; the cursor stays in view."""
        for view in self.query(SuggestionsView):
            if view.is_open:
                await view.close()
                self.call_after_refresh(self.hold)

    def fold_words(self) -> None:
        """Fold what waits for a day, though the reader is in the midst of it."""
        for field in self.query(FieldView):
            field.fold()

    @property
    def has_fields(self) -> bool:
        """Whether there is anything to fill in or to press."""
        return any(True for _ in keyed(self))

    def neighbour(self, focused: Widget | None, step: int) -> Widget:
        """What Tab leads to from `focused`."""
        return beside(self, focused, step)

    def step(self, step: int) -> None:
        """Give the focus to the neighbour of what has it, and show it."""
        field = self.neighbour(self.screen.focused, step)
        field.focus(scroll_visible=False)
        self.bring(field)

    @property
    def left_behind(self) -> Widget | None:
        """The field with the focus, once it was scrolled out of sight, until it is brought back."""
        return self._bringing.left_behind

    def bring(self, field: Widget) -> None:
        """Bring `field` into view once the page is laid out."""
        self._bringing.bring_soon(field)

    @on(CursorMoved)
    def _keep_in_view(self, event: CursorMoved) -> None:
        """Scroll the least distance that shows the row on which the cursor of a field stands."""
        event.stop()
        if isinstance(event.field, Doors):
            self.let_go()  # one line or one link is chosen, not both
        self._bringing.reveal_soon(event)

    def action_lines(self, count: int) -> None:
        """Read on, or back, by a line."""
        self.scroll_to(y=self.scroll_y + count, animate=False, immediate=True)

    def action_pages(self, count: int) -> None:
        """Read on, or back, by a screen less two lines, so that the eye finds its place."""
        rows = max(1, self.content_region.height - 2)
        self.scroll_to(y=self.scroll_y + count * rows, animate=False, immediate=True)

    @property
    def is_at_end(self) -> bool:
        """Whether the last row of the page can be seen."""
        return self.scroll_y >= self.max_scroll_y

    def action_read_on(self) -> None:
        """Read on by a screen, and at the end of the page on the next one."""
        if self.is_at_end:
            self.post_message(PageRead())
        else:
            self.action_pages(1)

    def action_edge(self, end: int) -> None:
        """Go to the top or the bottom of the page."""
        self.scroll_to(y=self.max_scroll_y if end else 0, animate=False, immediate=True)


def _page_widgets(page: Page, chapter: str, sheet: Sheet) -> Iterator[Widget]:
    name, entry = split_entry(sheet.wanted.removeprefix(f"{chapter}/").partition("/")[0])
    for block in page.blocks:
        if isinstance(block, Exercise):
            at = f"{chapter}/{block.id}"
            yield ExerciseView(block, at, sheet, entry=entry if block.id == name else "")
        else:
            yield ProseView(block)
