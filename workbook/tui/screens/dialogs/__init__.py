"""What is asked over a page, and answered.

A dialog that an action opens is imported from its own file, so that no start waits for it.
"""

from .dialog import Dialog, Passing, titled

__all__ = [
    "Dialog",
    "Passing",
    "titled",
]
