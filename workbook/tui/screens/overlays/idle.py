"""After how many idle minutes the curtain falls by itself."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ...widgets import Options
from ...widgets.fields import MARKS
from ..dialogs import Dialog, titled
from .curtain import CHOICES


class IdleDialog(Dialog[int]):
    """The choices, the present one marked; the result is the number of minutes, 0 for never."""

    def __init__(self, minutes: int) -> None:
        super().__init__()
        self._minutes = minutes

    def compose(self) -> ComposeResult:
        """What is asked, and the choices."""
        with Vertical():
            yield titled("Curtain", "Enter keeps, Esc back")
            said = "It falls by itself, and hides every word until a key is pressed."
            yield Static(Content(said), classes="hint")
            yield Options(*(self._option(minutes) for minutes in CHOICES), compact=True)

    def on_mount(self) -> None:
        """Begin at what is chosen now."""
        options = self.query_one(Options)
        options.highlighted = CHOICES.index(self._minutes)
        options.focus()

    def _option(self, minutes: int) -> Option:
        said = "never" if not minutes else f"after {minutes} idle minute{'s' if minutes > 1 else ''}"
        return Option(Content(MARKS[False, minutes == self._minutes] + said), id=str(minutes))

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(int(event.option_id or self._minutes))
