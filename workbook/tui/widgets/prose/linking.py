"""The links of a page, found where they are drawn, and the mark of the one that is chosen by keyboard."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region
from textual.widget import Widget

SIGN = "▸"
"""Stands before the chosen link, where there is a space for it: a colour alone could be overseen."""

_MARK = Style(bold=True, reverse=True)


class Link(NamedTuple):
    """A link as it is drawn: its run of words, where it leads, its rows in its widget, how it begins."""

    run: int
    href: str
    top: int
    height: int
    left: int
    begins: str


class Linked(Widget):
    """What may draw links: it says whether it does, and marks the one that is chosen."""

    chosen_link: "ChosenLink | None" = None
    """What marks the one of its links that is chosen, if one of them is."""

    @property
    def has_links(self) -> bool:
        """Whether any of its words lead anywhere."""
        return False

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line goes through before it is written."""
        filters = super().get_line_filters()
        return [*filters, self.chosen_link] if self.chosen_link else filters

    def choose_link(self, link: "Link | None") -> None:
        """Mark `link` alone; none, and nothing is marked."""
        self.chosen_link = ChosenLink(link) if link else None
        self.refresh()


def drawn_links(widget: Linked) -> Iterator[Link]:
    """The links in `widget`, in the order in which they are read."""
    found: dict[int, Link] = {}
    width, height = widget.outer_size
    for row, strip in enumerate(widget.render_lines(Region(0, 0, width, height))):
        left = 0
        for segment in strip:
            at, left = left, left + segment.cell_length
            run = _run_of(segment)
            if run is None or segment.style is None:
                continue
            href = segment.style.meta["@click"][1][0]
            first = found.setdefault(run, Link(run, href, row, 1, at, segment.text))
            found[run] = first._replace(height=row + 1 - first.top)
    yield from found.values()


class ChosenLink(LineFilter):
    """Draws one link in reverse, with a sign before it."""

    def __init__(self, link: Link) -> None:
        super().__init__()
        self.link = link

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - a LineFilter's
        """`segments` with the link marked, where it is among them; else the very same ones."""
        if not any(_run_of(segment) == self.link.run for segment in segments):
            return segments
        marked: list[Segment] = []
        is_first = True
        for segment in segments:
            if _run_of(segment) != self.link.run:
                marked.append(segment)
                continue
            if is_first and segment.text == self.link.begins:
                _put_sign(marked)
            is_first = False
            style = segment.style + _MARK if segment.style else _MARK
            marked.append(Segment(segment.text, style, segment.control))
        return marked


def _put_sign(before: list[Segment]) -> None:
    """Let the sign stand in the place of the space at the end of `before`, if there is one."""
    if before and before[-1].text.endswith(" "):
        text, style, control = before.pop()
        before += [Segment(text[:-1], style, control), Segment(SIGN, style, control)]


def _run_of(segment: Segment) -> int | None:
    run = segment.style.meta.get("run") if segment.style else None
    return run if isinstance(run, int) else None
