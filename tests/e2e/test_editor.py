"""$EDITOR has the terminal: it gets the words and gives them back, however it ends."""

import os
import shutil
import signal
from pathlib import Path

import pytest

from .editors import editor, left_over, noted, quit_workbook, wait_for_return, write_and_edit
from .starting import Start
from .terminal import Window

KILLED = "os.kill(os.getpid(), signal.SIGKILL)"
CRASHES = "os.kill(os.getpid(), signal.SIGSEGV)"
FAILS = "sys.exit(1)"
WAITS = "time.sleep(60)"


def test_the_edited_words_come_back_and_one_undo_takes_them_away(start: Start) -> None:
    with start("slow_to_save", environ=editor(start, "save('typed and edited\\x1b[2J')")) as opened:
        write_and_edit(opened)
        opened.wait_until(
            lambda: b"EDITING 0o600" in opened.raw, "the editor"
        )  # its screen is soon ours again
        opened.wait_for("typed and edited")
        assert left_over(start) == []
        opened.press("ctrl+z")
        opened.wait_until(lambda: "and edited" not in opened.text, "the edit undone")
        assert "typed" in opened.text
        opened.press("ctrl+y")
        opened.wait_for("and edited")
        quit_workbook(opened)
    assert start.word() == "typed and edited[2J"
    assert noted(start) == []


@pytest.mark.parametrize("ends", [FAILS, KILLED, CRASHES], ids=["fails", "is killed", "crashes"])
def test_what_was_saved_is_taken_in_however_the_editor_ends(start: Start, ends: str) -> None:
    with start("slow_to_save", environ=editor(start, f"save('words from there')\n{ends}")) as opened:
        write_and_edit(opened)
        opened.wait_for("words from there")
        opened.wait_for("The editor ended with an error")
        assert start.word() == "words from there"
        assert left_over(start) == []
        opened.press("ctrl+z")
        opened.wait_until(lambda: "words from there" not in opened.text, "the edit undone")
        quit_workbook(opened)
    assert start.word() == "typed"


@pytest.mark.parametrize(
    "does", [FAILS, KILLED, "path.write_text('')\n" + FAILS, "path.unlink()", "path.unlink()\n" + FAILS]
)
def test_an_editor_that_saves_nothing_leaves_the_words_as_they_were(start: Start, does: str) -> None:
    with start("slow_to_save", "no_editor_is_quick", environ=editor(start, does)) as opened:
        write_and_edit(opened)
        wait_for_return(opened)
        assert "typed" in opened.text
        quit_workbook(opened)
    assert start.word() == "typed"
    assert left_over(start) == []


def test_an_editor_that_replaces_the_file_gives_its_words_back(start: Start) -> None:
    with start(environ=editor(start, "by_rename('renamed into place')")) as opened:
        write_and_edit(opened)
        opened.wait_for("renamed into place")
        quit_workbook(opened)
    assert start.word() == "renamed into place"
    assert left_over(start) == []


def test_an_editor_that_is_not_there_changes_nothing(start: Start) -> None:
    with start(environ={"EDITOR": "/no/such/editor"}) as opened:
        write_and_edit(opened)
        opened.wait_for("could not be edited")
        assert left_over(start) == []
        quit_workbook(opened)
    assert start.word() == "typed"
    assert noted(start) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=["SIGTERM", "SIGHUP"])
def test_a_signal_while_the_editor_is_open_takes_in_what_was_saved(
    start: Start, number: signal.Signals
) -> None:
    with start("slow_to_save", environ=editor(start, f"save('saved, not closed')\n{WAITS}")) as opened:
        write_and_edit(opened)
        opened.wait_for("HAS SAVED")
        opened.kill(number)
        assert opened.wait_for_end() == 128 + number
        assert opened.modes_now == opened.modes
    assert start.word() == "saved, not closed"
    assert left_over(start) == []


def test_closing_the_window_takes_in_what_was_saved(start: Start) -> None:
    with start("slow_to_save", environ=editor(start, f"save('saved, not closed')\n{WAITS}")) as opened:
        write_and_edit(opened)
        opened.wait_for("HAS SAVED")
        opened.hang_up()
        opened.wait_for_end()
    assert start.word() == "saved, not closed"
    assert left_over(start) == []


