"""No sequence or control in any text reaches the terminal, and the text stays readable."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from workbook.text import clean

from .hostile import CHOSEN, kinds, payloads, write_answers, write_book
from .terminal import Window, window

NAME = "h\x1b]0;f\x07\x9b2J\u202ename"
COMMANDS = (
    ["export"],
    ["export", "--share", "--latest"],
    ["export", "--blank"],
    ["export", "no\x1b[2Jchapter"],
    ["export", "-o", "/no\x1b[2J/folder/x"],
    ["progress"],
    ["progress", "--json"],
    ["check"],
    ["check", "no\x1b[2Jfolder"],
    ["where"],
    ["restore", "no\x1b[2Jfile"],
    ["no\x1b[2Jcommand"],
)


class Shelf:
    """A book and answers full of `texts`, in folders with names no better."""

    def __init__(self, folder: Path, texts: Sequence[str]) -> None:
        self.texts = texts
        self.data, self.book = folder / f"data {NAME}", folder / f"book {NAME}"
        write_book(self.book, texts, NAME)
        write_answers(self.data, texts)

    def argv(self, *arguments: str) -> list[str]:
        """The command over both."""
        places = ["--data", str(self.data), "--book", str(self.book)]
        return [sys.executable, "-m", "workbook", *arguments, *places]


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """Every payload in the book and in the answers."""
    monkeypatch.setenv("HOME", str(tmp_path))
    return Shelf(tmp_path, payloads())


USUAL = {"<||u||||", ">||u||||", "?|$|p||||", "?||h||||", "?||l||||", "||H||||", "||m||||", "|||22|||"}
"""What Textual writes: keyboard protocol, a query, modes, cursor, colours, the pointer's shape."""
LEAVING = {"||K||||", "||||\\||"}
"""What empties every row before the terminal is given back, and ends a sequence that was cut short."""
LINE_ENDS = {"|||||\r|", "|||||\n|"}


def tour(opened: Window, pages: int) -> str:
    """Go to every page and every screen; returns all that was to be read on the way."""
    seen: list[str] = []

    def look(*keys: str) -> None:
        opened.press(*keys)
        opened.rest()
        seen.append(opened.text)

    opened.wait_for("Enter opens")
    look()
    for keys in (("f5",), ("esc", "f1"), ("esc", "f2"), ("esc", "f8"), ("x", "ctrl+p")):
        look(*keys)
    for wanted in ("Link", "k00", "On words", "Words kept", "Save elsewhere", "Curtain by"):
        look(wanted)
        look("enter")
        look("esc", "esc", "ctrl+p")
    look("esc", "/", "k0")
    look("down", "down")
    look("esc", "ctrl+e")
    look("tab", "tab", "down", "space")
    look("esc", "esc", "home")
    for _ in range(pages):
        look("n")
        look("end")
    look("tab")
    look("ctrl+s")
    opened.press("ctrl+q")
    assert opened.wait_for_end() == 0
    return "\n".join(seen)


def test_no_sequence_reaches_the_terminal_from_any_screen_and_every_text_is_readable(hostile: Shelf) -> None:
    with window(hostile.argv(), size=(100, 60)) as opened:
        read = tour(opened, pages=13)
        assert kinds(opened.raw) <= USUAL | LEAVING | LINE_ENDS
    for text in hostile.texts:
        assert text[:4] in read, f"{text!r} is nowhere to be read"
    for text in hostile.texts[: len(CHOSEN)]:
        shown = [line for line in clean(text).split("\n") if line.isascii()]
        assert all(line.rstrip() in read for line in shown), f"{text!r} is not shown whole"


@pytest.mark.parametrize("arguments", COMMANDS, ids=range(len(COMMANDS)))
def test_no_command_prints_a_control_character_on_a_terminal(hostile: Shelf, arguments: list[str]) -> None:
    with window(hostile.argv(*arguments), size=(120, 40)) as opened:
        assert opened.wait_for_end() in (0, 1, 2, 3)
        assert kinds(opened.raw) <= LINE_ENDS | {"|||||\t|"}
        assert b"Traceback" not in opened.raw
        assert b"\x1b" not in opened.raw
