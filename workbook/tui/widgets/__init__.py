"""Widgets: each shows one thing and posts what became of it.

Those that no first page needs are imported from their own files, by whoever shows them.
"""

from .action_line import ActionLine
from .contents import Contents
from .doors import Door, Doors
from .fields import Sheet
from .fillable import Fillable, without_entry
from .heading import Heading
from .key_line import KeyLine
from .line_field import LineField
from .options import Options
from .page import TOP, PageView, Spot
from .prose import ProseView
from .ticks import Ticks
from .typeset import Hanging

__all__ = [
    "TOP",
    "ActionLine",
    "Contents",
    "Door",
    "Doors",
    "Fillable",
    "Hanging",
    "Heading",
    "KeyLine",
    "LineField",
    "Options",
    "PageView",
    "ProseView",
    "Sheet",
    "Spot",
    "Ticks",
    "without_entry",
]
