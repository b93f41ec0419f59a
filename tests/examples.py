"""How many examples a test draws at random: some in every run, many by `benchmarks/thorough.py`."""

import os

TIMES = "WORKBOOK_EXAMPLES"
"""The environment variable that says how many times as many."""


def examples(count: int) -> int:
    """`count`, or as many times that as the environment asks for."""
    return count * int(os.environ.get(TIMES, "1"))
