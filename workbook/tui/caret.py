"""The terminal's own cursor. Braille lines and magnifiers follow it, so it stands where the reader is.

It is not shown: each field draws its own. Textual moves it only in its two fields for text, and leaves it
where it was, or in a corner, everywhere else.
"""

from textual.app import App
from textual.dom import DOMNode
from textual.errors import NoWidget
from textual.geometry import Offset, clamp
from textual.screen import Screen
from textual.widget import Widget


class CaretApp(App[None]):
    """Puts the cursor, whenever something is painted, where the reader is by then."""

    @property
    def cursor_position(self) -> Offset:
        """Where the reader is; Textual reads it with each frame."""
        return reader_at(self.screen) if self.screen_stack else Offset()

    @cursor_position.setter
    def cursor_position(self, _: Offset) -> None:
        """Textual's fields say it too; they are asked when it counts."""


def reader_at(screen: Screen[object]) -> Offset:
    """Where the reader is on `screen`: what the screen itself says, else where the focus is.

    Nowhere on one that is still being set up: a notice may come before a dialog has its line.
    """
    if not screen.is_mounted:
        return Offset()
    focused = screen.focused
    if (said := _said(screen)) is not None:
        return said
    if focused is None:
        return Offset()
    return _in_sight(screen, focused, _said(focused) or focused.content_region.offset)


def _said(node: DOMNode) -> Offset | None:
    """What `node` says; `cursor_screen_offset` is Textual's name for it, in its fields."""
    said = getattr(node, "cursor_screen_offset", None)
    return said if isinstance(said, Offset) else None


def _in_sight(screen: Screen[object], widget: Widget, offset: Offset) -> Offset:
    """The cell next to `offset` in which `widget` can be seen."""
    try:
        seen = screen.find_widget(widget).visible_region
    except NoWidget:
        return Offset()
    if not seen:
        return Offset()
    return Offset(clamp(offset.x, seen.x, seen.right - 1), clamp(offset.y, seen.y, seen.bottom - 1))
