"""Screens and dialogs: each hears its widgets and says what happens.

Here stand those that the program begins with. One that an action opens is imported by that action, from its
own file, so that no start waits for it; but for the way out of a dead disk, on which the program may stand.
"""

from ...session import SAFE
from .following import FollowingScreen
from .overlays import (
    THROUGH,
    CurtainScreen,
    Idleness,
    SmallScreen,
    cover_small,
    draw_curtain,
    idle_minutes,
)
from .reading import ReadingScreen

__all__ = [
    "SAFE",
    "THROUGH",
    "CurtainScreen",
    "FollowingScreen",
    "Idleness",
    "ReadingScreen",
    "SmallScreen",
    "cover_small",
    "draw_curtain",
    "idle_minutes",
]
