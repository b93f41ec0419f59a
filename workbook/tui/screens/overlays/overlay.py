"""A page over the book, to be read and left: what *Staying safe* and the words kept aside have in common."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget

from ...commands import LINK_KEYS, LINKS
from ...own_keys import Hint
from ...widgets import Heading, KeyLine, PageView
from ..dialogs import Passing
from ..following import FollowingScreen


class OverlayScreen(Passing[None], FollowingScreen[None]):
    """A heading, a page, a line of keys; Esc returns to what was open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,Q", "close", show=False),
        Binding("tab", "field(1)", show=False),
        Binding("shift+tab", "field(-1)", show=False),
    ]

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    def compose(self) -> ComposeResult:
        """The title and the state of saving, the page, the keys."""
        heading = Heading()
        heading.where = self._title
        heading.echo(self.app.screen_stack[0].query_one(Heading))
        yield heading
        with PageView():
            yield from self.compose_page()
        yield KeyLine()

    def compose_page(self) -> Iterable[Widget]:
        """What there is to read."""
        return ()

    def key_hints(self) -> tuple[Hint, ...]:
        """What the key line says."""
        return (("Esc", "back", "screen.close"),)

    def on_mount(self) -> None:
        """Read with the arrows at once."""
        self.view.focus()
        self.say_keys()

    def say_keys(self) -> None:
        """Say which keys matter now: those of the page, or those of the link that is chosen."""
        links = (LINKS,) if self.view.has_links else ()
        keys = LINK_KEYS if self.view.chosen else (*self.key_hints(), *links)
        self.query_one(KeyLine).keys = keys

    def action_field(self, step: int) -> None:
        """Go to the next thing that can be pressed, and show it."""
        self.view.step(step)

    def action_close(self) -> None:
        """Back to what was open."""
        self.dismiss()
