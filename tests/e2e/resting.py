"""Whether a program has anything left to do, as its system sees it: a busy machine only takes longer."""

import os
import select
import time
from contextlib import suppress
from pathlib import Path

MOMENT = 0.04
CALM = 5
"""Moments in a row in which a program that rests does nothing; together more than it waits for after Esc."""
PATIENCE = 20.0
"""Seconds after which a wait fails; far more than anything takes, for machines are busy."""

_WANTS_TO_GO_ON = {"R", "D"}
"""States of a thread that runs, waits for a processor or waits for a disk; see `man proc`."""


def is_busy(pid: int) -> bool:
    """Whether a thread of the process wants to go on; False where the system does not say."""
    return any(state in _WANTS_TO_GO_ON for state in _states(pid))


def wait_until_idle(pid: int) -> None:
    """Return once the process waits for something from outside, as for an answer to a question."""
    calm, latest = 0, time.monotonic() + PATIENCE
    while calm < CALM:
        assert time.monotonic() < latest, "it never waits"
        time.sleep(MOMENT)
        calm = 0 if is_busy(pid) else calm + 1


def has_unread(pid: int) -> bool:
    """Whether keys were sent to the terminal of the process that nobody has read yet.

    False where the system does not say. To ask also brings on what the system has yet to hand over.
    """
    with suppress(OSError):
        terminal = os.open(f"/proc/{pid}/fd/0", os.O_RDONLY | os.O_NOCTTY)
        try:
            return bool(select.select([terminal], [], [], 0)[0])
        finally:
            os.close(terminal)
    return False


def _states(pid: int) -> list[str]:
    states = []
    for status in Path(f"/proc/{pid}/task").glob("*/stat"):
        with suppress(OSError):  # the thread has just ended
            states.append(status.read_text("utf-8", "replace").rpartition(")")[2].split()[0])
    return states
