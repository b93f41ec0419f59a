"""Widgets: each shows one thing and posts what became of it.

Those that no first page needs are imported from their own files, by whoever shows them.
"""

from .controls import ActionLine, LineField, Options
from .fields import Fillable, Sheet, Ticks, without_entry
from .frame import Contents, Heading, KeyLine
from .page import PageView
from .prose import Door, Doors, Hanging, ProseView

__all__ = [
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
    "Ticks",
    "without_entry",
]
