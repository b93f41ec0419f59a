"""A page that is not part of a chapter, such as *Staying safe*: shown over the book, and leaving no trace."""

from textual.app import ComposeResult
from textual.binding import Binding

from ...book import Book, Front, Prose
from ..widgets import Heading, KeyLine, PageView, ProseView
from .dialog import Passing
from .link import LinkDialog
from .links import target


class ExtraScreen(Passing[None]):
    """`front`, one whole file, as a page; Esc returns to where the reader was."""

    BINDINGS = [Binding("escape,q", "close", show=False)]

    def __init__(self, book: Book, front: Front) -> None:
        super().__init__()
        self._book = book
        self.front = front

    def compose(self) -> ComposeResult:
        """The title, the page, the keys that lead away."""
        heading = Heading()
        heading.where = self.front.title
        yield heading
        with PageView():
            for page in self._book.open(self.front).pages:
                for block in page.blocks:
                    if isinstance(block, Prose):
                        yield ProseView(block)
        keys = KeyLine()
        keys.keys = [
            ("Esc", "back", "screen.close"),
            ("F8", "curtain", "app.curtain"),
            ("F9", "leave now", "app.leave_now"),
        ]
        yield keys

    def on_mount(self) -> None:
        """Read with the arrows at once."""
        self.query_one(PageView).focus()

    def action_close(self) -> None:
        """Back to what was open."""
        self.dismiss()

    def action_follow(self, href: str) -> None:
        """A link to another chapter closes this page and opens it; an address outside is shown first."""
        found = target(self._book, self.front, href)
        if found.kind == "page" and found.front not in self._book.extras:
            self.app.call_later(self.app.run_action, f"app.follow({href!r})")
        elif found.kind != "page":
            self.app.push_screen(LinkDialog(found))
