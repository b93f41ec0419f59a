"""The screen on which the reader gets about: from page to page, from field to field, by the contents."""

from collections.abc import Callable
from datetime import datetime

from textual import events, on

from ....answers import Answers
from ....book import Book
from ....session import Place
from ....text import typed
from ...messages import ChapterPicked, FieldLeft, PageRead, RowPicked
from ...widgets import Ticks
from .drawer import Drawer
from .paging import PagingScreen
from .telling import Telling


class MovingScreen(PagingScreen):
    """Hears what leads anywhere else."""

    def __init__(
        self, book: Book, answers: Answers, now: Callable[[], datetime], *, covered: bool = False
    ) -> None:
        super().__init__(book, answers, now, covered=covered)
        self._telling, self._drawer = Telling(self), Drawer(self)

    def hear_in_vain(self, event: events.Key | events.Paste) -> None:
        """Say once why nothing happens, where `event` is meant for a field that is locked."""
        field = self.focused
        is_answer = isinstance(event, events.Paste) or event.key in getattr(field, "answering", ())
        if is_answer or typed(getattr(event, "character", None)):
            self._telling.say_locked(field)

    def on_click(self, event: events.Click) -> None:
        """A click into a field that is locked answers nothing either."""
        self._telling.say_locked(self.focused if event.widget is self.focused else None)

    @on(ChapterPicked)
    def _open_chapter(self, event: ChapterPicked) -> None:
        event.stop()
        self.go(self.journey.page_called(event.chapter, number=event.page))

    @on(RowPicked)
    def _go_to_row(self, event: RowPicked) -> None:
        """Put the cursor on a row that was suggested, and tick it where it has a box; a card is dealt."""
        event.stop()
        field = self.view.field(event.address)
        if field is None:
            self.show_again(self.place._replace(field=f"{event.address}/", cursor=None, rests=False))
            return
        field.focus(scroll_visible=False)
        if isinstance(field, Ticks):
            field.tick(event.address.rpartition("/")[2])
        self.view.bring(field)

    def on_screen_suspend(self) -> None:
        """Something stands over the page, and whoever takes it away may be another than who was reading."""
        self.view.fold()

    @on(events.DescendantFocus)
    def _look_elsewhere(self) -> None:
        if self.focused is not None and self.view not in self.focused.ancestors_with_self:
            self.view.fold()

    @on(PageRead)
    def _read_on(self, event: PageRead) -> None:
        event.stop()
        self.action_next_page()

    def action_read_on(self) -> None:
        """Read on by a screen, and at the end of the page on the next one."""
        self.view.action_read_on()

    def action_next_page(self) -> None:
        """Go on; from the cover where its first line leads."""
        if self.cover.is_open:
            self.cover.go_on()
        else:
            self.go(self.journey.next())

    def action_previous_page(self) -> None:
        """Go back a page; the cover is the first."""
        if not self.cover.is_open:
            self.go(self.journey.previous())

    def action_back(self) -> None:
        """Return to where the reader was before."""
        if (spot := self.journey.back()) is not None:
            self._open(Place(self.journey.here.front.id, spot=spot))

    def action_field(self, step: int) -> None:
        """Go to the next field of the page, or the one before; after the last comes the page itself.

        From the page it is first the field in which the pen rests, at the old letter.
        """
        if step > 0 and self.focused is self.view and self.view.pen.rests_in_sight:
            self.keeping.take_up(self.place._replace(rests=False), holds=True)
        else:
            self.view.step(step)

    @on(FieldLeft)
    def _go_to_neighbour(self, event: FieldLeft) -> None:
        event.stop()
        if self.view.neighbour(self.focused, event.step) is self.view:
            self.view.action_lines(event.step)
        else:
            self.action_field(event.step)

    def action_contents(self) -> None:
        """Go to the contents; where they are a drawer, open it, or close it again."""
        if self._drawer.is_out:
            self.action_leave_field()
        else:
            self._drawer.open()

    def action_leave_field(self) -> None:
        """From a field back to the page; from the contents to what had the focus before."""
        self._drawer.leave()
