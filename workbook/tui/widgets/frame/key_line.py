"""The last line of the screen: the few keys that matter here."""

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from ...own_keys import Hint, hint_here


class KeyLine(Widget):
    """`F1 help  F2 contents  n next`: each pair can be clicked; what does not fit is left out whole."""

    keys: reactive[Sequence[Hint]] = reactive(())

    def validate_keys(self, keys: Sequence[Hint]) -> Sequence[Hint]:
        """`keys` with those that the reader chose in their place."""
        return tuple(here for hint in keys if (here := hint_here(self.app, hint)))

    def render(self) -> Content:
        """As many of the keys as fit."""
        line = Content(" ")
        for key, label, action in self.keys:
            pair = Content.assemble((key, "bold"), f" {label}").stylize(
                Style.from_meta({"@click": action} if action else {})
            )
            if line.cell_length + pair.cell_length + 2 > self.size.width:
                break
            line = line + pair + Content("   ")
        return line
