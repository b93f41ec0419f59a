"""How the program starts, hears keys in order, saves and ends."""

from .browser import open_in_browser
from .key_queue import LAYING, Typed
from .leaving import run_until_left
from .safe_exit import SafeExitApp

__all__ = [
    "LAYING",
    "SafeExitApp",
    "Typed",
    "open_in_browser",
    "run_until_left",
]
