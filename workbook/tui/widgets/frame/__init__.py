"""What stands around the page."""

from .contents import Contents
from .heading import Heading
from .key_line import KeyLine

__all__ = [
    "Contents",
    "Heading",
    "KeyLine",
]
