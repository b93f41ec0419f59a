"""Widgets: each shows one thing and posts what became of it."""

from .contents import Contents
from .fields import Fillable, Sheet
from .heading import Heading
from .key_line import KeyLine
from .page import PageView, Spot
from .prose import ProseView
from .text import TextField

__all__ = ["Contents", "Fillable", "Heading", "KeyLine", "PageView", "ProseView", "Sheet", "Spot", "TextField"]
