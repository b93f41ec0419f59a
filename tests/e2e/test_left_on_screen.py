"""However it ends, no word of the page can be read in the terminal, on the screen or by scrolling back."""

import os
import shlex
import signal
import subprocess
from contextlib import suppress

from .real_terminals import RealTerminal, until
from .starting import Start

SECRET = "zebras"
WORDS = ("comes to mind", "On words", SECRET, "Ctrl+P")
"""Of the page, of the reader, and of what stands around both."""
OUTSIDE = "an editor is here"
ENDINGS: dict[str, str | signal.Signals] = {
    "quit": "ctrl+q",
    "made-lower": "ctrl+q",
    "leave-now": "f9",
    "leave-by-letter": "ctrl+t",
    "crash": "f1",
    "editor": "ctrl+o",
    "terminated": signal.SIGTERM,
    "hung-up": signal.SIGHUP,
    "stopped": signal.SIGTSTP,
}
"""Each way out, by the name of the window that it is tried in."""


def begin(terminal: RealTerminal, start: Start, name: str) -> None:
    """Open a window in which the program will end as `name` says."""
    faults = ["handler"] if name == "crash" else []
    command = shlex.join(start.argv(*faults, data=start.folder / name))
    numbered = f"sh -c 'echo $$ >{start.folder / name}.pid; exec {command}'"
    editor = start.folder / "an-editor"
    editor.write_text(f"#!/bin/sh\necho {OUTSIDE}\nexec sleep 600\n", encoding="utf-8")
    editor.chmod(0o700)
    terminal.open(name, numbered, {"EDITOR": str(editor), "HOME": str(start.folder)})


def write(terminal: RealTerminal, name: str) -> None:
    """Write a word into the first text."""
    terminal.wait_for(name, "Enter opens")
    terminal.press(name, "enter")
    terminal.wait_for(name, "comes to mind")
    terminal.press(name, "tab")
    terminal.wait_for(name, "Esc to the page")
    terminal.press(name, SECRET)
    if name == "made-lower":  # the row of the cursor stays in the window, and those above it are pushed out
        terminal.press(name, *["enter"] * 12)
    terminal.wait_for(name, SECRET)


def end(terminal: RealTerminal, start: Start, name: str) -> None:
    """End it, or have it give the terminal away, and wait until it has."""
    ending = ENDINGS[name]
    number = int((start.folder / f"{name}.pid").read_text(encoding="utf-8"))
    if name == "made-lower":
        terminal.make_lower(name)
    if isinstance(ending, signal.Signals):
        os.kill(number, ending)
    else:
        terminal.press(name, ending)
    if name == "editor":
        terminal.wait_for(name, OUTSIDE)
    elif name == "stopped":
        until(lambda: _state(number) == "T", "the stop")
    else:
        until(lambda: terminal.has_ended(name), f"the end of {name}")


def found(text: str) -> tuple[str, ...]:
    """Which of the words can be read in `text`."""
    return tuple(word for word in WORDS if word in text)


def _state(number: int) -> str:
    said = subprocess.run(["ps", "-o", "state=", "-p", str(number)], capture_output=True, text=True)
    return said.stdout.strip()[:1]


def test_no_word_can_be_read_after_any_way_out(terminal: RealTerminal, start: Start) -> None:
    for name in ENDINGS:
        begin(terminal, start, name)
    try:
        for name in ENDINGS:
            write(terminal, name)
        assert {name: found(terminal.words(name)) for name in ENDINGS} == dict.fromkeys(ENDINGS, WORDS)
        for name in ENDINGS:
            end(terminal, start, name)
        left = {name: found(terminal.read(name)) for name in ENDINGS}
        assert left == dict.fromkeys(ENDINGS, ())
    finally:
        with suppress(OSError):
            os.kill(int((start.folder / "stopped.pid").read_text(encoding="utf-8")), signal.SIGKILL)
