"""How the screen is painted: no more of it than has changed."""

from collections.abc import Iterable

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip


class RowCompositor(Compositor):
    """Draws, of each widget, the rows that are to be painted.

    Textual's draws every row of every widget on the screen, though one letter has changed: a page with many
    of them would be slow to type in.
    """

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        if crop is None:
            yield from super()._get_renders()
            return
        rows = Region(0, crop.y, self.size.width, crop.height)
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip).intersection(rows)
            if seen.overlaps(crop):
                yield region, seen, widget.render_lines(seen.translate(-region.offset))
