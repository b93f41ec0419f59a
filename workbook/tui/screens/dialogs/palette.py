"""The palette: everything that can be done, found by typing a part of its name."""

from textual.command import CommandList

from ...textual_private import KeyedPalette
from .dialog import Passing
from .pointing import PointingScreen


class PaletteDialog(KeyedPalette, PointingScreen[None], Passing[None]):
    """Textual's palette. Its list takes a key only once it is laid out: before that, Textual's would fail."""

    def __init__(self) -> None:
        super().__init__(placeholder="An action, or part of a chapter's title")

    def move_in_list(self, action: str) -> None:
        """Move as a key asks, and note that the reader is in the list now."""
        found = self.query_one(CommandList)
        if found.scrollable_content_region:
            super().move_in_list(action)
            self.point(found)
