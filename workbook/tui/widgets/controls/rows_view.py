"""Set rows, scrolled: only those in view are drawn, so that many cost no more than a few."""

from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual


class RowsView(ScrollView, can_focus=True):
    """Shows `rows`, one under another, at whatever width they were set for."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Content] = []

    def show_rows(self, rows: list[Content]) -> None:
        """Show `rows` from now on, at the height that the reader had come to."""
        self.rows = rows
        self.virtual_size = Size(self.scrollable_content_region.width, len(rows))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Row `y` of the view."""
        number, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if number >= len(self.rows) or not width:
            return Strip.blank(self.size.width, self.rich_style)
        drawn = Visual.to_strips(self, self.rows[number], width, 1, self.visual_style)
        return drawn[0].adjust_cell_length(self.size.width, self.rich_style)
