"""Markdown itself: read into blocks and lines, quoted, and edited line by line."""

from .blocks import blocks, prose
from .inline import runs
from .nesting import nesting_plugin
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
    split,
    unreadable,
)
from .tables import note_lost_cells

__all__ = [
    "FENCE",
    "HEADING",
    "HTML",
    "LISTS",
    "QUOTE",
    "Piece",
    "Source",
    "blocks",
    "covered",
    "decoded",
    "nesting_plugin",
    "note_lost_cells",
    "parse",
    "prose",
    "runs",
    "split",
    "unreadable",
]
