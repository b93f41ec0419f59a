"""Screens and dialogs: each hears its widgets and says what happens."""

from .guide import GuideScreen
from .reading import ReadingScreen

__all__ = ["GuideScreen", "ReadingScreen"]
