"""What one reader lets another one see: a copy made of what is ticked, and two of them side by side."""

from .copying import copy_of
from .offered import Offered, all_ticked, may_be_shared, offered
from .pairing import Beside, Pair, beside
from .reading import Said, Shared, copy_at, read_copy

__all__ = [
    "Beside",
    "Offered",
    "Pair",
    "Said",
    "Shared",
    "all_ticked",
    "beside",
    "copy_at",
    "copy_of",
    "may_be_shared",
    "offered",
    "read_copy",
]
