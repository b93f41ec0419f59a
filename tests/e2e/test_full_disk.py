"""A disk that does not take the words: they stay, the reader is told, and there is a way out."""

from .starting import Start, begin_to_write
from .terminal import window

REASON = "NOT SAVED: No space left on device"
ASKED = "Enter writes it"
"""What stands in the dialog alone: that it is there, the notice about the disk says too."""


def test_the_banner_stays_until_saving_works_again_and_no_word_is_lost(start: Start) -> None:
    with start("full_disk") as opened:
        begin_to_write(opened)
        opened.press("before ")
        opened.wait_until(lambda: start.word() == "before", "the first word on the disk")
        (start.data / "full").touch()
        opened.press("and after")
        opened.wait_for(REASON)
        opened.wait_for("Your last words are not on the disk")
        assert start.word() == "before"
        (start.data / "full").unlink()
        opened.wait_until(lambda: start.word() == "before and after", "every word on the disk")
        opened.wait_until(lambda: REASON not in opened.text, "the banner gone")
        opened.press("ctrl+q")
        assert opened.wait_for_end() == 0


def test_every_word_can_be_saved_elsewhere_and_restored_from_there(start: Start) -> None:
    copy = start.folder / "elsewhere"
    (copy / "small.json").parent.mkdir()
    with start("full_disk") as opened:
        (start.data / "full").touch()
        begin_to_write(opened)
        opened.press("words in danger")
        opened.wait_for(REASON)
        opened.press("ctrl+q")
        opened.wait_for(ASKED)
        opened.press("ctrl+u", str(copy / "small.json"), "enter")
        assert opened.wait_for_end() == 3
    assert start.word(copy) == "words in danger"
    assert (copy / "small.json").stat().st_mode & 0o777 == 0o600
    anew = start.folder / "anew"
    with window(start.argv(data=anew, arguments=["restore", str(copy / "small.json")])) as opened:
        assert opened.wait_for_end() == 0
    assert start.word(anew) == "words in danger"


def test_leaving_without_a_copy_is_possible_and_says_what_is_lost(start: Start) -> None:
    with start("full_disk") as opened:
        (start.data / "full").touch()
        begin_to_write(opened)
        opened.press("words in danger")
        opened.wait_for(REASON)
        opened.press("ctrl+q")
        opened.wait_for(ASKED)
        opened.press("ctrl+q")
        assert opened.wait_for_end() == 3
        assert b"Not saved: No space left on device." in opened.raw


def test_a_fault_while_the_disk_does_not_answer_says_so(start: Start) -> None:
    with start("hanging_disk", "handler") as opened:
        (start.data / "full").touch()
        begin_to_write(opened)
        opened.press("words in danger")
        opened.wait_for("words in danger")
        opened.press("f1")
        assert opened.wait_for_end() == 1
        assert b"The last words are not saved: the disk does not answer." in opened.raw


def test_a_fault_while_the_disk_takes_nothing_says_that_the_last_words_are_lost(start: Start) -> None:
    with start("full_disk", "handler") as opened:
        (start.data / "full").touch()
        begin_to_write(opened)
        opened.press("words in danger")
        opened.wait_for(REASON)
        opened.press("f1")
        assert opened.wait_for_end() == 1
        said = opened.raw[opened.raw.rindex(b"\x1b[?1049l") :].decode()
        assert "The last words are not saved: No space left on device." in said
        assert "words in danger" not in said
