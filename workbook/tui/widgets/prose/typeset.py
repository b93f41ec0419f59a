"""Prose set in lines of a given width: hanging indents, blank lines between blocks, links to click.

All text reaches Textual as `Content`, never as markup: what stands in a chapter or an answer is words.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from ....book import Block, Prose, Run

_STYLES = {"bold": "bold", "italic": "italic", "code": "$text-secondary", "strike": "strike"}
_NO_SPACE_BETWEEN = {("item", "item")}
_NARROWEST = 8
"""Cells that words are given at least, on however narrow a screen: they cannot be wrapped to nothing."""


class Line(NamedTuple):
    """One set line: which block it belongs to, and at which character of it the line begins."""

    content: Content
    block: int
    offset: int


def wrapped(body: Content, width: int) -> list[Content]:
    """`body` in lines of `width` cells."""
    return body.wrap(max(width, _NARROWEST))


def words(runs: Iterable[Run]) -> Content:
    """The runs as one piece of content; a run that leads somewhere can be clicked.

    A link is known by the identity of its first run: the same words may lead to the same page twice.
    """
    links = groupby(runs, key=lambda run: run.href or id(run))
    return Content.assemble(
        *(_piece(run, id(link[0])) for link in (list(runs) for _, runs in links) for run in link)
    )


def _piece(run: Run, link: int) -> Content:
    piece = Content(run.text)
    for style in sorted(run.styles):
        piece = piece.stylize(_STYLES[style])
    if run.href:
        followed = Style.from_meta({"@click": ("screen.follow", (run.href,)), "run": link})
        piece = piece.stylize("underline").stylize(followed)
    return piece


def emphasised(prose: Prose) -> Prose:
    """`prose` in bold, but for what is in italics: an example within a question stays in the background."""
    return Prose(
        tuple(block._replace(runs=tuple(_emphasised(run) for run in block.runs)) for block in prose.blocks)
    )


def _emphasised(run: Run) -> Run:
    return run if "italic" in run.styles else run._replace(styles=run.styles | {"bold"})


def hung(first: Content, body: Content, width: int) -> list[tuple[Content, int]]:
    """`body` set after `first`, hanging by its width; each line with its offset in `body`."""
    lines: list[tuple[Content, int]] = []
    before, at = first, 0
    for line in wrapped(body, width - first.cell_length):
        at = max(body.plain.find(line.plain, at), at)
        lines.append((before + line if before else line, at))
        at += len(line.plain)
        before = Content(" " * first.cell_length)
    return lines


def set_prose(prose: Prose, width: int) -> list[Line]:
    """The lines of `prose` for a column of `width` cells."""
    lines: list[Line] = []
    before: Block | None = None
    for number, block in enumerate(prose.blocks):
        if before is not None and (before.kind, block.kind) not in _NO_SPACE_BETWEEN:
            lines.append(Line(Content(""), number, 0))
        lines += (Line(content, number, offset) for content, offset in _set_block(block, width))
        before = block
    return lines


def _set_block(block: Block, width: int) -> list[tuple[Content, int]]:
    body = words(block.runs)
    indent = Content("  " * min(block.depth, width // 4))  # half is left to the words
    match block.kind:
        case "heading":
            return hung(Content(""), body.stylize("bold $accent" if block.depth < 3 else "bold"), width)
        case "item":
            return hung(indent + Content(f"{block.mark} "), body, width)
        case "quote":
            return _barred(body.stylize("italic"), "▎ ", width)
        case "code":
            return _set_code(body, indent + Content("  "), width)
        case "table":
            return [(row, 0) for row in _set_table(block, width)]
        case "rule":
            return [(Content("─" * min(width, 24)).stylize("$text-muted"), 0)]
        case "problem":
            return _barred(body.stylize("$text-error"), "! ", width)
    return hung(indent, body, width)


def _set_code(body: Content, indent: Content, width: int) -> list[tuple[Content, int]]:
    """The lines as they are; one that is too long goes on under itself."""
    lines: list[tuple[Content, int]] = []
    for line in body.split("\n", allow_blank=True):
        fits = indent.cell_length + line.cell_length <= width
        lines += [(indent + line, 0)] if fits else hung(indent, line, width)
    return lines


def _barred(body: Content, bar: str, width: int) -> list[tuple[Content, int]]:
    mark = Content.styled(bar, "$accent")
    return [(mark + line[len(bar) :], at) for line, at in hung(Content(" " * len(bar)), body, width)]


def _set_table(block: Block, width: int) -> list[Content]:
    """The cells in columns where they fit, else each row as a line of its own."""
    cells = [[words(cell) for cell in row] for row in block.cells]
    columns = max((len(row) for row in cells), default=0)
    widths = [max(row[n].cell_length if n < len(row) else 0 for row in cells) for n in range(columns)]
    if sum(widths) + 3 * columns > width:
        return [line for row in cells for line in wrapped(Content(" · ").join(row), width)]
    rows = [
        Content("   ").join(cell.pad_right(widths[n] - cell.cell_length) for n, cell in enumerate(row))
        for row in cells
    ]
    return [row.stylize("bold") if number == 0 else row for number, row in enumerate(rows)]


class Hanging(Visual):
    """A mark and the words after it, wrapped with a hanging indent: one line of a list that is ticked."""

    def __init__(self, mark: Content, body: Content) -> None:
        self._mark = mark
        self._body = body
        self._width = 0
        self._lines: list[Content] = []

    def _set(self, width: int) -> list[Content]:
        if width != self._width:
            self._width, self._lines = width, [line for line, _ in hung(self._mark, self._body, width)]
        return self._lines

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The lines as strips."""
        content = Content("\n").join(self._set(width))
        return content.render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002 - Visual's signature
        """The width at which nothing wraps."""
        return self._mark.cell_length + self._body.cell_length

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002 - Visual's signature
        """The number of lines at `width`."""
        return len(self._set(width))
