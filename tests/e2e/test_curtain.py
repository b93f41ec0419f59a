"""The curtain in a real terminal: what stood there is gone from it."""

import pytest

from .starting import Start, begin_to_write
from .terminal import window

SECRET = "this is for nobody else"
HIDDEN = "Press any key"


@pytest.mark.parametrize("environ", [{}, {"NO_COLOR": "1"}, {"TERM": "xterm", "COLORTERM": ""}], ids=str)
def test_nothing_but_how_to_lift_it_is_left_on_the_screen(start: Start, environ: dict[str, str]) -> None:
    with start(environ=environ) as opened:
        begin_to_write(opened)
        opened.press(SECRET)
        opened.wait_for(SECRET)
        opened.press("f8")
        opened.wait_until(lambda: opened.text.split() == HIDDEN.split(), "the curtain alone")
        opened.resize(60, 20)
        opened.rest()
        assert opened.text.split() == HIDDEN.split()
        opened.press("x")
        opened.wait_for(SECRET)
        opened.press("ctrl+q")
        assert opened.wait_for_end() == 0
    assert start.word() == SECRET


def test_a_double_click_lifts_it_and_closes_nothing_behind_it(start: Start) -> None:
    click = "\x1b[<0;9;9M\x1b[<0;9;9m"
    with start() as opened:
        begin_to_write(opened)
        opened.press("f1")
        opened.wait_for("Esc")
        opened.rest()
        behind = opened.below_heading
        opened.press("f8")
        opened.wait_until(lambda: opened.text.split() == HIDDEN.split(), "the curtain alone")
        opened.child.send(click * 2)
        opened.rest()
        assert opened.below_heading == behind
        opened.press("esc", "ctrl+q")
        assert opened.wait_for_end() == 0


def test_it_falls_by_itself_when_nobody_is_there(start: Start) -> None:
    with window(start.argv("idle_at_once")) as opened:
        opened.wait_until(lambda: opened.text.split() == HIDDEN.split(), "the curtain alone")
        opened.press("f9")
        assert opened.wait_for_end() == 0


def test_without_colours_none_is_written(start: Start) -> None:
    with start(environ={"NO_COLOR": ""}) as opened:
        begin_to_write(opened)
        opened.press(SECRET, "esc", "f2", "esc", "ctrl+p", "esc", "ctrl+q")
        assert opened.wait_for_end() == 0
        assert b"\x1b[38;" not in opened.raw
        assert b";48;" not in opened.raw
        assert b"\x1b[48;" not in opened.raw
