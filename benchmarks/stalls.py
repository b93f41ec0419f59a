"""How long a thread that types is kept waiting by the one that saves."""

import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass

from workbook.answers import Answers

ADDRESS = "typed/here"
TICK = 0.002
"""Seconds between two looks at the clock: what a screen that has nothing to do would notice."""


@dataclass(frozen=True, slots=True)
class Stalls:
    """What was measured, in milliseconds."""

    late: list[float]
    """How much later than asked each tick came."""
    keys: list[float]
    """How long each key took to be taken in."""
    states: set[str]
    """Everything that `Answers.saving` said meanwhile."""


def typed(answers: Answers, seconds: float, per_second: int = 20) -> Stalls:
    """Types into one answer for some seconds, in a loop that ticks as a program's does."""
    late, keys, states, text = [], [], set[str](), ""
    begun = time.monotonic()
    following = begun
    while (now := time.monotonic()) < begun + seconds:
        if now >= following:
            following += 1 / per_second
            text = (text + "word ")[-2000:]
            answers[ADDRESS] = text
            keys.append((time.monotonic() - now) * 1000)
            states.add(answers.saving.state)
        before = time.monotonic()
        time.sleep(TICK)
        late.append((time.monotonic() - before - TICK) * 1000)
        states.add(answers.saving.state)
    return Stalls(late, keys, states)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of the values do not exceed."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def median(values: Sequence[float]) -> float:
    """The value in the middle."""
    return statistics.median(values)
