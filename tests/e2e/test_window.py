"""The control: a program that only sleeps is not at rest while keys wait for it."""

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
