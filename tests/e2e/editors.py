"""Little editors that do what real ones do, and what is left of them in the data folder."""

import shlex
import sys
from pathlib import Path

from .starting import Start, begin_to_write
from .terminal import Window

_EDITOR = '''\
import os, pathlib, signal, subprocess, sys, time
path = pathlib.Path(sys.argv[-1])
print("EDITING", oct(path.stat().st_mode & 0o777), flush=True)
path.with_name(f".{path.name}.swp").write_text("what an editor keeps beside it")

def save(words):
    path.write_text(words, encoding="utf-8")
    print("HAS SAVED", flush=True)

def by_rename(words):
    beside = path.with_name(path.name + "~new")
    beside.write_text(words, encoding="utf-8")
    beside.replace(path)
    print("HAS SAVED", flush=True)

def later(words, asked="save"):
    beside = path.parent.with_name(asked)
    program = f"""
import pathlib, time
latest = time.monotonic() + 100
while not pathlib.Path({str(beside)!r}).exists() and time.monotonic() < latest:
    time.sleep(0.02)
pathlib.Path({str(path)!r}).write_text({words!r})
"""
    subprocess.Popen([sys.executable, "-c", program], start_new_session=True)

def stay():
    known = path.with_name("pid.new")
    known.write_text(str(os.getpid()))
    known.replace(path.with_name("pid"))
    time.sleep(60)

'''


def editor(start: Start, does: str) -> dict[str, str]:
    """An environment whose editor does `does`, Python that may call `save`, `by_rename`, `later` and `stay`.

    `later` is a window of its own that saves once it is asked to, by `let_save`.
    """
    script = start.folder / "editor.py"
    script.write_text(_EDITOR + does)
    return {"EDITOR": shlex.join([sys.executable, str(script)])}


def let_save(start: Start, asked: str = "save") -> None:
    """Have the window of an editor save what it was opened with."""
    (start.folder / asked).touch()


def left_over(start: Start) -> list[Path]:
    """The files of editors in the data folder."""
    return sorted(path for path in start.data.iterdir() if "editing" in path.name)


def noted(start: Start) -> list[str]:
    """The addresses of the texts that the file of answers says are out in an editor."""
    return [document["address"] for document in start.tables().get("editing", {}).values()]


def write_and_edit(opened: Window) -> None:
    """Type a word, and open it in the editor."""
    begin_to_write(opened)
    opened.press("typed")
    opened.wait_for("typed")
    opened.press("ctrl+o")


def wait_for_return(opened: Window) -> None:
    """Wait until the editor has ended and the page is painted again."""
    opened.wait_until(lambda: b"EDITING" in opened.raw, "the editor")  # its screen is soon ours again
    opened.wait_until(lambda: "EDITING" not in opened.text, "the page")
    opened.wait_for("Esc to the page")


def quit_workbook(opened: Window) -> None:
    """Leave as a reader does."""
    opened.press("ctrl+q")
    assert opened.wait_for_end() == 0


def show_kept_aside(opened: Window) -> None:
    """Open *Words kept aside* by the palette."""
    opened.press("\x10")
    opened.wait_for("Next page")
    opened.press("kept aside")
    opened.wait_for("other versions of answers")
    opened.press("enter")
    opened.wait_for("Esc back")
