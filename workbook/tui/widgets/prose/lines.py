"""Lines of the program's own: a heading, words behind their days, a table."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from .typeset import wrapped


class Lines(Widget):
    """Lines of text, set anew where the width is another one, or what they say."""

    def __init__(self) -> None:
        super().__init__()
        self._width = 0
        self._lines: list[Content] = []

    def wrapped(self, width: int) -> list[Content]:
        """The lines for a column of `width` cells."""
        raise NotImplementedError

    def render(self) -> Content:
        """The lines at the present width."""
        return Content("\n").join(self._set(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Widget's signature
        """How many lines there are at `width`."""
        return len(self._set(width))

    def _set(self, width: int) -> list[Content]:
        if width != self._width:
            self._width, self._lines = width, self.wrapped(width)
        return self._lines

    def set_anew(self) -> None:
        """What the lines say has changed."""
        self._width = 0
        self.refresh(layout=True)


class HeadLine(Lines):
    """What the lines below are, and something quiet at the right; beneath it where it is narrow."""

    def __init__(self, title: str, quiet: str, *, style: str) -> None:
        super().__init__()
        self._title = Content(title).stylize(style)
        self._quiet = Content(quiet).stylize("$text-muted")

    def wrapped(self, width: int) -> list[Content]:
        """One line where both fit, else two or more."""
        room = width - self._title.cell_length - self._quiet.cell_length
        if room >= 2:
            return [self._title + Content(" " * room) + self._quiet]
        return [*wrapped(self._title, width), *wrapped(self._quiet, width)]
