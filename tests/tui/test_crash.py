"""A fault ends the program with every word kept and none of them quoted."""

import logging
import sys
import threading
from asyncio import Event
from pathlib import Path

import pytest
from textual.worker import WorkerFailed

from workbook.answers import open_answers, read_answers
from workbook.book import Book
from workbook.tui.app import WorkbookApp
from workbook.tui.lifetime.leaving import run_until_left

from .program import opened, settled
from .waiting import until

SECRET = "a secret that a message would quote"


@pytest.fixture(autouse=True)
def _hooks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give back what the program takes for good, as if its process had ended."""
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(logging.root.manager, "disable", logging.NOTSET)


def failing(_: object) -> None:
    """Fail as a handler may."""
    int(SECRET)


@pytest.mark.parametrize("where", ["action", "worker", "timer", "callback"])
async def test_every_word_is_on_the_disk_before_it_ends(
    allotment: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    async def work() -> None:
        failing(None)

    async def fail() -> None:
        async with opened(allotment, tmp_path) as (app, pilot):
            app.answers["ground/one-word"] = "loam"
            monkeypatch.setattr(WorkbookApp, "action_help", failing)
            if where == "action":
                await pilot.press("f1")
            elif where == "worker":
                app.run_worker(work())
            elif where == "timer":
                app.set_timer(0.01, lambda: failing(None))
            else:
                app.call_later(failing, None)
            for _ in range(250):
                if app.fault:
                    break
                await pilot.pause(0.02)
            seen.append((app.fault, read_answers(tmp_path, allotment).get("ground/one-word")))

    seen: list[tuple[object, object]] = []
    with pytest.raises((ValueError, WorkerFailed)):
        await fail()
    [(fault, word)] = seen
    assert isinstance(fault, ValueError)
    assert word == "loam"


async def test_a_place_that_cannot_be_kept_costs_no_word(
    allotment: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("QUIET", "LONGEST"):
        monkeypatch.setattr(f"workbook.answers.saving.pace.{name}", 3600.0)  # nothing is saved by itself

    async def fail() -> None:
        async with opened(allotment, tmp_path) as (app, pilot):
            app.answers["ground/one-word"] = "loam"
            monkeypatch.setattr(WorkbookApp, "keep_place", failing)
            app.call_later(failing, None)
            await until(pilot, lambda: app.fault is not None)
            words.append(read_answers(tmp_path, allotment).get("ground/one-word"))

    words: list[object] = []
    with pytest.raises(ValueError, match="int"):
        await fail()
    assert words == ["loam"]


async def test_what_a_worker_misses_of_a_page_that_was_closed_is_no_fault(
    allotment: Book, tmp_path: Path
) -> None:
    async def work() -> None:
        try:
            await Event().wait()
        finally:
            ended.append(True)
            failing(None)

    ended: list[bool] = []
    async with opened(allotment, tmp_path) as (app, pilot):
        await pilot.press("f1")
        await settled(pilot)
        app.screen.run_worker(work())
        await pilot.pause()
        await pilot.press("escape")
        await until(pilot, lambda: bool(ended))
        await settled(pilot)
        assert app.fault is None
        assert app.is_running


async def test_nothing_is_left_for_textual_to_print(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path) as (app, _):
        app.panic(SECRET)
        assert app.return_code == 1
        assert app.fault is not None
        assert SECRET not in str(app.fault)
        assert app._exit_renderables == []


def test_while_it_runs_no_record_is_logged_and_no_thread_speaks(
    allotment: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def run(_: WorkbookApp, **_options: object) -> None:
        logging.getLogger("asyncio").critical(SECRET)
        thread = threading.Thread(target=failing, args=(None,))
        thread.start()
        thread.join()

    monkeypatch.setattr(WorkbookApp, "run", run)
    monkeypatch.setattr(logging.root, "handlers", [logging.StreamHandler(sys.stderr)])
    answers = open_answers(tmp_path, allotment)
    assert run_until_left(WorkbookApp(allotment, answers)) == 1
    said = "".join(capfd.readouterr())
    assert "The workbook stopped because of a fault in it. Every word is saved." in said
    assert SECRET not in said


class Forgotten:
    """What fails where nobody can catch it: as it is thrown away."""

    def __del__(self) -> None:
        failing(None)


def test_what_fails_as_it_is_thrown_away_is_not_quoted(
    allotment: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def run(_: WorkbookApp, **_options: object) -> None:
        Forgotten()

    monkeypatch.setattr(WorkbookApp, "run", run)
    monkeypatch.setattr(sys, "unraisablehook", sys.__unraisablehook__)
    answers = open_answers(tmp_path, allotment)
    assert run_until_left(WorkbookApp(allotment, answers)) == 0
    assert SECRET not in "".join(capfd.readouterr())


@pytest.mark.parametrize("ending", [ValueError(SECRET), SystemExit(7)], ids=["error", "exit"])
def test_what_escapes_the_app_itself_is_told_the_same_way(
    allotment: Book,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    ending: BaseException,
) -> None:
    def run(self: WorkbookApp, **_options: object) -> None:
        self.answers["ground/one-word"] = "loam"
        raise ending

    monkeypatch.setattr(WorkbookApp, "run", run)
    answers = open_answers(tmp_path, allotment)
    if isinstance(ending, SystemExit):
        with pytest.raises(SystemExit):
            run_until_left(WorkbookApp(allotment, answers))
    else:
        assert run_until_left(WorkbookApp(allotment, answers)) == 1
    assert read_answers(tmp_path, allotment)["ground/one-word"] == "loam"
    assert SECRET not in "".join(capfd.readouterr())
