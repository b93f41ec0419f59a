"""A process that dies at a chosen instant of a save, whatever storage does the saving."""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any


def crashes(prepared: Callable[[], Callable[[], None]]) -> Iterator[int]:
    """Lets what `prepared` returns run in child after child, each killed one instant later, until one ends.

    An instant is just before or just after a call into C, and Python makes no system call outside of one: so
    every state that a crash could leave on the disk is there at one of the yields, which number the instants.
    """
    instant = 0
    while _dies_at(instant, prepared):
        yield instant
        instant += 1


def _dies_at(instant: int, prepared: Callable[[], Callable[[], None]]) -> bool:
    child = os.fork()
    if child == 0:
        try:
            save = prepared()
            gc.disable()  # what it calls in between would come at another instant in each child
            sys.setprofile(_kill_after(instant))
            save()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _kill_after(instant: int) -> Callable[[FrameType, str, Any], None]:
    left = instant

    def look(_frame: FrameType, event: str, _call: Any) -> None:
        nonlocal left
        if event in ("c_call", "c_return", "c_exception"):
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1

    return look
