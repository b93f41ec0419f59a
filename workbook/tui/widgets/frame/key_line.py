"""The last line of the screen: the few keys that matter here."""

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from ...own_keys import Hint, hint_here

SHORT = {"to the page": "out", "next field": "next"}
"""What the keys are called that lead out of a field and on from it, where else they would have no room."""
RIGHT = 2
"""Cells that stay free after the last key."""


class KeyLine(Widget):
    """`F1 help  F2 contents  n next`: each pair can be clicked; what does not fit is left out whole."""

    keys: reactive[Sequence[Hint]] = reactive(())

    def validate_keys(self, keys: Sequence[Hint]) -> Sequence[Hint]:
        """`keys` with those that the reader chose in their place."""
        return tuple(here for hint in keys if (here := hint_here(self.app, hint)))

    def render(self) -> Content:
        """As many of the keys as fit."""
        line, left_out = self._set(self.keys)
        if any(label in SHORT for _, label, _ in left_out):
            line, _ = self._set([(key, SHORT.get(label, label), action) for key, label, action in self.keys])
        return line

    def _set(self, keys: Sequence[Hint]) -> tuple[Content, Sequence[Hint]]:
        """The line, and the keys that it has no room for."""
        line = Content(" ")
        for number, (key, label, action) in enumerate(keys):
            pair = Content.assemble((key, "bold"), f" {label}").stylize(
                Style.from_meta({"@click": action} if action else {})
            )
            if line.cell_length + pair.cell_length + RIGHT > self.size.width:
                return line, keys[number:]
            line = line + pair + Content("   ")
        return line, ()