def test_an_editor_that_will_not_end_keeps_its_file(start: Start) -> None:
    does = (
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\nsignal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
        "save('saved early')\nstay()"
    )
    with start("slow_to_save", environ=editor(start, does)) as opened:
        write_and_edit(opened)
        opened.wait_for("HAS SAVED")
        opened.wait_until((start.data / "pid").exists, "the editor's process")
        opened.kill(signal.SIGTERM)
        assert opened.wait_for_end() == 143
    os.kill(int((start.data / "pid").read_text()), signal.SIGKILL)
    assert start.word() == "saved early"
    assert [path.read_text() for path in left_over(start) if path.suffix == ".md"] == ["saved early"]
    assert noted(start) == ["words/first"]


def test_ctrl_c_in_the_editor_is_for_the_editor_alone(start: Start) -> None:
    with start(environ=editor(start, WAITS)) as opened:
        write_and_edit(opened)
        opened.wait_for("EDITING")
        opened.press("ctrl+c")
        opened.wait_for("The editor ended with an error")
        quit_workbook(opened)
    assert start.word() == "typed"


def test_editing_again_and_again_never_blocks(start: Start) -> None:
    with start(environ=editor(start, "save(path.read_text() + ' and more')")) as opened:
        write_and_edit(opened)
        for times in range(2, 5):
            opened.wait_for("typed" + " and more" * (times - 1))
            opened.press("ctrl+o")
        opened.wait_for("typed" + " and more" * 4)
        quit_workbook(opened)


@pytest.mark.parametrize(
    "written", [b"caf\xe9", b"no\0text", "é".encode("utf-16-le")], ids=["latin-1", "NUL", "UTF-16, no mark"]
)
def test_what_is_no_text_is_refused_and_its_file_is_kept_and_named(start: Start, written: bytes) -> None:
    with start("slow_to_save", environ=editor(start, f"path.write_bytes({written!r})")) as opened:
        write_and_edit(opened)
        opened.wait_for("is no text that")
        (kept,) = [path for path in left_over(start) if path.suffix == ".md"]
        assert kept.name in opened.text.replace("\n", "")
        assert "typed" in opened.text
        quit_workbook(opened)
    assert start.word() == "typed"
    assert kept.exists()
    assert kept.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_texts_with_a_byte_order_mark_are_read(start: Start, encoding: str) -> None:
    mark = "\\ufeff" if encoding == "utf-16-be" else ""
    does = f"path.write_bytes('{mark}Zürich, 一緒に'.encode('{encoding}'))"
    with start(environ=editor(start, does)) as opened:
        write_and_edit(opened)
        opened.wait_for("Zürich")
        quit_workbook(opened)
    assert start.word() == "Zürich, 一緒に"
    assert left_over(start) == []


def with_vim(folder: Path) -> dict[str, str]:
    """Vim as its user has set it up to keep everything, beside the file and in the home folder."""
    if shutil.which("vim") is None:
        pytest.skip("vim is not here")
    (folder / ".vimrc").write_text("set nocompatible viminfo='100 undofile backup swapfile\n")
    return {"EDITOR": "vim"}


def insert_in_vim(opened: Window, words: str) -> None:
    """Type `words` in place of the line that vim shows."""
    opened.wait_for("~")
    opened.press("cc", words, "esc")
    opened.wait_for(words)


def test_vim_keeps_no_word_of_its_own(start: Start) -> None:
    with start(environ=with_vim(start.folder)) as opened:
        write_and_edit(opened)
        insert_in_vim(opened, "written in vim")
        opened.press(":wq", "enter")
        opened.wait_for("Tab next field")
        quit_workbook(opened)
    assert start.word() == "written in vim"
    assert left_over(start) == []
    kept = [path for path in start.folder.rglob("*") if path.is_file() and b"in vim" in path.read_bytes()]
    assert [path.name for path in kept if not path.name.startswith("small")] == []


def test_the_window_of_vim_is_closed_after_a_save(start: Start) -> None:
    with start("slow_to_save", environ=with_vim(start.folder)) as opened:
        write_and_edit(opened)
        insert_in_vim(opened, "written in vim")
        opened.press(":w", "enter")
        opened.wait_for("B written")
        opened.hang_up()
        opened.wait_for_end()
    assert start.word() == "written in vim"
    assert left_over(start) == []
