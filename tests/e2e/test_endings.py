"""However the program ends, every word is on the disk and the terminal is as it was."""

import os
import signal
import time
from contextlib import ExitStack

import pytest

from .resting import PATIENCE
from .starting import Start, begin_to_write
from .terminal import Window

WORDS = "every word of this, to the last one"
GIVEN_BACK = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?2004l", b"\x1b[<u")
THREE = ("a", "b", "c")


def assert_given_back(opened: Window) -> None:
    """The terminal has its modes again, and everything that Textual sets was undone after it was set.

    Of a program that is stopped, the last that it wrote may still be on its way.
    """
    assert opened.modes_now == opened.modes
    for reset in GIVEN_BACK:
        opened.wait_until(lambda reset=reset: reset in _since_taken(opened), f"{reset!r}")


def _since_taken(opened: Window) -> bytes:
    return opened.raw[opened.raw.rindex(b"\x1b[?1049h") :]


@pytest.mark.parametrize(
    ("fault", "ending", "status"),
    [
        ("", signal.SIGTERM, 143),
        ("", signal.SIGHUP, 129),
        ("", signal.SIGINT, 130),
        ("", signal.SIGQUIT, 131),
        ("slow_to_read", signal.SIGHUP, 129),
        ("handler", "f1", 1),
        ("worker", "f1", 1),
        ("thread", "f1", 1),
        ("leave", "f1", 7),
        ("", "ctrl+q", 0),
        ("", "f9", 0),
    ],
)
def test_no_character_is_lost_and_the_terminal_is_given_back(
    start: Start, fault: str, ending: signal.Signals | str, status: int
) -> None:
    faults = ["slow_to_save", *([fault] if fault else [])]
    with ExitStack() as stack:  # three at once: two processors share them
        windows = {name: stack.enter_context(start(*faults, data=start.folder / name)) for name in THREE}
        for opened in windows.values():
            begin_to_write(opened)
            opened.child.send(WORDS)  # the last of it is still on its way when the end comes
            opened.kill(ending) if isinstance(ending, signal.Signals) else opened.press(ending)
        for name, opened in windows.items():
            assert opened.wait_for_end() == status
            assert start.word(start.folder / name) == WORDS
            if fault != "leave":  # sys.exit is no way in which the program itself ever ends
                assert start.tables(start.folder / name)["place"]["1"]["field"] == "words/first"
            assert_given_back(opened)


OTHERS = [
    getattr(signal, name)
    for name in ("SIGUSR1", "SIGALRM", "SIGABRT", "SIGPWR", "SIGRTMAX", "SIGPIPE")
    if hasattr(signal, name)
]


@pytest.mark.parametrize("ending", OTHERS, ids=lambda ending: signal.Signals(ending).name)
def test_whatever_signal_ends_it_no_character_is_lost(start: Start, ending: signal.Signals) -> None:
    with start("slow_to_save") as opened:
        begin_to_write(opened)
        opened.child.send(WORDS)
        opened.kill(ending)
        if ending is signal.SIGPIPE:  # Python lets it end no program
            opened.press("ctrl+q")
            assert opened.wait_for_end() == 0
        else:
            assert opened.wait_for_end() == 128 + ending
        assert start.word() == WORDS
        assert_given_back(opened)


@pytest.mark.parametrize("is_told", [True, False], ids=["SIGHUP", "SIGHUP-ignored"])
def test_a_window_that_is_closed_loses_no_word_and_leaves_no_process(start: Start, is_told: bool) -> None:
    ignored = () if is_told else (signal.SIGHUP,)  # as nohup has it
    with ExitStack() as stack:
        windows = {
            name: stack.enter_context(start("slow_to_save", data=start.folder / name, ignored=ignored))
            for name in THREE
        }
        for name, opened in windows.items():
            begin_to_write(opened)
            opened.press(WORDS)
            opened.wait_for(WORDS)
            opened.hang_up()
            assert opened.wait_for_end() == 129
            assert start.word(start.folder / name) == WORDS


def test_a_terminal_that_does_not_read_holds_up_neither_saving_nor_leaving(start: Start) -> None:
    with start("slow_to_save", "witness") as opened:
        begin_to_write(opened)
        heard = start.data / "heard"
        seen = -1
        while not heard.exists() or heard.stat().st_size != seen:  # until the program waits for its terminal
            seen = heard.stat().st_size if heard.exists() else -1
            opened.child.send("some more words " * 20)  # and nothing of what it writes is read
            opened.rest(reading=False)
        before = heard.read_text("utf-8").rstrip()
        assert not start.word()
        opened.kill(signal.SIGTERM)
        until = time.monotonic() + PATIENCE
        while opened.child.isalive():
            assert time.monotonic() < until
            time.sleep(0.05)
        assert opened.wait_for_end() == 143
        assert str(start.word()).startswith(before)
        assert_given_back(opened)


def test_it_saves_before_it_is_stopped_and_goes_on_where_it_was(start: Start) -> None:
    with start("slow_to_save") as opened:
        begin_to_write(opened)
        for number in range(3):
            opened.press(f"stop {number} ")
            opened.wait_for(f"stop {number}")
            opened.kill(signal.SIGTSTP)
            opened.wait_until(lambda: os.waitpid(opened.child.pid, os.WUNTRACED | os.WNOHANG)[0], "the stop")
            assert str(start.word()).endswith(f"stop {number}")
            assert_given_back(opened)
            opened.raw = b""
            opened.kill(signal.SIGCONT)
            opened.wait_until(lambda: b"What comes to mind?" in opened.raw, "the page painted again")
        opened.press("ctrl+q")
        assert opened.wait_for_end() == 0
        assert start.word() == "stop 0 stop 1 stop 2"


def test_stopped_and_gone_on_many_times_while_it_draws(start: Start) -> None:
    with start() as opened:
        begin_to_write(opened)
        for number in range(40):
            opened.press(*"abcdefgh")
            opened.kill(signal.SIGTSTP)
            opened.press(*"ij")
            opened.kill(signal.SIGCONT)
            if number % 4 == 0:
                opened.kill(signal.SIGCONT)
        opened.rest()
        opened.raw = b""
        opened.kill(signal.SIGCONT)
        opened.wait_until(lambda: b"What comes to mind?" in opened.raw, "the page painted again")
        opened.press("ctrl+q")
        assert opened.wait_for_end() == 0
