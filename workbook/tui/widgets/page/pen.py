"""The pen: the field of a page that the cursor is in, or in which it rests."""

from textual.geometry import Offset

from ..exercises import ExerciseView
from ..fields import Fillable
from ..prose import ChoosingScroll


class Pen:
    """Knows where on `page` the reader writes, or would write on, and marks where the pen rests."""

    def __init__(self, page: ChoosingScroll) -> None:
        self._page = page
        self._resting: Fillable | None = None

    @property
    def field(self) -> Fillable | None:
        """The field that the cursor is in, or in which the pen rests."""
        focused = self._page.screen.focused
        return focused if isinstance(focused, Fillable) else self.resting

    @property
    def resting(self) -> Fillable | None:
        """The field in which the pen rests: it is marked, and Tab goes into it while it is in sight."""
        return self._resting if self._resting and self._resting.is_attached else None

    @resting.setter
    def resting(self, field: Fillable | None) -> None:
        self._resting = field
        self._mark()

    def forget(self) -> None:
        """Rest nowhere: what was shown goes, and its mark with it."""
        self._resting = None

    def mark_again(self) -> None:
        """Put the mark where it belongs now that the lines are set anew."""
        if self._resting:
            self._mark()

    def _mark(self) -> None:
        """Put the mark beside the row where the pen rests, and nowhere else."""
        for view in self._page.query(ExerciseView):
            view.rest(self._resting if self._resting and view in self._resting.ancestors else None)

    @property
    def rests_in_sight(self) -> bool:
        """Whether the pen rests on a row that can be seen."""
        return self.resting is not None and self._page.shows(*self.rows(self.resting))

    @property
    def screen_offset(self) -> Offset | None:
        """Where on the screen the pen rests, while that can be seen."""
        resting = self.resting if self.rests_in_sight else None
        return resting.cursor_screen_offset if resting else None

    def rows(self, field: Fillable) -> tuple[int, int]:
        """The row of the page on which the cursor of `field` stands, and its height."""
        row, height = field.cursor_rows
        return self._page.row_of(field, field.content_region.y + row), height
