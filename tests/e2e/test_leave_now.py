"""F9: nothing readable on the screen, nothing in the scroll-back, nothing printed, and every word saved."""

import re
import sys

import pytest

from .starting import Start, begin_to_write
from .terminal import KEYS, window

SECRET = "this is for nobody else"
_SEQUENCE = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07]*\x07|\x1b\\")


@pytest.mark.parametrize(
    "keys",
    [(), ("esc",), ("esc", "f2"), ("f8",), ("ctrl+p",), ("f1",), ("esc", "f5"), ("esc", "/")],
    ids=lambda keys: "-".join(keys) or "field",
)
def test_it_leaves_from_anywhere_and_no_word_follows_the_key(start: Start, keys: tuple[str, ...]) -> None:
    with start() as opened:
        begin_to_write(opened)
        opened.press(SECRET)
        opened.wait_for(SECRET)
        opened.press(*keys, "f9")
        assert opened.wait_for_end() == 0
        _, blank, after = opened.raw.partition(b"\x1b[24;1H\x1b[2K\x1b[H\x1b[2J\x1b[3J")
        assert blank
        assert _SEQUENCE.sub(b"", after) == b""
        assert after.endswith(b"\x1b[24;1H\x1b[2K\x1b[H\x1b[2J\x1b[3J\x1b]0;\x07")
        assert opened.modes_now == opened.modes
        assert start.word() == SECRET


def test_keys_pressed_after_it_do_not_reach_the_prompt(start: Start) -> None:
    command = f"{sys.executable} -m workbook --data {start.data} --book {start.book}; echo status $?"
    with window(["sh", "-c", command]) as opened:
        opened.wait_for("A small book")
        begin_to_write(opened)
        opened.child.send(SECRET + "\x1b[20~" + "and more")
        opened.wait_for("status 0")
        opened.wait_for_end()
        assert opened.text.strip() == "status 0"
        assert start.word() == SECRET


def test_words_that_come_with_the_key_are_saved_on_a_busy_machine_too(start: Start) -> None:
    with start("slow_to_save", "slow_to_hear") as opened:
        begin_to_write(opened)
        opened.child.send(SECRET + KEYS["f9"])
        assert opened.wait_for_end() == 0
        assert start.word() == SECRET


def test_the_title_of_the_window_is_never_set_to_anything(start: Start) -> None:
    with start() as opened:
        begin_to_write(opened)
        opened.press("esc", "n", "f2", "esc", "ctrl+q")
        opened.wait_for_end()
        assert re.findall(rb"\x1b\][012];", opened.raw) == []


def test_it_has_the_key_that_the_reader_gave_it_and_waits_for_nothing(start: Start) -> None:
    start.data.mkdir(parents=True, exist_ok=True)
    (start.data / "keys.toml").write_text('[keys]\nleave_now = "ctrl+r"\n', "utf-8")
    with start("slow_to_save", "slow_to_hear") as opened:
        begin_to_write(opened)
        opened.child.send(KEYS["f9"] + SECRET + "\x12")
        assert opened.wait_for_end() == 0
        assert start.word() == SECRET
