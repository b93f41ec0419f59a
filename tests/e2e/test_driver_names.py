"""The driver of a real terminal has the threads that are stopped when the program has to end at once."""

import sys

from .terminal import window


def test_the_threads_that_read_and_write_are_reached_and_end_when_told_to() -> None:
    with window([sys.executable, "-m", "tests.e2e.driver_names"]) as opened:
        assert opened.wait_for_end() == 0
