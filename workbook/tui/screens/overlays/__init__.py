"""What lies over a page and is put away again."""

from .curtain import THROUGH, CurtainScreen, Idleness, draw_curtain, idle_minutes
from .small import SmallScreen, cover_small

__all__ = [
    "THROUGH",
    "CurtainScreen",
    "Idleness",
    "SmallScreen",
    "cover_small",
    "draw_curtain",
    "idle_minutes",
]
