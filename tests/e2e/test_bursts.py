"""Keys that come all at once, over a slow line or from dictation: each does what it would have done alone."""

import pytest

from ..books import book_of
from .starting import Start, begin_to_write

LEAVING = {"quit": "\x11", "leave now": "\x1b[20~", "leave now by its other key": "\x14"}
ROWS = """\
# In rows

<!-- @text #one -->

One line?

> …

<!-- @choice #colour -->

Which colour?

- ( ) red <!-- #red -->
- ( ) blue <!-- #blue -->

<!-- @group #cards view=cards -->

Think, then turn.

- First <!-- #first -->

  Its back.

<!-- @text #said -->

What did you think?

> …

<!-- @end -->
"""


def test_words_after_a_tab_stand_in_the_next_field(start: Start) -> None:
    with start() as opened:
        begin_to_write(opened)
        opened.child.send("one\ttwo\x1b[Zand one")
        opened.wait_for("two")
        opened.press("ctrl+q")
        assert opened.wait_for_end() == 0
    assert (start.word(), start.word(address="words/second")) == ("oneand one", "two")


@pytest.mark.parametrize("faults", [(), ("slow_to_lay",)], ids=["at once", "on a busy machine"])
def test_words_after_a_turn_of_the_page_stand_on_that_page(start: Start, faults: tuple[str, ...]) -> None:
    with start(*faults) as opened:
        begin_to_write(opened)
        opened.press("esc")
        opened.child.send("n\twritten here\t\x1b[200~and pasted\x1b[201~")
        opened.wait_for("and pasted")
        opened.press("ctrl+q")
        assert opened.wait_for_end() == 0
    assert start.word(address="more/first") == "written here"
    assert start.word(address="more/second") == "and pasted"


def test_a_whole_page_is_filled_in_at_once(start: Start) -> None:
    book_of(start.book, words=ROWS)
    with start() as opened:
        opened.child.send("n\tin a word\r\x1b[B \t \tthought so")
        opened.wait_for("thought so")
        opened.press("ctrl+q")
        assert opened.wait_for_end() == 0
    assert start.word(address="words/one") == "in a word"
    assert start.word(address="words/colour") == "blue"
    assert start.word(address="words/cards/first/said") == "thought so"


@pytest.mark.parametrize("leaving", LEAVING.values(), ids=LEAVING)
def test_what_is_typed_after_leaving_is_not_written_down(start: Start, leaving: str) -> None:
    with start() as opened:
        begin_to_write(opened)
        opened.child.send(f"one{leaving}ls\r")
        assert opened.wait_for_end() == 0
    assert start.word() == "one"


@pytest.mark.parametrize("leaving", LEAVING.values(), ids=LEAVING)
def test_leaving_at_once_keeps_what_was_typed_before_it(start: Start, leaving: str) -> None:
    with start() as opened:
        begin_to_write(opened)
        opened.child.send(f"one\ttwo{leaving}")
        assert opened.wait_for_end() == 0
    assert (start.word(), start.word(address="words/second")) == ("one", "two")


def test_the_curtain_stays_down_after_words_that_came_before_it(start: Start) -> None:
    with start() as opened:
        begin_to_write(opened)
        opened.child.send("one\ttwo\x1b[19~")
        opened.wait_until(lambda: opened.text.split() == ["Press", "any", "key"], "the curtain alone")
        opened.rest()
        assert opened.text.split() == ["Press", "any", "key"]
        opened.press("x", "ctrl+q")
        assert opened.wait_for_end() == 0
    assert (start.word(), start.word(address="words/second")) == ("one", "two")
