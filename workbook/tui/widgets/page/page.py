"""One page of a chapter, mounted whole, that keeps its place through every reflow."""

from collections.abc import Iterable, Iterator
from typing import ClassVar, Self

from textual import events, on, work
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Size
from textual.widget import Widget

from ....book import Exercise, Page, Run, split_entry
from ....session import TOP, ScrollAnchor
from ...lifetime import LAYING
from ...messages import CursorMoved, PageRead, PageScrolled, PageSettled
from ..exercises import ExerciseView, SuggestionsView
from ..fields import Fillable, Sheet, fields_within, is_within
from ..prose import ChoosingScroll, Doors, ProseView

AIR = 2
"""Rows of the page that are seen above and below the row of the cursor: what comes next is no surprise."""


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
        self._spot = TOP
        self._settling = False
        self._resting: Fillable | None = None
        self.doors: Doors | None = None
        """The lines to choose, which have the keys where there are any: on the cover."""
        self.left_behind: Widget | None = None
        """The field with the focus, once it was scrolled out of sight, until it is brought back."""
        self._settled_at = Size(0, 0)
        """The size for which the place was settled last; a scroll before that is Textual's, no reader's."""

    async def show(self, page: Page, chapter: str, sheet: Sheet, *, spot: ScrollAnchor) -> None:
        """Show `page` with `spot` at the top."""
        await self.lay(_page_widgets(page, chapter, sheet), spot)

    async def lay(self, widgets: Iterable[Widget], spot: ScrollAnchor = TOP) -> None:
        """Show `widgets`, in the place of what was shown, with `spot` at the top."""
        self._settling = True
        self._spot = spot
        self._resting = None
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
        return self._spot

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
        self._settling = True
        self._spot = spot
        self.call_after_refresh(self._settle)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember the words at the top, unless the page is only being laid out anew."""
        super().watch_scroll_y(old_value, new_value)
        is_settled = not self._settling and self.size == self._settled_at
        if self.is_mounted and is_settled and round(old_value) != round(new_value):
            self._spot = self._top()
            self._look_back()
            self._let_go_out_of_sight()
            self.post_message(PageScrolled())

    def _top(self) -> ScrollAnchor:
        top = round(self.scroll_y)
        for number, child in enumerate(self.children):
            region = child.virtual_region
            if region.bottom > top:
                row = max(0, top - region.y)
                if isinstance(child, ProseView):
                    return ScrollAnchor(number, *child.spot(row))
                return ScrollAnchor(number, row, 0)
        return TOP

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002 - Textual's signature
        """Hold on to the words at the top while the lines are set anew, and to the cursor in a field."""
        self._settling = True
        self.call_after_refresh(self._settle)
        self.call_after_refresh(self.hold)

    def _settle(self) -> None:
        """Scroll so that the remembered words stand at the top again."""
        children = self.children
        if 0 <= self._spot.child < len(children):
            child = children[self._spot.child]
            row = child.row(*self._spot[1:]) if isinstance(child, ProseView) else self._spot.block
            at_top = self._spot == TOP
            self.scroll_to(y=0 if at_top else child.virtual_region.y + row, animate=False, immediate=True)
        self._look_back()
        self._settling = False
        self._settled_at = self.size
        self._choose_again()
        if self._resting:
            self._mark()
        self.post_message(PageSettled())

    def hold(self) -> None:
        """Bring the row of the cursor into view where it is not; the words at the top are remembered."""
        field = self.pen
        if field is None or not field.is_attached:
            return
        if not self._shows(*self._cursor_rows(field)):
            self._settling = True
            self._bring(field)
            self._look_back()
            self._settling = False

    def _cursor_rows(self, field: Fillable) -> tuple[int, int]:
        """The row of the page on which the cursor of `field` stands, and its height."""
        row, height = field.cursor_rows
        return self._row_of(field, field.content_region.y + row), height

    def _shows(self, top: int, height: int) -> bool:
        return self.scroll_y <= top and top + height <= self.scroll_y + self.content_region.height

    @property
    def pen(self) -> Fillable | None:
        """The field that the cursor is in, or in which the pen rests."""
        focused = self.screen.focused
        return focused if isinstance(focused, Fillable) else self.resting

    @property
    def resting(self) -> Fillable | None:
        """The field in which the pen rests: it is marked, and Tab goes into it while it is in sight."""
        return self._resting if self._resting and self._resting.is_attached else None

    @resting.setter
    def resting(self, field: Fillable | None) -> None:
        self._resting = field
        self._mark()

    def _mark(self) -> None:
        """Put the mark beside the row where the pen rests, and nowhere else."""
        for view in self.query(ExerciseView):
            view.rest(self._resting if self._resting and view in self._resting.ancestors else None)

    @property
    def is_resting_in_sight(self) -> bool:
        """Whether the pen rests on a row that can be seen."""
        return self.resting is not None and self._shows(*self._cursor_rows(self.resting))

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the pen rests, while that can be seen and no link is chosen; else as on any page."""
        rests = self.resting if self.is_resting_in_sight and not self.chosen else None
        return rests.cursor_screen_offset if rests else super().cursor_screen_offset

    @work(group=LAYING)
    async def fold(self) -> None:
        """Close what was opened for the reader's eyes alone; the cursor stays in view."""
        for view in self.query(SuggestionsView):
            if view.is_open:
                await view.close()
                self.call_after_refresh(self.hold)

    @property
    def has_fields(self) -> bool:
        """Whether there is anything to fill in or to press."""
        return any(widget.focusable for widget in self.walk_children(Widget))

    def neighbour(self, focused: Widget | None, step: int) -> Widget:
        """What Tab leads to from `focused`: all that can be filled in or pressed, then the page.

        From the page, the nearest that begins in view, or beyond it.
        """
        inside = [widget for widget in self.walk_children(Widget) if widget.focusable]
        if focused in inside:
            chain = [self, *inside]
            return chain[(chain.index(focused) + step) % len(chain)]
        rows = [(self._row_of(widget, widget.region.y), widget) for widget in inside]
        if step > 0:
            near = [widget for row, widget in rows if row >= self.scroll_y]
        else:
            near = [widget for row, widget in reversed(rows) if row < self.scroll_y + self.size.height]
        return next(iter(near or inside[::step]), self)

    def step(self, step: int) -> None:
        """Give the focus to the neighbour of what has it, and show it."""
        field = self.neighbour(self.screen.focused, step)
        field.focus(scroll_visible=False)
        self.bring(field)

    def _look_back(self) -> None:
        """See whether the field with the focus is still in sight."""
        field = self.screen.focused
        self.left_behind = None
        if isinstance(field, Fillable) and field.region:
            top, bottom = (self._row_of(field, y) for y in (field.region.y, field.region.bottom))
            if bottom <= self.scroll_y or top >= self.scroll_y + self.content_region.height:
                self.left_behind = field

    def bring(self, field: Widget) -> None:
        """Scroll the least distance that shows `field` whole, with its question where both fit.

        Where not all of it fits, the row of the cursor is shown.
        """
        self.left_behind = None
        self.call_after_refresh(self._bring, field)

    def _bring(self, field: Widget) -> None:
        if field is self or not field.is_attached:
            return
        holder = field.parent if isinstance(field.parent, Widget) and field.parent is not self else field
        bottom = self._row_of(field, field.region.bottom)
        for top in (self._row_of(holder, holder.region.y), self._row_of(field, field.region.y)):
            if bottom - top <= self.content_region.height:
                break
        self._scroll_least(top, bottom)
        if isinstance(field, Fillable):
            row, height = self._cursor_rows(field)
            self._scroll_least(row, row + height)

    @on(CursorMoved)
    def _keep_in_view(self, event: CursorMoved) -> None:
        """Scroll the least distance that shows the row on which the cursor of a field stands."""
        event.stop()
        if isinstance(event.field, Doors):
            self.let_go()  # one line or one link is chosen, not both
        if event.field.has_focus:
            self.call_after_refresh(self._reveal, event)

    def _reveal(self, event: CursorMoved) -> None:
        if not event.field.is_attached:
            return
        top = self._row_of(event.field, event.field.content_region.y + event.row)
        spare = self.content_region.height - event.height
        air = AIR if spare < 0 else min(AIR, spare // 2)
        self._scroll_least(top - air, top + event.height + air)

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
