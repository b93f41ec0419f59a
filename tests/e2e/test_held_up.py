"""What holds the program up while it ends costs no word, and shows none."""

import signal

from .faulty import SECRET
from .starting import Start, begin_to_write
from .terminal import Window
from .test_endings import WORDS, assert_given_back


def hold_up(opened: Window, start: Start) -> None:
    """Write, then have the program hear nothing more."""
    begin_to_write(opened)
    opened.press(WORDS)
    opened.wait_for(WORDS)
    opened.press("f1")
    opened.wait_until((start.data / "stuck").exists, "the program held up")


def test_a_signal_saves_before_anything_is_waited_for(start: Start) -> None:
    """Who ends the session of a computer kills what has not ended soon."""
    with start("slow_to_save", "stuck", "never_insists") as opened:
        hold_up(opened, start)
        assert not start.word()
        opened.kill(signal.SIGTERM)
        opened.wait_until(lambda: start.word() == WORDS, "every word on the disk")


def test_words_that_come_while_the_end_is_waited_for_are_saved(start: Start) -> None:
    with start("slow_to_save", "never_calm") as opened:
        begin_to_write(opened)
        opened.child.send(WORDS)
        opened.kill(signal.SIGTERM)
        assert opened.wait_for_end() == 143
        assert start.word() == WORDS
        assert_given_back(opened)


def test_words_for_a_page_that_is_still_being_laid_out_are_saved(start: Start) -> None:
    with start("slow_to_save", "slow_to_lay") as opened:
        begin_to_write(opened)
        opened.press("esc")
        opened.child.send(f"n\t{WORDS}")
        opened.kill(signal.SIGTERM)
        assert opened.wait_for_end() == 143
        assert start.word(address="more/first") == WORDS


def test_a_program_that_gets_going_again_too_late_leaves_no_word_behind(start: Start) -> None:
    """It waits for what empties the screen in its place."""
    with start("slow_to_save", "stuck", "slow_to_give_back") as opened:
        hold_up(opened, start)
        opened.kill(signal.SIGTERM)
        opened.wait_until((start.data / "giving_back").exists, "the screen being emptied")
        (start.data / "go_on").touch()
        assert opened.wait_for_end() == 143
        assert start.word() == WORDS
        assert_given_back(opened)
        assert opened.text.strip() == ""


def test_a_fault_in_giving_the_terminal_back_keeps_nothing_from_being_given_back(start: Start) -> None:
    with start("slow_to_save", "cannot_stop") as opened:
        begin_to_write(opened)
        opened.press(WORDS)
        opened.wait_for(WORDS)
        opened.press("ctrl+q")
        assert opened.wait_for_end() == 1
        assert start.word() == WORDS
        assert_given_back(opened)
        assert "because of a fault in it. Every word is saved." in opened.text
        assert WORDS not in opened.text
        assert SECRET not in opened.text


def test_of_two_signals_the_first_counts_and_the_second_costs_nothing(start: Start) -> None:
    with start("slow_to_save", "never_calm") as opened:
        begin_to_write(opened)
        opened.press(WORDS)
        opened.wait_for(WORDS)
        opened.kill(signal.SIGTERM)
        opened.wait_until(lambda: start.word() == WORDS, "every word on the disk")
        opened.kill(signal.SIGHUP)
        assert opened.wait_for_end() == 143
        assert_given_back(opened)
