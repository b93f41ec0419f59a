"""A page that is not part of a chapter, such as *Staying safe*: shown over the book, and leaving no trace."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from textual.app import App
from textual.screen import Screen
from textual.widget import Widget

from ....book import Book, Front, Page, Prose
from ....session import TOP, ScrollAnchor, absolute, further, spot_of, target
from ...commands import PaletteLine, command_lines
from ...own_keys import Hint
from ...widgets import ProseView
from ..dialogs.link import LinkDialog
from .overlay import OverlayScreen


class LeafletScreen(OverlayScreen):
    """`front`, one whole file, as a page, under its title or another one."""

    def __init__(
        self, book: Book, front: Front, *, title: str = "", page: int = 0, spot: ScrollAnchor = TOP
    ) -> None:
        """`spot` is what of the page number `page` stands at the top."""
        super().__init__(title or front.title)
        self._book = book
        self.front = front
        self._spot = self._within(page, spot)

    def _within(self, page: int, spot: ScrollAnchor) -> ScrollAnchor:
        """Where `spot` of one of its pages is here, where all of them stand one below the other."""
        pages = self._book.open(self.front).pages
        return spot._replace(child=spot.child + sum(len(_prose(earlier)) for earlier in pages[:page]))

    def compose_page(self) -> Iterator[Widget]:
        """The prose of all its pages."""
        for page in self._book.open(self.front).pages:
            yield from map(ProseView, _prose(page))

    def on_mount(self) -> None:
        """Show what is wanted of it."""
        super().on_mount()
        if self._spot != TOP:
            self.view.show_spot(self._spot)

    def key_hints(self) -> tuple[Hint, ...]:
        """The ways out, the quick ones too."""
        return (*super().key_hints(), ("F8", "curtain", "app.curtain"), ("F9", "leave now", "app.leave_now"))

    def action_follow(self, href: str) -> None:
        """Go where a link leads: to another such page, back into the book, or to an address shown first."""
        found = target(self._book, self.front, href)
        if found.front is None:
            self.app.push_screen(LinkDialog(found))
        elif found.front in self._book.extras:
            page, spot = spot_of(self._book, found)
            if found.front is self.front:
                self.view.show_spot(self._within(page, spot or TOP))
            else:
                self.app.push_screen(LeafletScreen(self._book, found.front, page=page, spot=spot or TOP))
        else:
            href = absolute(self._book, found.front, found.slug)
            self.app.call_later(self.app.run_action, f"app.follow({href!r})")

    def palette_lines(self) -> Iterable[PaletteLine]:
        """Every action, and each link of this page."""
        yield from command_lines(self).values()
        for link in further(self._book, self.front, self.view.links()):
            yield PaletteLine(f"Link: {link.text}", link.href, partial(self.action_follow, link.href))


async def open_or_close(app: App[None], book: Book, front: Front) -> None:
    """Show `front` over whatever is open in `app`, or put it away again."""
    pages = (screen for screen in app.screen_stack if isinstance(screen, LeafletScreen))
    page = next((page for page in pages if page.front is front), None)
    if page is None:
        app.clear_notifications()  # they would cover it; what still holds, the heading says
        app.push_screen(LeafletScreen(book, front))
    elif page is app.screen:
        page.action_close()
    else:
        await uncover(app, page)


async def uncover(app: App[None], screen: Screen[Any]) -> None:
    """Close whatever is open over `screen`."""
    while app.screen is not screen:
        await app.pop_screen()


def _prose(page: Page) -> list[Prose]:
    return [block for block in page.blocks if isinstance(block, Prose)]
