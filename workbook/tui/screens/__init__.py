"""Screens and dialogs: each hears its widgets and says what happens."""

from .curtain import THROUGH, CurtainScreen, Idleness, draw_curtain
from .elsewhere import ElsewhereDialog
from .guide import GuideScreen
from .idle import IdleDialog, idle_minutes
from .reading import ReadingScreen
from .theme import ThemeDialog

__all__ = [
    "THROUGH",
    "CurtainScreen",
    "ElsewhereDialog",
    "GuideScreen",
    "IdleDialog",
    "Idleness",
    "ReadingScreen",
    "ThemeDialog",
    "draw_curtain",
    "idle_minutes",
]
