"""Widgets: each shows one thing and posts what became of it."""

from .action_line import ActionLine
from .contents import Contents
from .fields import Sheet
from .fillable import Fillable
from .heading import Heading
from .key_line import KeyLine
from .line_field import LineField
from .options import Options
from .page import TOP, PageView, Spot
from .plain_view import PlainView
from .prose import ProseView
from .setting_line import SettingLine
from .text import TextField
from .ticks import Ticks
from .typeset import Hanging

__all__ = [
    "TOP",
    "ActionLine",
    "Contents",
    "Fillable",
    "Hanging",
    "Heading",
    "KeyLine",
    "LineField",
    "Options",
    "PageView",
    "PlainView",
    "ProseView",
    "SettingLine",
    "Sheet",
    "Spot",
    "TextField",
    "Ticks",
]
