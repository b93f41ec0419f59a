"""What the format adds to Markdown: directives, ids and options in comments, lists of boxes."""

from .body import Body
from .boxes import indentation, is_ticked, ticked
from .boxes import item_id as id_of_line
from .directives import Directive, directive
from .filling import FilledSlot, Filling
from .item_ids import ItemId, item_id, propose_ids
from .lists import Line, boxed, items, leads, lines, note_box
from .options import Options

__all__ = [
    "Body",
    "Directive",
    "FilledSlot",
    "Filling",
    "ItemId",
    "Line",
    "Options",
    "boxed",
    "directive",
    "id_of_line",
    "indentation",
    "is_ticked",
    "item_id",
    "items",
    "leads",
    "lines",
    "note_box",
    "propose_ids",
    "ticked",
]
