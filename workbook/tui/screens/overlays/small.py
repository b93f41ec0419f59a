"""What stands there while the window is too small for a page."""

from textual import events
from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen

from ...own_keys import key_of
from ...widgets.prose import Lines, wrapped

LEAST = Size(40, 12)
"""The smallest window that the screens are drawn for."""

SAID = f"Too small: {LEAST.width}×{LEAST.height}, please. Every word is kept; Ctrl+Q leaves."


class _Said(Lines):
    """The line, wrapped; as much of it as there is room for where no word fits."""

    def wrapped(self, width: int) -> list[Content]:
        """The line at `width`."""
        said = SAID.replace("Ctrl+Q", key_of(self.app, "quit", "Ctrl+Q"))
        longest = max(map(len, said.split()))
        return wrapped(Content(said), width) if width >= longest else [Content(said[:width])]


class SmallScreen(ModalScreen[None]):
    """One plain line over whatever is open. What is typed meanwhile, unseen, goes nowhere."""

    ALLOW_SELECT = False

    def compose(self) -> ComposeResult:
        """What to do."""
        yield _Said()

    def on_key(self, event: events.Key) -> None:
        """Nothing: nobody sees where it would go."""
        event.stop()
        event.prevent_default()

    def on_resize(self) -> None:
        """Go, once there is room."""
        self._look()

    def on_screen_resume(self) -> None:
        """Go, where there has been room since something fell over this."""
        self._look()

    def _look(self) -> None:
        if self.is_active and not is_small(self.app.size):
            self.dismiss()


def is_small(size: Size) -> bool:
    """Whether a window of this size is too small for a page."""
    return size.width < LEAST.width or size.height < LEAST.height


def cover_small(app: App[None]) -> None:
    """Cover everything while the window of `app` is too small, if it is not covered."""
    if is_small(app.size) and not isinstance(app.screen, SmallScreen):
        app.push_screen(SmallScreen())
