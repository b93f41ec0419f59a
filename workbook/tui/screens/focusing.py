"""A screen on which what has the focus is in sight, however fast the keys come that move it."""

from typing import TypeVar

from textual.screen import Screen
from textual.widget import Widget

Result = TypeVar("Result")


class FocusingScreen(Screen[Result]):
    """Scrolls to what has the focus once all is painted.

    Textual scrolls to each widget that is given it, a repaint later: of two Tabs in one piece the second one
    finds its widget in sight, and then the scroll to the first takes it away.
    """

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        """Give it to `widget`; Textual calls it for Tab, for clicks and for `Widget.focus`."""
        super().set_focus(widget, scroll_visible=False, from_app_focus=from_app_focus)
        if scroll_visible:
            self.call_after_refresh(self._scroll_to_focused)

    def _scroll_to_focused(self) -> None:
        if self.focused is not None and not self.can_view_entire(self.focused):
            self.scroll_to_center(self.focused, animate=False, immediate=True)
