"""The controls: what a window of these tests makes of a program."""

import sys
from pathlib import Path

import pytest

from .resting import has_unread
from .terminal import window

HARD_OF_HEARING = """\
import os, time, tty
tty.setraw(0)
print("up", flush=True)
time.sleep(0.6)
print("heard", os.read(0, 9), flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="only Linux says what a program has read")
def test_a_window_is_not_at_rest_before_the_keys_are_read() -> None:
    with window([sys.executable, "-c", HARD_OF_HEARING]) as opened:
        opened.wait_for("up")
        assert not has_unread(opened.child.pid)
        opened.child.send("a")
        opened.rest()
        assert "heard b'a'" in opened.text


def test_what_is_left_of_a_torn_sequence_is_read_over() -> None:
    """Where a terminal does not read, the program drops what waits, and in the middle of a sequence too."""
    torn = ("38;2;1;2H", "38;2;1;2;3;4;5H", "48;5;7A", "1;2K", "38;2;a", "0;1")
    with window(["printf", "%b", "".join(rf"\033[{piece}" for piece in torn) + r"\033[2;3Hhere"]) as opened:
        opened.wait_for_end()
        assert opened.screen.display[1].rstrip() == "  here"
