"""What the format adds to Markdown: directives, ids and options in comments, lists of boxes."""

from .body import Body
from .boxes import indentation, ticked
from .directives import Directive, directive
from .filling import Filling
from .lists import Line, boxed, items, leads, lines, list_items, note_box, without_box
from .options import Options

__all__ = [
    "Body",
    "Directive",
    "Filling",
    "Line",
    "Options",
    "boxed",
    "directive",
    "indentation",
    "items",
    "leads",
    "lines",
    "list_items",
    "note_box",
    "ticked",
    "without_box",
]
