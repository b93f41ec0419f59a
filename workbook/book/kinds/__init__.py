"""The kinds of exercise, one file each."""

from .groups import group, note_duplicates
from .lists import boxed
from .slots import leaf

__all__ = [
    "boxed",
    "group",
    "leaf",
    "note_duplicates",
]
