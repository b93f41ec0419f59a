"""The place on a page: the words at the top of the view, held through every reflow."""

from textual.geometry import Size

from ....session import TOP, ScrollAnchor
from ..prose import ChoosingScroll, ProseView
from .bringing import Bringing
from .pen import Pen


class Holding:
    """Remembers what stands at the top of `page`, and brings it there again once the lines are set anew."""

    def __init__(self, page: ChoosingScroll, pen: Pen, bringing: Bringing) -> None:
        self._page = page
        self._pen = pen
        self._bringing = bringing
        self.spot = TOP
        """What stands at the top of the view now, or will once the page is laid out."""
        self._is_settling = False
        self._settled_at = Size(0, 0)
        """The size for which the place was settled last; a scroll before that is Textual's, no reader's."""

    def wait_for(self, spot: ScrollAnchor) -> None:
        """Remember `spot`; until it is settled no scroll is the reader's."""
        self._is_settling = True
        self.spot = spot

    def wait(self) -> None:
        """Hold on to what is remembered: the lines are about to be set anew."""
        self._is_settling = True

    @property
    def is_settled(self) -> bool:
        """Whether a scroll that comes now is the reader's: the page is not being laid out anew."""
        return not self._is_settling and self._page.size == self._settled_at

    def note(self) -> None:
        """Remember what stands at the top now."""
        self.spot = self._top()

    def _top(self) -> ScrollAnchor:
        top = round(self._page.scroll_y)
        for number, child in enumerate(self._page.children):
            region = child.virtual_region
            if region.bottom > top:
                row = max(0, top - region.y)
                if isinstance(child, ProseView):
                    return ScrollAnchor(number, *child.spot(row))
                return ScrollAnchor(number, row, 0)
        return TOP

    def settle(self) -> None:
        """Scroll so that the remembered words stand at the top again."""
        page, spot = self._page, self.spot
        if 0 <= spot.child < len(page.children):
            child = page.children[spot.child]
            row = child.row(*spot[1:]) if isinstance(child, ProseView) else spot.block
            y = 0 if spot == TOP else child.virtual_region.y + row
            page.scroll_to(y=y, animate=False, immediate=True)
        self._bringing.look_back()
        self._is_settling = False
        self._settled_at = page.size

    def keep_pen_in_view(self) -> None:
        """Bring the row of the cursor into view where it is not; the words at the top are remembered."""
        field = self._pen.field
        if field is None or not field.is_attached:
            return
        if not self._page.shows(*self._pen.rows(field)):
            self._is_settling = True
            self._bringing.bring(field)
            self._bringing.look_back()
            self._is_settling = False
