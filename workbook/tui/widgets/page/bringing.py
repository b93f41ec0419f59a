"""Bringing into view, by the least distance: the field that a key leads to, the row that is written on."""

from textual.widget import Widget

from ...messages import CursorMoved
from ..fields import Fillable
from ..prose import ChoosingScroll
from .pen import Pen

_AIR = 2
"""Rows of the page that are seen above and below the row of the cursor: what comes next is no surprise."""


class Bringing:
    """Scrolls `page` to its fields, and knows which of them was left out of sight."""

    def __init__(self, page: ChoosingScroll, pen: Pen) -> None:
        self._page = page
        self._pen = pen
        self.left_behind: Widget | None = None
        """The field with the focus, once it was scrolled out of sight, until it is brought back."""

    def look_back(self) -> None:
        """See whether the field with the focus is still in sight."""
        page, field = self._page, self._page.screen.focused
        self.left_behind = None
        if isinstance(field, Fillable) and field.region:
            top, bottom = (page.row_of(field, y) for y in (field.region.y, field.region.bottom))
            if bottom <= page.scroll_y or top >= page.scroll_y + page.content_region.height:
                self.left_behind = field

    def bring_soon(self, field: Widget) -> None:
        """Bring `field` into view once the page is laid out."""
        self.left_behind = None
        self._page.call_after_refresh(self.bring, field)

    def bring(self, field: Widget) -> None:
        """Scroll the least distance that shows `field` whole, with its question where both fit.

        Where not all of it fits, the row of the cursor is shown.
        """
        page = self._page
        if field is page or not field.is_attached:
            return
        holder = field.parent if isinstance(field.parent, Widget) and field.parent is not page else field
        bottom = page.row_of(field, field.region.bottom)
        for top in (page.row_of(holder, holder.region.y), page.row_of(field, field.region.y)):
            if bottom - top <= page.content_region.height:
                break
        page.scroll_least(top, bottom)
        if isinstance(field, Fillable):
            row, height = self._pen.rows(field)
            page.scroll_least(row, row + height)

    def reveal_soon(self, event: CursorMoved) -> None:
        """Show the row to which the cursor of a field went, once the page is laid out."""
        if event.field.has_focus:
            self._page.call_after_refresh(self._reveal, event)

    def _reveal(self, event: CursorMoved) -> None:
        if not event.field.is_attached:
            return
        page = self._page
        top = page.row_of(event.field, event.field.content_region.y + event.row)
        spare = page.content_region.height - event.height
        air = _AIR if spare < 0 else min(_AIR, spare // 2)
        page.scroll_least(top - air, top + event.height + air)
