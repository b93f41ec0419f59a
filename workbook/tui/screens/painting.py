"""How the screen is painted, and what stands where on it."""

from collections.abc import Iterable

from textual.errors import NoWidget
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from ..textual_private import RenderingCompositor


class RowCompositor(RenderingCompositor):
    """Draws, of each widget, the rows that are to be painted.

    Textual's draws every row of every widget on the screen, though one letter has changed: a page with many
    of them would be slow to type in. And until the next layout it finds and draws what a turn of the page
    has taken away: a click there would fail, and so would a dialog that lets the page show through.
    """

    def get_widget_at(self, x: int, y: int) -> tuple[Widget, Region]:
        """What stands at a cell of the screen, and its region; raises NoWidget where nothing does."""
        for found in self.get_widgets_at(x, y):
            return found
        raise NoWidget(f"nothing stands at ({x}, {y})")

    def get_widgets_at(self, x: int, y: int) -> Iterable[tuple[Widget, Region]]:
        """All that stands at a cell of the screen, the topmost first."""
        return (found for found in super().get_widgets_at(int(x), int(y)) if found[0].is_attached)

    def renders(self, crop: Region) -> Iterable[tuple[Region, Region, list[Strip]]]:
        """Each widget in `crop` that is still there, with those of its rows that have to be painted."""
        rows = Region(0, crop.y, self.size.width, crop.height)
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip).intersection(rows)
            if seen.overlaps(crop) and widget.is_attached:
                yield region, seen, widget.render_lines(seen.translate(-region.offset))
