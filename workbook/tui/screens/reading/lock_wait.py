"""A second copy of the program waits for its turn: read-only, until the first one ends."""

from collections.abc import Callable

from textual.screen import Screen
from textual.timer import Timer

from ....answers import Answers

_LOOK = 1.0
"""Seconds between two looks at the lock."""


def await_turn(screen: Screen[None], answers: Answers, then: Callable[[], None]) -> None:
    """Where `answers` are read-only, try once a second to take over, and call `then` on the day it works."""
    waiting: list[Timer] = []

    def look() -> None:
        if answers.take_over():
            waiting[0].stop()
            then()

    if answers.read_only:
        waiting.append(screen.set_interval(_LOOK, look))
