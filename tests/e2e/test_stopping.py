"""A signal to stop or to go on may come at any instant, also while the program is about to write."""

import os
import signal

from .starting import Start, begin_to_write

AGAIN = b"\x1b[?1049h"
"""What takes the terminal once more."""


def test_it_stops_and_goes_on_whatever_lock_it_has(start: Start) -> None:
    with start("slow_to_save", "stop_while_it_writes") as opened:
        begin_to_write(opened)
        opened.press("typed")
        opened.wait_for("typed")
        opened.press("f1")
        opened.wait_until(lambda: os.waitpid(opened.child.pid, os.WUNTRACED | os.WNOHANG)[0], "the stop")
        assert start.word() == "typed"
        opened.raw = b""
        opened.kill(signal.SIGCONT)
        opened.wait_until(lambda: b"What comes to mind?" in opened.raw, "the page painted again")
        opened.press("ctrl+q")
        assert opened.wait_for_end() == 0


def test_it_goes_on_whatever_lock_it_has(start: Start) -> None:
    with start("go_on_while_it_writes") as opened:
        begin_to_write(opened)
        opened.raw = b""
        opened.press("f1")
        opened.wait_until(lambda: b"What comes to mind?" in opened.raw.partition(AGAIN)[2], "the page again")
        opened.press("ctrl+q")
        assert opened.wait_for_end() == 0
