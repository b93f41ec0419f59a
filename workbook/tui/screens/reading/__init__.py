"""The page, and how one gets about."""

from .reading import ReadingScreen

__all__ = [
    "ReadingScreen",
]
