"""How the program starts, hears keys in order, saves and ends."""

from .browser import open_in_browser
from .discreet import DiscreetApp
from .leaving import run_until_left
from .orderly import LAYING, Typed

__all__ = [
    "LAYING",
    "DiscreetApp",
    "Typed",
    "open_in_browser",
    "run_until_left",
]
