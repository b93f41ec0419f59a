"""What one reader lets another one see: a copy made of what is ticked, and two of them side by side."""

from .copying import copy_of
from .offered import Offered, all_ticked, may_be_shared, offered
from .reading import Said, Shared, read_copy

__all__ = [
    "Offered",
    "Said",
    "Shared",
    "all_ticked",
    "copy_of",
    "may_be_shared",
    "offered",
    "read_copy",
]
