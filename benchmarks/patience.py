"""How long a program is waited for: longer, on a busy machine, by what others took from it."""

import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_NANO = 1e9
_MOST = 0.9
"""Of the time that passed at most so much was the others': one that spins for ever waits in between, too."""


class Shares(NamedTuple):
    """Seconds that the threads of a process ran so far, and that they could have run but had no processor.

    The first figures of `schedstat` (Linux, Documentation/scheduler/sched-stats.rst), of all its threads.
    """

    ran: float
    starved: float


def shares(pid: int) -> Shares:
    """Those of a process; 0 where the system keeps no such figures, or it is gone."""
    ran = starved = 0
    with suppress(OSError):
        for thread in Path(f"/proc/{pid}/task").iterdir():
            with suppress(OSError, ValueError):  # it has just ended
                one, other, _ = (thread / "schedstat").read_text().split()
                ran, starved = ran + int(one), starved + int(other)
    return Shares(ran / _NANO, starved / _NANO)


class Patience:
    """Knows how long a process had, from now on, to do what is waited for."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._begun = time.perf_counter()
        self._before = shares(pid)

    @property
    def passed(self) -> float:
        """Seconds since."""
        return time.perf_counter() - self._begun

    @property
    def own(self) -> float:
        """Seconds since in which it was not kept from running."""
        passed = self.passed
        starved = max(0.0, shares(self._pid).starved - self._before.starved)
        return passed - min(starved, _MOST * passed)

    def __str__(self) -> str:
        """How long that was, and what became of it."""
        now, passed = shares(self._pid), self.passed
        ran, starved = now.ran - self._before.ran, now.starved - self._before.starved
        return f"{passed:.1f} s, of which it ran {ran:.2f} s and had no processor for {starved:.2f} s"
