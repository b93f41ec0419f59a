"""$EDITOR: it gets the words and gives them back; whatever becomes of it, none are lost and no file stays."""

import shlex
import signal
import sys
from pathlib import Path

import pytest

from .starting import Start, begin_to_write
from .terminal import Window

EDITOR = """\
import os, pathlib, signal, sys, time
path = pathlib.Path(sys.argv[-1])
print("EDITING", oct(path.stat().st_mode & 0o777), flush=True)
path.with_name(f".{path.name}.swp").write_text("what an editor keeps beside it")
time.sleep(0.1)
path.write_text(path.read_text() + " and edited\\x1b[2J")
THEN
"""


def editor(folder: Path, then: str) -> dict[str, str]:
    """An environment whose editor appends to the text and then does `then`."""
    script = folder / "editor.py"
    script.write_text(EDITOR.replace("THEN", then))
    return {"EDITOR": shlex.join([sys.executable, str(script)])}


def left_over(start: Start) -> list[str]:
    """The names of editor files in the data folder."""
    return [path.name for path in start.data.iterdir() if "editing" in path.name]


def write_and_edit(opened: Window) -> None:
    """Type some words, and open them in the editor."""
    begin_to_write(opened)
    opened.press("typed")
    opened.wait_for("typed")
    opened.press("ctrl+o")


def test_the_edited_words_come_back_and_one_undo_takes_them_away(start: Start) -> None:
    with start("slow_to_save", environ=editor(start.folder, "")) as opened:
        write_and_edit(opened)
        opened.wait_for("EDITING 0o600")
        opened.wait_for("typed and edited")
        assert left_over(start) == []
        opened.press("ctrl+z")
        opened.wait_until(lambda: "and edited" not in opened.text, "the edit undone")
        opened.press("ctrl+y", "ctrl+q")
        assert opened.wait_for_end() == 0
    assert start.word() == "typed and edited[2J"


@pytest.mark.parametrize(
    "then", ["sys.exit(1)", "os.kill(os.getpid(), signal.SIGKILL)"], ids=["fails", "dies"]
)
def test_an_editor_that_fails_changes_nothing(start: Start, then: str) -> None:
    with start("slow_to_save", environ=editor(start.folder, then)) as opened:
        write_and_edit(opened)
        opened.wait_for("The editor ended with an error")
        assert start.word() == "typed"  # saved before the editor started
        assert left_over(start) == []
        opened.press("ctrl+q")
        assert opened.wait_for_end() == 0
    assert start.word() == "typed"


def test_an_editor_that_is_not_there_changes_nothing(start: Start) -> None:
    with start(environ={"EDITOR": "/no/such/editor"}) as opened:
        write_and_edit(opened)
        opened.wait_for("could not be edited")
        assert left_over(start) == []
        opened.press("ctrl+q")
        assert opened.wait_for_end() == 0
    assert start.word() == "typed"


def test_leaving_while_the_editor_is_open_ends_both_and_leaves_no_file(start: Start) -> None:
    with start("slow_to_save", environ=editor(start.folder, "time.sleep(60)")) as opened:
        write_and_edit(opened)
        opened.wait_for("EDITING")
        opened.kill(signal.SIGTERM)
        assert opened.wait_for_end() == 143
        assert opened.modes_now == opened.modes
    assert start.word() == "typed"
    assert left_over(start) == []


def test_ctrl_c_in_the_editor_is_for_the_editor_alone(start: Start) -> None:
    with start(environ=editor(start.folder, "time.sleep(60)")) as opened:
        write_and_edit(opened)
        opened.wait_for("EDITING")
        opened.press("ctrl+c")
        opened.wait_for("The editor ended with an error")
        opened.press("ctrl+q")
        assert opened.wait_for_end() == 0
    assert start.word() == "typed"


def test_editing_again_and_again_never_blocks(start: Start) -> None:
    with start(environ=editor(start.folder, "")) as opened:
        write_and_edit(opened)
        for times in range(2, 5):
            opened.wait_for("typed" + " and edited[2J" * (times - 1))
            opened.press("ctrl+o")
        opened.wait_for("typed" + " and edited[2J" * 4)
        opened.press("ctrl+q")
        assert opened.wait_for_end() == 0
