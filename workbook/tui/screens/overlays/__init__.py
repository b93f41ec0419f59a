"""What lies over a page and is put away again."""

from .curtain import THROUGH, CurtainScreen, Idleness, draw_curtain, idle_minutes

__all__ = [
    "THROUGH",
    "CurtainScreen",
    "Idleness",
    "draw_curtain",
    "idle_minutes",
]
