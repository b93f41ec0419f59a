"""A copy from somebody else is hostile until it is read: what it does to a terminal, and what it leaves."""

import os
import shlex
import signal
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from workbook.answers import open_answers
from workbook.book import read_book
from workbook.export.sharing import offered

from .hostile import CHOSEN, kinds
from .real_terminals import RealTerminal, until
from .starting import Start
from .terminal import window
from .test_hostile_terminal import LEAVING, LINE_ENDS, USUAL

HEAD = '<!-- @share book="small" format=1 -->\n\n## 1. On words\n\n<!-- @shared at="words/first" -->\n\n'
ASKED = "**What comes to mind?**\n\n"
MINE, THEIRS = "mine is a quince", "theirs is a medlar"
LARGE: dict[str, str] = {
    "one long answer": HEAD + ASKED + "> " + "ten little words that go on and on and on " * 1_100 + "\n",
    "wide letters": HEAD + ASKED + ("> " + "漢" * 15_000 + "\n") * 10,
    "one letter with marks": HEAD + ASKED + "> a" + "\u0301" * 45_000 + "\n",
    "as many lines as may be": HEAD + ASKED + "> a\n" * 19_000,
    "as many questions as may be": HEAD + ASKED + '> a\n<!-- @shared at="gone/{}" -->\n' * 9_000,
}


def write(start: Start, text: str) -> Path:
    """The reader's own word, ticked to share; the other one's copy."""
    book = read_book(start.book)
    answers = open_answers(start.data, book)
    answers["words/first"] = MINE
    (one,) = offered(book, answers, date.today())
    answers.tick_to_share(one.written.at, one.versions)
    assert answers.close()
    path = start.folder / "from-bo.md"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("name", LARGE)
def test_however_much_is_in_it_the_way_out_is_heard_and_nothing_is_left(start: Start, name: str) -> None:
    path = write(start, LARGE[name])
    with window(start.argv(arguments=["beside", str(path)])) as opened:
        opened.wait_for("Side by side · 1 of 1")
        opened.press("space")
        opened.wait_for("Theirs")
        opened.press("pagedown", "space", "space", "f9")
        assert opened.wait_for_end() == 0
        assert not opened.text.strip()


def test_no_sequence_in_it_reaches_the_terminal_and_no_address_is_opened(start: Start) -> None:
    browser = start.folder / "browser"
    browser.write_text(f"#!/bin/sh\ntouch {start.folder}/opened\n", "utf-8")
    browser.chmod(0o700)
    texts = "\n\n".join(f"> k{number}{text}z" for number, text in enumerate(CHOSEN))
    path = write(start, f"{HEAD}**What {CHOSEN[8]} comes?**\n\n{texts}\n\n## {CHOSEN[10]}\n\n{texts}\n")
    environ = {"BROWSER": str(browser)}
    with window(start.argv(arguments=["beside", str(path)]), size=(100, 60), environ=environ) as opened:
        opened.wait_for("Side by side · 1 of 1")
        opened.press("space")
        opened.wait_for("Theirs")
        seen = opened.text
        for _ in range(12):
            opened.press("space")
            opened.rest()
            seen += opened.text
        opened.press("tab", "enter", "ctrl+q")
        assert opened.wait_for_end() == 0
    assert all(f"k{number}" in seen for number in range(len(CHOSEN)))
    assert kinds(opened.raw) - USUAL - LEAVING - LINE_ENDS == set()
    assert not (start.folder / "opened").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("> words\n", "is no copy to share; 'workbook share' makes one"),
        (HEAD.replace("small", "bread\x1b[2J"), "is a copy of words in another book, 'bread[2J'"),
        (HEAD + "\n" * 1_000_000, "is too long to be a copy to share"),
    ],
    ids=["none", "another book", "a million lines"],
)
def test_a_wrong_file_is_one_clear_line_and_writes_nothing(start: Start, text: str, said: str) -> None:
    path = start.folder / "given.md"
    path.write_text(text, "utf-8")
    with window(start.argv(arguments=["beside", str(path)]), size=(200, 24)) as opened:
        assert opened.wait_for_end() == 2
        assert opened.text.strip() == f"workbook: {path} {said}"
    assert not start.data.exists()


def test_no_word_of_theirs_can_be_read_after_any_way_out(terminal: RealTerminal, start: Start) -> None:
    path = write(start, f"{HEAD}{ASKED}> {THEIRS}\n")
    endings: dict[str, str | signal.Signals] = {"quit": "ctrl+q", "now": "f9", "term": signal.SIGTERM}
    for name in endings:
        argv = start.argv(data=start.data, arguments=["beside", str(path)])
        numbered = f"sh -c 'echo $$ >{start.folder / name}.pid; exec {shlex.join(argv)}'"
        terminal.open(name, numbered, {"HOME": str(start.folder)})
    for name, ending in endings.items():
        terminal.wait_for(name, "What do you think they wrote?")
        terminal.press(name, " ")
        terminal.wait_for(name, THEIRS)
        if isinstance(ending, signal.Signals):
            os.kill(int((start.folder / f"{name}.pid").read_text("utf-8")), ending)
        else:
            terminal.press(name, ending)
        until(partial(terminal.has_ended, name), f"the end of {name}")
    left = {name: terminal.read(name) for name in endings}
    assert not any(words in text for text in left.values() for words in (MINE, THEIRS, "comes to mind"))
