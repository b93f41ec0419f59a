"""What comes out of a book for people: what was written, whole chapters, empty sheets."""

from .markdown import as_markdown
from .my_words import my_words
from .said import Said
from .whole import whole_chapters

__all__ = [
    "Said",
    "as_markdown",
    "my_words",
    "whole_chapters",
]
