"""A page that is not part of a chapter, such as *Staying safe*: shown over the book, and leaving no trace."""

from collections.abc import Iterable, Iterator
from functools import partial

from textual.widget import Widget

from ....book import Book, Front, Prose
from ....session import further, target
from ...commands import PaletteLine, command_lines
from ...widgets import ProseView
from ..dialogs.link import LinkDialog
from ..hints import Hint
from .aside import AsideScreen


class ExtraScreen(AsideScreen):
    """`front`, one whole file, as a page, under its title or another one."""

    def __init__(self, book: Book, front: Front, *, title: str = "") -> None:
        super().__init__(title or front.title)
        self._book = book
        self.front = front

    def compose_page(self) -> Iterator[Widget]:
        """The prose of all its pages."""
        for page in self._book.open(self.front).pages:
            for block in page.blocks:
                if isinstance(block, Prose):
                    yield ProseView(block)

    def key_hints(self) -> tuple[Hint, ...]:
        """The ways out, the quick ones too."""
        return (*super().key_hints(), ("F8", "curtain", "app.curtain"), ("F9", "leave now", "app.leave_now"))

    def action_follow(self, href: str) -> None:
        """Go where a link leads: to another such page, back into the book, or to an address shown first."""
        found = target(self._book, self.front, href)
        if found.front and found.front in self._book.extras:
            self.app.push_screen(ExtraScreen(self._book, found.front))
        elif found.front:
            self.app.call_later(self.app.run_action, f"app.follow({href!r})")
        else:
            self.app.push_screen(LinkDialog(found))

    def palette_lines(self) -> Iterable[PaletteLine]:
        """Every action, and each link of this page."""
        yield from command_lines(self).values()
        for link in further(self._book, self.front, self.view.links()):
            yield PaletteLine(f"Link: {link.text}", link.href, partial(self.action_follow, link.href))
