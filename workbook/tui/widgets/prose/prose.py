"""A run of prose as one widget."""

from textual.content import Content
from textual.geometry import Size
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import Visual

from ....book import Prose
from .linking import Linked
from .typeset import Line, set_prose


class ProseView(Linked):
    """Draws prose at the width it has, and knows which words stand on which of its rows.

    Only the rows in view are drawn, so that a long page costs no more than a short one.
    """

    def __init__(self, prose: Prose, *, classes: str = "") -> None:
        super().__init__(classes=classes)
        self.prose = prose
        self._width = 0
        self._lines: list[Line] = []

    @property
    def has_links(self) -> bool:
        """Whether any of its words lead anywhere."""
        return any(True for _ in self.prose.links)

    def render(self) -> Content:
        """The prose as lines of the present width."""
        return Content("\n").join(line.content for line in self._set(self.size.width))

    def render_line(self, y: int) -> Strip:
        """Row `y` alone; while words are selected, as Textual draws it."""
        lines = self._set(self.size.width)
        if self.text_selection is not None or y >= len(lines):
            return super().render_line(y)
        drawn = Visual.to_strips(self, lines[y].content, self.size.width, 1, self.visual_style)
        return drawn[0].apply_offsets(0, y)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Widget's signature
        """The number of lines at `width`."""
        return len(self._set(width))

    def _set(self, width: int) -> list[Line]:
        if width != self._width:
            self._width = width
            self._lines = set_prose(self.prose, width)
        return self._lines

    @property
    def paragraphs(self) -> list[tuple[str, int]]:
        """The rows, each with the number of the block that it belongs to."""
        return [(line.content.plain, line.block) for line in self._set(self.size.width)]

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What is marked, as it was written, and what parts it from what comes next."""
        from .unwrapped import unwrapped  # when something is copied

        return unwrapped(self.prose, self._set(self.size.width), selection), "\n\n"

    def spot(self, row: int) -> tuple[int, int]:
        """Which block stands on `row`, and at which of its characters the row begins."""
        lines = self._set(self.size.width)
        if not lines:
            return 0, 0
        line = lines[max(0, min(row, len(lines) - 1))]
        return line.block, line.offset

    def row(self, block: int, offset: int) -> int:
        """The row on which character `offset` of `block` stands now."""
        rows = [
            row
            for row, line in enumerate(self._set(self.size.width))
            if (line.block, line.offset) <= (block, offset)
        ]
        return rows[-1] if rows else 0
