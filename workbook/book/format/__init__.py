"""What the format adds to Markdown: directives, ids and options in comments, lists of boxes."""

from .body import Body
from .directives import Directive, directive
from .item_ids import ItemId, item_id, propose_ids
from .options import Options

__all__ = [
    "Body",
    "Directive",
    "ItemId",
    "Options",
    "directive",
    "item_id",
    "propose_ids",
]
