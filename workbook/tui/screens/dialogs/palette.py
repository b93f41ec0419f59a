"""The palette: everything that can be done, found by typing a part of its name."""

from textual.command import CommandList, CommandPalette

from .dialog import Passing
from .pointing import PointingScreen


class PaletteDialog(CommandPalette, PointingScreen[None], Passing[None]):
    """Textual's palette. Its list takes a key only once it is laid out: before that, Textual's would fail."""

    def __init__(self) -> None:
        super().__init__(placeholder="An action, or part of a chapter's title")

    def _action_command_list(self, action: str) -> None:
        found = self.query_one(CommandList)
        if found.scrollable_content_region:
            super()._action_command_list(action)
            self.point(found)
