"""What an editor saved and nobody took in: kept, told of quietly at the next start, and offered."""

import json
import os
import shutil
import signal

import pytest

from .editors import editor, left_over, noted, quit_workbook, show_kept_aside, write_and_edit
from .starting import Start

TOLD = "Words that you"
"""How the one line at the start begins; the rest of it is wrapped."""


def leave_words_behind(start: Start, words: str = "saved, never taken in") -> None:
    """The workbook is killed while an editor is open in which `words` were saved."""
    with start("slow_to_save", environ=editor(start, f"save({words!r})\nstay()")) as opened:
        write_and_edit(opened)
        opened.wait_for("HAS SAVED")
        opened.wait_until((start.data / "pid").exists, "the editor's process")
        opened.kill(signal.SIGKILL)
        opened.wait_for_end()
    os.kill(int((start.data / "pid").read_text()), signal.SIGKILL)
    (start.data / "pid").unlink()
    assert start.word() == "typed"
    assert noted(start) == ["words/first"]
    assert [path.read_text() for path in left_over(start) if path.suffix == ".md"] == [words]


def change(start: Start, address: str, to: str | None) -> None:
    """Another machine writes another answer, or the file loses the note of where the words belong."""
    tables = start.tables()
    if to is None:
        del tables["editing"]
    else:
        tables["answers"][address] |= {"value": to, "version": "0" * 12, "rev": 9}
    (start.data / "small.json").write_text(json.dumps(tables))


def test_after_a_kill_the_words_are_offered_and_go_where_they_belong(start: Start) -> None:
    leave_words_behind(start)
    with start() as opened:
        opened.wait_for(TOLD)
        opened.press("!")  # the notice takes no key, and the caret stands where the reader went to the editor
        opened.wait_for("typed!")
        opened.press("backspace", "esc", "/")
        opened.wait_for("Find")
        opened.press("esc")
        show_kept_aside(opened)
        opened.wait_for("saved, never taken in")
        for said in ("What comes to mind?", "What stands there now:", "typed"):
            assert said in opened.text
        opened.press("enter")
        opened.wait_until(lambda: "Words kept aside" not in opened.text, "the words taken")
        opened.press("esc")
        quit_workbook(opened)
    assert start.word() == "saved, never taken in"
    assert left_over(start) == []
    assert noted(start) == []


def test_what_another_machine_wrote_meanwhile_is_not_written_over(start: Start) -> None:
    leave_words_behind(start)
    change(start, "words/first", "from another machine")
    with start() as opened:
        opened.wait_for(TOLD)
        quit_workbook(opened)
    assert start.word() == "from another machine"
    assert "saved, never taken in" in [path.read_text() for path in left_over(start)]
    assert noted(start) == ["words/first"]


def test_words_whose_question_is_gone_can_be_kept_with_the_answers(start: Start) -> None:
    leave_words_behind(start)
    page = start.book / "01-words.md"
    page.write_text(page.read_text().replace("#first", "#other"))
    with start() as opened:
        opened.wait_for(TOLD)
        show_kept_aside(opened)
        opened.wait_for("saved, never taken in")
        opened.press("enter")
        opened.wait_until(lambda: start.word() == "saved, never taken in", "the words kept")
        opened.wait_until(lambda: left_over(start) == [], "the file removed")
        assert "saved, never taken in" in opened.text  # among the answers without a place
        quit_workbook(opened)


def test_they_are_removed_only_by_a_second_press(start: Start) -> None:
    leave_words_behind(start)
    with start() as opened:
        opened.wait_for(TOLD)
        show_kept_aside(opened)
        opened.press("tab", "enter")
        opened.wait_for("Press again to remove them for good")
        assert left_over(start) != []
        opened.press("tab", "tab", "tab", "enter")
        opened.wait_until(lambda: left_over(start) == [], "the file removed")
        quit_workbook(opened)
    assert start.word() == "typed"


def test_words_of_which_nobody_knows_where_they_belong_are_shown(start: Start) -> None:
    leave_words_behind(start)
    change(start, "", None)
    with start() as opened:
        opened.wait_for(TOLD)
        show_kept_aside(opened)
        opened.wait_for("saved, never taken in")
        assert "Put these words there" not in opened.text
        quit_workbook(opened)
    assert left_over(start) != []


def test_a_file_of_which_every_word_is_here_goes_without_a_word(start: Start) -> None:
    leave_words_behind(start, "typed\n")
    with start() as opened:
        opened.wait_until(lambda: left_over(start) == [], "the file removed")
        opened.wait_until(lambda: noted(start) == [], "the note forgotten")
        assert TOLD not in opened.text
        quit_workbook(opened)


def test_a_second_workbook_neither_tells_nor_removes(start: Start) -> None:
    leave_words_behind(start)
    with start() as first:
        first.wait_for(TOLD)
        with start() as second:
            show_kept_aside(second)
            assert "Nothing is kept aside" in second.text
            quit_workbook(second)
        quit_workbook(first)
    assert left_over(start) != []


@pytest.mark.parametrize("program", ["nano", "vim"])
def test_what_was_not_even_saved_when_the_window_closed_is_offered(start: Start, program: str) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not here")
    with start(environ={"EDITOR": program}) as opened:
        write_and_edit(opened)
        opened.wait_for("^X" if program == "nano" else "~\n~")
        opened.press(*(["end", " unsaved"] if program == "nano" else ["A", " unsaved"]))
        opened.wait_for("typed unsaved")
        opened.hang_up()
        opened.wait_for_end()
    assert start.word() == "typed"
    with start() as opened:
        opened.wait_for(TOLD)
        show_kept_aside(opened)
        opened.wait_for("typed unsaved")
        opened.press("enter")
        opened.wait_until(lambda: "Words kept aside" not in opened.text, "the words taken")
        assert left_over(start) == []
        opened.press("esc")
        quit_workbook(opened)
    assert start.word() == "typed unsaved"


def test_the_files_of_another_book_in_the_same_folder_are_left_alone(start: Start) -> None:
    leave_words_behind(start)
    (start.data / "small.json").rename(start.data / "other.json")
    tables = json.loads((start.data / "other.json").read_bytes())
    tables["meta"]["1"]["book"] = "other"
    (start.data / "other.json").write_text(json.dumps(tables))
    for path in start.data.glob("small*"):
        path.unlink()
    with start() as opened:
        show_kept_aside(opened)
        assert "Nothing is kept aside" in opened.text
        assert TOLD not in opened.text
        quit_workbook(opened)
    assert left_over(start) != []
