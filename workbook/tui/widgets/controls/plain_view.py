"""Plain text, wrapped and scrolled, and nothing else done to it."""

from collections.abc import Iterator, Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ....text import clean
from ..prose import wrapped


class PlainView(ScrollView, can_focus=True):
    """Texts to be read only, one after another, each under its heading where it has one.

    Only the rows in view are drawn, so that a whole book costs no more than a page.
    """

    def __init__(self) -> None:
        super().__init__()
        self.texts: Sequence[tuple[str, str]] = ()
        """Heading and text, as they were given."""
        self._rows: list[tuple[str, bool]] = []
        self._wrapped_at = 0

    def show_texts(self, texts: Sequence[tuple[str, str]]) -> None:
        """Show `texts`, from the top on."""
        self.texts = texts
        self._wrap(self.scrollable_content_region.width)
        self.scroll_to(y=0, animate=False, immediate=True)

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002 - Textual's signature
        """Wrap the lines again, where the width has changed."""
        width = self.scrollable_content_region.width
        if width != self._wrapped_at:
            self._wrap(width)

    def _wrap(self, width: int) -> None:
        self._wrapped_at = width
        self._rows = [row for heading, text in self.texts for row in _rows(heading, text, width)]
        self.virtual_size = Size(width, len(self._rows))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Row `y` of the view."""
        number, style = y + self.scroll_offset.y, self.rich_style
        if number >= len(self._rows):
            return Strip.blank(self.size.width, style)
        words, is_heading = self._rows[number]
        shown = style + Style(bold=True, underline=True) if is_heading else style
        return Strip([Segment(words, shown)]).adjust_cell_length(self.size.width, style)


def _rows(heading: str, text: str, width: int) -> Iterator[tuple[str, bool]]:
    """The rows of one text at `width`, and whether each is its heading."""
    if heading:
        yield from ((row.plain, True) for row in wrapped(Content(heading), width))
    for line in clean(text).removesuffix("\n").split("\n"):
        if len(line) * 2 <= width:
            yield line, False
        else:
            yield from ((row.plain, False) for row in wrapped(Content(line), width))
    if heading:
        yield "", False
