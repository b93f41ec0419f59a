"""The kinds of exercise, one file each: what a kind is, how it is read, written and said."""

from .checklist import Checklist
from .choice import Choice
from .group import Group
from .kind import Common, Field, Slot
from .row import Row, View, rows
from .scale import Scale
from .table import FIELDS, AnyField
from .text import Text, is_date

GROUP, END = Group.kind, "end"
KINDS = (*FIELDS, GROUP, END)
"""Every name that a directive can have; `end` closes a group."""

__all__ = [
    "END",
    "FIELDS",
    "GROUP",
    "KINDS",
    "AnyField",
    "Checklist",
    "Choice",
    "Common",
    "Field",
    "Group",
    "Row",
    "Scale",
    "Slot",
    "Text",
    "View",
    "is_date",
    "rows",
]
