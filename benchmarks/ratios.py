"""What many measurements of two programs say about their ratio."""

import random
import statistics
from collections.abc import Sequence
from typing import NamedTuple


class Ratio(NamedTuple):
    """A ratio, and between what bounds it lies in 95 of 100 cases."""

    middle: float
    low: float
    high: float


def ratio(product: Sequence[float], base: Sequence[float]) -> Ratio:
    """The median of the ratios within the rounds.

    The runs of one round are neighbours in time, so a slow spell of the machine cancels out.
    """
    rounds = [p / b if b else float(p > 0) * float("inf") for p, b in zip(product, base, strict=True)]
    chance = random.Random(7)
    drawn = [statistics.median(chance.choices(rounds, k=len(rounds))) for _ in range(2000)]
    return Ratio(statistics.median(rounds), share(drawn, 0.025), share(drawn, 0.975))


def share(values: Sequence[float], part: float) -> float:
    """The value that `part` of the values do not exceed."""
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]
