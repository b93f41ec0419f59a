"""The themes: seen while the cursor moves, kept with Enter."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ...theme import HOUSE, PLAIN
from ...widgets import Options
from ...widgets.fields import MARKS
from .dialog import Dialog, titled

SAID = {
    "lamp": "dark, for the evening",
    "paper": "light, as on paper",
    "stark": "black and white, nothing faint",
    PLAIN: "no colour but those of your terminal",
}
"""What is said of each theme."""


class ThemeDialog(Dialog[str]):
    """The themes of the house; the result is the one that was chosen. Esc brings back the one of before."""

    options: ClassVar = query_one(Options)

    def __init__(self) -> None:
        super().__init__()
        self._before = ""

    def compose(self) -> ComposeResult:
        """What can be done, and the themes."""
        with Vertical():
            yield titled("Theme", "Enter keeps, Esc back")
            yield Options(compact=True)

    def on_mount(self) -> None:
        """Begin at the theme of the moment."""
        self._before = self.app.theme
        names = self._names()
        self.options.add_options(self._line(name) for name in names)
        self.options.highlighted = names.index(self._before)
        self.options.focus()

    def _names(self) -> list[str]:
        """The house; where no colour may be written, only what writes none."""
        return [theme.name for theme in HOUSE if theme.ansi or not self.app.no_color]

    def _line(self, name: str) -> Option:
        mark = MARKS[False, name == self._before]
        return Option(Content.assemble(mark, name, (f"  {SAID[name]}", "$text-muted")), id=name)

    @on(OptionList.OptionHighlighted)
    def _try(self, event: OptionList.OptionHighlighted) -> None:
        """Show everything in the colours under the cursor."""
        event.stop()
        self.app.theme = event.option_id or self._before

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.app.theme = event.option_id or self._before
        self.dismiss(self.app.theme)

    def action_close(self) -> None:
        """As it was before."""
        self.app.theme = self._before
        self.dismiss(None)
