"""A text that is written in the reader's own editor."""

from .editor import Editor
from .left_over import LeftOvers

__all__ = [
    "Editor",
    "LeftOvers",
]
