"""The contents beside the page, or over it as a drawer: how the reader goes there, and back."""

from typing import TYPE_CHECKING

from textual.widget import Widget

if TYPE_CHECKING:
    from .paging import PagingScreen


class Drawer:
    """Opens the contents of `screen`, and gives the keys back to what had them before."""

    def __init__(self, screen: "PagingScreen") -> None:
        self._screen = screen
        self._came_from: Widget | None = None
        """What had the focus before the contents got it."""

    @property
    def is_out(self) -> bool:
        """Whether the contents are a drawer, and stand open over the page."""
        screen = self._screen
        is_drawer = not screen.has_class("-wide") or screen.has_class("-later")
        return is_drawer and screen.contents.has_class("-open")

    def open(self) -> None:
        """Go to the contents; where they are a drawer, open it."""
        contents = self._screen.contents
        if self._screen.focused is not contents:
            self._came_from = self._screen.focused
        contents.add_class("-open")
        contents.point()
        contents.focus()

    def leave(self) -> None:
        """From a field back to the page; from the contents to what had the focus before."""
        screen = self._screen
        came_from = self._came_from if screen.focused is screen.contents else None
        screen.contents.remove_class("-open")
        back = came_from if came_from and came_from.is_attached else screen.view
        back.focus(scroll_visible=False)
