"""Prose, set in lines, and the links in it."""

from .choosing import ChoosingScroll
from .doors import Door, Doors
from .lines import HeadLine, Lines
from .linking import Linked
from .prose import ProseView
from .typeset import Hanging, emphasised, hung, words, wrapped

__all__ = [
    "ChoosingScroll",
    "Door",
    "Doors",
    "Hanging",
    "HeadLine",
    "Lines",
    "Linked",
    "ProseView",
    "emphasised",
    "hung",
    "words",
    "wrapped",
]
