"""What the format adds to Markdown: directives, ids and options in comments, lists of boxes."""

from .body import Body
from .boxes import indentation, ticked
from .directives import Directive, directive
from .filling import Filling
from .item_ids import ItemId, item_id, propose_ids
from .lists import Line, boxed, items, leads, lines, list_items, note_box, without_box
from .options import Options

__all__ = [
    "Body",
    "Directive",
    "Filling",
    "ItemId",
    "Line",
    "Options",
    "boxed",
    "directive",
    "indentation",
    "item_id",
    "items",
    "leads",
    "lines",
    "list_items",
    "note_box",
    "propose_ids",
    "ticked",
    "without_box",
]
