"""What is pressed or chosen outside of exercises.

What only a dialog shows is imported from its own file, so that no start waits for it.
"""

from .action_line import ActionLine
from .line_field import LineField
from .options import Options

__all__ = [
    "ActionLine",
    "LineField",
    "Options",
]
