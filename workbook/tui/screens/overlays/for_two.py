"""A page that two people do together, opened while both of them look at the screen."""

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual import events, on, work
from textual.binding import Binding, BindingType

from ....answers import Answers
from ....book import Book
from ....session import TOP, PageRef, Since, free_minute, sat_down_to, target
from ...commands import EDIT, LINK_KEYS, LINKS, SAVE
from ...lifetime import LAYING
from ...messages import Answered, EditAsked, FieldLeft, PageRead, PageScrolled, PageSettled
from ...own_keys import Hint
from ...widgets import Fillable, Heading, KeyLine, Sheet
from .overlay import OverlayScreen


class ForTwoScreen(OverlayScreen):
    """One page of the book, blank but for what is written on it while the two sit there.

    What is written goes where it always goes, by way of the screen that writes; Esc comes back.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        EDIT.bound(),
        SAVE.bound(),
    ]

    def __init__(
        self,
        book: Book,
        answers: Answers,
        ref: PageRef,
        before: frozenset[str],
        now: Callable[[], datetime],
    ) -> None:
        self._chapter = book.open(ref.front)
        self._page = self._chapter.pages[ref.number]
        super().__init__(self._page.title)
        self._book, self._answers = book, answers
        self._before, self._now = before, now

    def on_mount(self) -> None:
        """Show the page."""
        self._show()

    @work(group=LAYING)
    async def _show(self) -> None:
        """Lay out the page; nothing in it recalls what one of them wrote alone."""
        sheet = Sheet(
            Since(self._answers, self._before),
            lambda: free_minute(self._now(), self._before),
            lambda _: (),
            lambda _: False,
            self._answers.device,
            bool(self._answers.read_only),
        )
        await self.view.show(sat_down_to(self._page), self._chapter.id, sheet, spot=TOP)

    @on(Answered)
    def _write(self, event: Answered) -> None:
        event.stop()
        self.app.screen_stack[0].post_message(Answered(event.address, event.value))

    @on(FieldLeft)
    def _go_to_neighbour(self, event: FieldLeft) -> None:
        event.stop()
        self.view.step(event.step)

    @on(events.DescendantFocus)
    def _show_private(self) -> None:
        """Say in the heading whether what is filled in stays out of copies."""
        field = self.focused
        is_private = isinstance(field, Fillable) and self._chapter.is_private(field.address.rstrip("/"))
        self.query_one(Heading).is_private = is_private
        self.say_keys()

    @on(PageSettled)
    @on(PageScrolled)
    def _look_again(self) -> None:
        self.say_keys()

    @on(PageRead)
    def _end(self, event: PageRead) -> None:
        event.stop()

    def say_keys(self) -> None:
        """Those of the field that has the focus, of the link that is chosen, or of the page."""
        self.query_one(KeyLine).keys = tuple(self._hints())

    def _hints(self) -> tuple[Hint, ...]:
        field = self.focused
        if self.view.chosen:
            return LINK_KEYS
        if isinstance(field, Fillable):
            others: tuple[Hint, ...] = (
                ("Esc", "to the page", "screen.leave"),
                ("Tab", "next field", "screen.field(1)"),
            )
            return (*field.hints, *others)
        on: tuple[Hint, ...] = () if self.view.is_at_end else (("Space", "on", "screen.read_on"),)
        links = (LINKS,) if self.view.has_links else ()
        fill: tuple[Hint, ...] = (("Tab", "fill in", "screen.field(1)"),) if self.view.has_fields else ()
        return (*on, *fill, ("Esc", "back", "screen.close"), *links)

    def action_read_on(self) -> None:
        """Read on by a screen."""
        self.view.action_read_on()

    def action_edit(self) -> None:
        """Open the text under the cursor in the editor of whoever reads, by way of the screen that writes."""
        self.app.screen_stack[0].post_message(EditAsked(self.focused))

    def action_save(self) -> None:
        """Save now, and say so, by way of the screen that writes."""
        self.app.call_later(self.app.run_action, "save", self.app.screen_stack[0])

    def action_leave(self) -> None:
        """Out of a field; from the page back."""
        if isinstance(self.focused, Fillable):
            self.view.focus(scroll_visible=False)
        else:
            self.action_close()

    def action_follow(self, href: str) -> None:
        """Go where a link leads: to a leaflet over this page; else both copies are put away first."""
        found = target(self._book, self._chapter.front, href)
        if found.front in self._book.extras and found.front:
            from .leaflet import LeafletScreen

            self.app.push_screen(LeafletScreen(self._book, found.front))
        elif found.front:
            self.app.call_later(self.app.run_action, f"app.follow({href!r})")
        else:
            from ..dialogs.link import LinkDialog

            self.app.push_screen(LinkDialog(found))
