"""Markdown itself: read into blocks and lines, quoted, and edited line by line."""

from .blocks import blocks, prose
from .definitions import note_unused_links
from .html import unclosed
from .inline import runs
from .nesting import nesting_plugin
from .quoting import BLANKS, escaped, escaped_inside, quoted, unquoted
from .source import (
    FENCE,
    HEADING,
    HTML,
    LISTS,
    QUOTE,
    Piece,
    Source,
    covered,
    decoded,
    parse,
    parser,
    pieces,
    split,
    unreadable,
)
from .splicing import Edit, spliced, trimmed
from .tables import note_lost_cells

__all__ = [
    "BLANKS",
    "FENCE",
    "HEADING",
    "HTML",
    "LISTS",
    "QUOTE",
    "Edit",
    "Piece",
    "Source",
    "blocks",
    "covered",
    "decoded",
    "escaped",
    "escaped_inside",
    "nesting_plugin",
    "note_lost_cells",
    "note_unused_links",
    "parse",
    "parser",
    "pieces",
    "prose",
    "quoted",
    "runs",
    "spliced",
    "split",
    "trimmed",
    "unclosed",
    "unquoted",
    "unreadable",
]
