"""What is filled in."""

from .choice_line import line_width
from .fields import FieldView, Sheet, leaf_widget, recalled_views
from .fillable import Fillable, fields_within, is_within, without_entry
from .text import TextField
from .ticks import MARKS, OpeningTicks, Ticks

__all__ = [
    "MARKS",
    "FieldView",
    "Fillable",
    "OpeningTicks",
    "Sheet",
    "TextField",
    "Ticks",
    "fields_within",
    "is_within",
    "leaf_widget",
    "line_width",
    "recalled_views",
    "without_entry",
]
