"""What the screens do about saving that fails, a second copy, and a terminal without colours."""

import errno
import os
import threading
from pathlib import Path

import pytest

from workbook.answers import open_answers, read_answers
from workbook.book import Book
from workbook.tui.lifetime.key_queue import KeyQueueApp
from workbook.tui.screens.dialogs.elsewhere import ElsewhereDialog

from .program import opened, seen, settled
from .waiting import until

ADDRESS = "ground/one-word"


class Disk:
    """A disk that may be full, so that no save succeeds."""

    is_full = False
    refused = 0
    """How many saves have failed."""


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    """The disk of this machine, with room on it at first."""
    fsync, disk = os.fsync, Disk()

    def refuse(handle: int) -> None:
        if disk.is_full:
            disk.refused += 1
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", refuse)
    return disk


async def test_the_heading_is_a_banner_while_words_are_in_danger_and_one_toast_says_what_to_do(
    allotment: Book, tmp_path: Path, disk: Disk
) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        disk.is_full = True
        for word in ("loam", "sand", "clay"):
            before = disk.refused
            app.answers[ADDRESS] = word
            assert not app.answers.flush()
            assert disk.refused > before
            await until(pilot, lambda: "NOT SAVED: No space left on device" in seen(app))
        assert app.screen.query("Heading.-alarm")
        assert [note.message.partition(":")[0] for note in app._notifications] == [
            "Your last words are not on the disk"
        ]
        disk.is_full = False
        await until(pilot, lambda: "NOT SAVED" not in seen(app))
        assert not app.screen.query("Heading.-alarm")
        assert read_answers(tmp_path, allotment)[ADDRESS] == "clay"


@pytest.mark.parametrize("action", ["app.safe", "screen.kept"])
async def test_the_banner_stands_on_the_pages_over_the_book_too(
    allotment: Book, tmp_path: Path, disk: Disk, action: str
) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        await app.run_action(action)
        await settled(pilot)
        disk.is_full = True
        app.answers[ADDRESS] = "loam"
        await until(pilot, lambda: "NOT SAVED: No space left on device" in seen(app))
        await pilot.press("escape")
        await settled(pilot)
        await app.run_action(action)
        await settled(pilot)
        assert "NOT SAVED: No space left on device" in seen(app)
        disk.is_full = False
        await until(pilot, lambda: "NOT SAVED" not in seen(app))


async def test_to_save_now_nobody_waits_for_a_slow_disk(
    allotment: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program goes on meanwhile; how it went is said in the end."""
    is_ready = threading.Event()
    async with opened(allotment, tmp_path) as (app, pilot):
        monkeypatch.setattr(app.answers, "flush", lambda: is_ready.wait(60))
        await pilot.press("ctrl+s", "n")
        for _ in range(500):
            await pilot.pause(0.02)
            if "The ground · 1 of 3" in seen(app):
                break
        assert "The ground · 1 of 3" in seen(app)
        assert not list(app._notifications)
        is_ready.set()
        await settled(pilot)
        assert len(list(app._notifications)) == 1
        monkeypatch.undo()


async def test_quitting_waits_for_what_is_on_its_way_but_not_for_its_own_key(
    allotment: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait_until_calm = KeyQueueApp.wait_until_calm
    monkeypatch.setattr(KeyQueueApp, "wait_until_calm", lambda app, _=0: wait_until_calm(app, 600))
    async with opened(allotment, tmp_path) as (app, pilot):
        await pilot.press("n", "n", "tab", *"loam", "ctrl+q")
        await until(pilot, lambda: app._exit)
        assert app.answers[ADDRESS] == "loam"


async def test_words_are_saved_elsewhere_and_never_over_something_that_is_there(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        app.answers[ADDRESS] = "loam"
        (tmp_path / "there").write_text("something else")
        await app.run_action("elsewhere")
        await settled(pilot)
        await pilot.press("ctrl+u", *str(tmp_path / "there").replace("/", "/"), "enter")
        await settled(pilot)
        assert "There is something at that place already" in seen(app)
        await pilot.press(*"-2", "enter")
        await settled(pilot)
        assert not isinstance(app.screen, ElsewhereDialog)
    assert (tmp_path / "there").read_text() == "something else"
    assert b"loam" in (tmp_path / "there-2").read_bytes()
    assert (tmp_path / "there-2").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("path", ["", "/no/such/folder/file", "~nobody-of-that-name/file", "/"])
async def test_a_path_that_cannot_be_written_is_said_and_nothing_breaks(
    allotment: Book, tmp_path: Path, path: str
) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        app.answers[ADDRESS] = "loam"
        await app.run_action("elsewhere")
        await settled(pilot)
        await pilot.press("ctrl+u", *path, "enter")
        await settled(pilot)
        assert isinstance(app.screen, ElsewhereDialog)
        assert "othing was written" in seen(app)
        await pilot.press("escape")


async def test_a_second_copy_says_so_changes_nothing_and_takes_over(allotment: Book, tmp_path: Path) -> None:
    first = open_answers(tmp_path, allotment)
    try:
        first[ADDRESS] = "loam"
        assert first.flush()
        async with opened(allotment, tmp_path) as (app, pilot):
            assert "read-only: open in another terminal" in seen(app)
            await pilot.press("n", "n")
            await settled(pilot)
            await pilot.press("tab", *"nonsense")
            await settled(pilot)
            assert dict(app.answers) == {ADDRESS: "loam"}
            assert "One word for your plot" in seen(app)  # the letters were not the keys of the page either
            first[ADDRESS] = "sand"
            assert first.close()
            await until(pilot, lambda: "read-only" not in seen(app))
            await until(pilot, lambda: "sand" in seen(app))
            await pilot.press("end", *"y")
            await settled(pilot)
            assert app.answers[ADDRESS] == "sandy"
    finally:
        first.close()


async def test_who_takes_over_is_told_what_became_of_the_file(allotment: Book, tmp_path: Path) -> None:
    first = open_answers(tmp_path, allotment)
    try:
        for word in ("loam", "sand"):
            first[ADDRESS] = word
            first.flush()
        async with opened(allotment, tmp_path) as (app, pilot):
            (tmp_path / f"{allotment.id}.json").write_bytes(b"{")
            first._lock.release()
            await until(pilot, lambda: "read-only" not in seen(app))
            await settled(pilot)
            assert "It was set aside" in " ".join(seen(app).split())
    finally:
        first.close()


@pytest.mark.parametrize("terminal", ["linux", "xterm", "xterm-16color"])
async def test_a_terminal_of_few_colours_gets_the_theme_that_uses_its_own(
    allotment: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, terminal: str
) -> None:
    monkeypatch.setenv("TERM", terminal)
    monkeypatch.delenv("COLORTERM")
    async with opened(allotment, tmp_path) as (app, _):
        assert app.theme == "plain"


async def test_without_colours_no_theme_that_writes_some_can_be_chosen(
    allotment: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    async with opened(allotment, tmp_path) as (app, pilot):
        for chosen, shown in (("paper", "plain"), ("ansi-light", "ansi-light"), ("nord", "plain")):
            app.theme = chosen
            await settled(pilot)
            assert app.theme == shown
    monkeypatch.delenv("NO_COLOR")
    async with opened(allotment, tmp_path) as (app, _):
        assert app.theme == "lamp"  # what a terminal cannot show is no choice of the reader's
