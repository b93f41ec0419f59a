"""The saver thread: how often it writes, what it says, and that nobody waits for it."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.answers.conftest import TEXTS, Open, until
from workbook.answers import Answers, Saving
from workbook.answers.file.storage import read_state

OFTEN = "signs/often"


@pytest.fixture
def renames(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names that files were given, in order."""
    found: list[str] = []
    replace = os.replace

    def counted(source: Path, target: Path) -> None:
        found.append(Path(target).name)
        replace(source, target)

    monkeypatch.setattr(os, "replace", counted)
    return found


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """A disk that confirms nothing to the saver thread until this is set."""
    opened = threading.Event()
    fsync = os.fsync

    def slow(handle: int) -> None:
        if threading.current_thread().name == "saver":
            opened.wait(30)
        fsync(handle)

    monkeypatch.setattr(os, "fsync", slow)
    return opened


@pytest.mark.usefixtures("patient")
def test_a_new_answer_is_one_write_and_a_changed_one_too(answers: Answers, renames: list[str]) -> None:
    answers[OFTEN] = "new"
    answers.flush()
    assert renames.count("small.json") == 1
    answers[OFTEN] = "changed"
    answers.flush()
    assert renames.count("small.json") == 2


@pytest.mark.usefixtures("patient")
def test_a_hundred_keys_are_one_write(answers: Answers, renames: list[str]) -> None:
    for number in range(100):
        answers[OFTEN] = "x" * number
    answers.flush()
    assert renames.count("small.json") == 1
    assert json.loads(answers.path.read_bytes())["answers"][OFTEN]["rev"] == 1


@pytest.mark.usefixtures("patient")
def test_no_change_is_no_write(answers: Answers, renames: list[str], folder: Path) -> None:
    assert answers.flush()
    assert not (folder / "small.json").exists()
    answers[OFTEN] = "word"
    answers.keep_place({"page": "signs"})
    answers.keep_setting("theme", "dark")
    answers.flush()
    before = list(renames)
    answers[OFTEN] = "word  \n"
    answers[OFTEN] = "another word"
    answers[OFTEN] = "word"
    answers["signs/when"] = ""
    answers.keep_place({"page": "signs"})
    answers.keep_setting("theme", "dark")
    assert answers.flush()
    assert answers.close()
    assert renames == before


@pytest.mark.usefixtures("patient")
def test_opening_and_closing_writes_nothing(opened: Open, renames: list[str]) -> None:
    answers = opened()
    answers[OFTEN] = "word"
    answers.close()
    before = list(renames)
    opened().close()
    assert renames == before


def test_a_change_is_saved_by_itself(answers: Answers, folder: Path, gate: threading.Event) -> None:
    heard: list[Saving] = []
    answers.listen(heard.append)
    answers[OFTEN] = "word"
    assert answers.saving == Saving("saving")
    gate.set()
    until(lambda: len(heard) == 2)
    assert heard == [Saving("saving"), Saving("saved")]
    assert answers.saving == Saving()
    state = read_state(folder / "small.json")
    assert state is not None
    assert state["answers"][OFTEN]["value"] == "word"


@pytest.mark.usefixtures("patient")
def test_a_flush_does_not_wait_for_a_quiet_moment(answers: Answers) -> None:
    heard: list[Saving] = []
    answers.listen(heard.append)
    answers[OFTEN] = "word"
    answers.flush(0)
    until(lambda: Saving() in heard)


@pytest.mark.usefixtures("patient")
def test_nobody_waits_for_a_slow_disk_and_nobody_is_told_that_it_is_done(
    answers: Answers, gate: threading.Event
) -> None:
    answers[OFTEN] = "one"
    answers.flush(0)
    for number in range(1000):
        answers[OFTEN] = f"word {number}"
    assert answers[OFTEN] == "word 999"
    assert answers.saving == Saving("saving")
    assert not answers.flush(0.05)
    gate.set()
    assert answers.flush()
    assert answers.saving == Saving()


def test_closing_waits_for_a_hanging_disk_only_so_long_and_says_so(
    answers: Answers, opened: Open, gate: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbook.answers.answers.PATIENCE", 0.1)
    answers[OFTEN] = "word"
    assert not answers.close()
    assert opened().read_only, "the lock is held until the hanging save is over"
    gate.set()


@pytest.mark.skipif(not hasattr(signal, "SIGUSR1"), reason="needs signals")
@pytest.mark.usefixtures("patient")
def test_a_signal_handler_may_flush(answers: Answers, folder: Path) -> None:
    done: list[bool] = []
    before = signal.signal(signal.SIGUSR1, lambda *_: done.append(answers.flush()))
    try:
        for number in range(50):
            answers[OFTEN] = f"word {number}"
            signal.raise_signal(signal.SIGUSR1)
            state = read_state(folder / "small.json")
            assert state is not None
            assert state["answers"][OFTEN]["value"] == f"word {number}"
    finally:
        signal.signal(signal.SIGUSR1, before)
    assert done == [True] * 50


@pytest.mark.usefixtures("patient")
def test_a_signal_may_come_at_any_instant_of_a_change(answers: Answers) -> None:
    """The handler runs between any two lines, as Python runs handlers; it never waits for what it stopped."""
    flushed: list[bool] = []

    def trace(_frame: object, event: str, _argument: object) -> Callable[..., Any]:
        if event == "line" and len(flushed) < 200:
            sys.settrace(None)
            flushed.append(answers.flush(10))
            sys.settrace(trace)
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        answers[OFTEN] = "word"
        answers[OFTEN] = "another"
    finally:
        sys.settrace(before)  # a debugger's, or that of whoever measures what the tests reach
    assert len(flushed) > 20
    assert answers.flush()


@pytest.mark.usefixtures("patient")
def test_whoever_waits_for_the_disk_finds_that_every_listener_has_been_told(answers: Answers) -> None:
    def told(saving: Saving) -> None:
        time.sleep(0.05)  # another thread has the processor meanwhile
        heard.append(saving)

    heard: list[Saving] = []
    answers.listen(told)
    answers[OFTEN] = "word"
    assert answers.flush()
    assert heard == [Saving("saving"), Saving("saved")]


def test_a_listener_that_fails_does_not_end_the_saving(answers: Answers) -> None:
    def broken(_saving: Saving) -> None:
        raise RuntimeError("the screen is gone")

    heard: list[Saving] = []
    answers.listen(broken)
    answers.listen(heard.append)
    answers[OFTEN] = "word"
    assert answers.flush()
    until(lambda: Saving() in heard)


def test_a_program_that_just_ends_has_saved_everything(tmp_path: Path, folder: Path) -> None:
    program = f"""
from pathlib import Path
from tests.books import book_of
from workbook.answers import open_answers
answers = open_answers(Path({str(folder)!r}), book_of(Path({str(tmp_path / "book")!r}), signs={TEXTS!r}))
answers[{OFTEN!r}] = "the last word"
raise RuntimeError
"""
    ended = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, timeout=60)
    assert ended.returncode == 1
    state = read_state(folder / "small.json")
    assert state is not None
    assert state["answers"][OFTEN]["value"] == "the last word"
