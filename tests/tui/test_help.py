"""Help, pages beside the chapters, and links that lead out of the book."""

import webbrowser
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.books import book_of
from tests.tui.program import below_heading, opened, seen, settled
from workbook.book import Book, read_book
from workbook.tui.commands import EVERYWHERE, READING
from workbook.tui.screens import ReadingScreen
from workbook.tui.screens.dialogs.help import HelpDialog
from workbook.tui.screens.dialogs.link import LinkDialog
from workbook.tui.screens.overlays.leaflet import LeafletScreen
from workbook.tui.widgets import PageView

SIZES = [(60, 20), (80, 24), (120, 36), (200, 60)]


async def read_through(pilot: Pilot[None]) -> str:
    """Everything on the screen that is open, read from its top to its end."""
    view = pilot.app.screen.query_one(PageView)
    screens = [seen(pilot.app)]
    while view.scroll_y < view.max_scroll_y:
        await pilot.press("pagedown")
        await settled(pilot)
        screens.append(seen(pilot.app))
    return "\n".join(screens)


async def follow(pilot: Pilot[None], href: str) -> None:
    """Follow a link of the page."""
    assert isinstance(pilot.app.screen, ReadingScreen | LeafletScreen)
    pilot.app.screen.action_follow(href)
    await settled(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_help_shows_every_key_at_every_size(
    allotment: Book, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(allotment, tmp_path / "data", size=size) as (_, pilot):
        await pilot.press("f1")
        await settled(pilot)
        text = await read_through(pilot)
    for command in (*READING, *EVERYWHERE):
        assert command.shown in text
    assert "are in the clipboard" in text


@pytest.mark.parametrize("key", ["escape", "f1", "question_mark"])
async def test_help_closes_and_the_page_is_as_it_was(allotment: Book, tmp_path: Path, key: str) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        before = below_heading(app)
        await pilot.press("question_mark")
        await settled(pilot)
        assert isinstance(app.screen, HelpDialog)
        await pilot.press(key)
        await settled(pilot)
        assert below_heading(app) == before


async def test_help_in_a_book_without_such_a_page_does_not_speak_of_staying_safe(tmp_path: Path) -> None:
    book = book_of(tmp_path / "book", oats="# Oats\n")
    async with opened(book, tmp_path / "data") as (_, pilot):
        await pilot.press("f1")
        await settled(pilot)
        assert "F5" not in await read_through(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_staying_safe_can_be_read_to_its_end_at_every_size(
    allotment: Book, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(allotment, tmp_path / "data", size=size) as (app, pilot):
        await pilot.press("f5")
        await settled(pilot)
        assert isinstance(app.screen, LeafletScreen)
        text = await read_through(pilot)
        assert "Wear gloves." in text
        assert "Then a plaster." in text
        await pilot.press("f5")
        await settled(pilot)
        assert isinstance(app.screen, ReadingScreen)


@pytest.mark.parametrize("key", ["f1", "slash", "ctrl+p", "ctrl+e"])
async def test_staying_safe_is_one_key_away_from_every_dialog(
    allotment: Book, tmp_path: Path, key: str
) -> None:
    """What was open is still there afterwards, with what was typed into it."""
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await pilot.press(key)
        await settled(pilot)
        await pilot.press("down")
        await settled(pilot)
        before = below_heading(app)
        await pilot.press("f5")
        await settled(pilot)
        assert isinstance(app.screen, LeafletScreen)
        await pilot.press("escape")
        await settled(pilot)
        assert below_heading(app) == before


async def test_from_help_over_staying_safe_its_key_leads_back_to_it(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        for key in ("f5", "f1", "f5"):
            await pilot.press(key)
            await settled(pilot)
        assert isinstance(app.screen, LeafletScreen)
        await pilot.press("f5")
        await settled(pilot)
        assert isinstance(app.screen, ReadingScreen)


async def test_pages_beside_the_chapters_lead_to_one_another_whatever_their_files_are_called(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "book"
    book_of(folder, oats="# Oats\n")
    for name, title, href in (("staying-safe", "Safe", "b.md"), ("other", "Other", "a.md")):
        file = folder / ("a.md" if name == "staying-safe" else "b.md")
        file.write_text(f"---\nid: {name}\ntitle: {title}\n---\n\n[onwards]({href})\n", "utf-8")
    async with opened(read_book(folder), tmp_path / "data", size=(80, 40)) as (app, pilot):
        assert isinstance(app.screen, ReadingScreen)
        for href, title in (("a.md", "Safe"), ("b.md", "Other"), ("a.md", "Safe")):
            await follow(pilot, href)
            assert seen(app).startswith(f" {title}")


async def test_from_staying_safe_over_a_dialog_a_link_leads_back_into_the_book(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await pilot.press("f1")
        await settled(pilot)
        await pilot.press("f5")
        await settled(pilot)
        await follow(pilot, "02-year.md#the-week")
        await settled(pilot)
        assert isinstance(app.screen, ReadingScreen)
        assert app.screen.journey.position == "The year · 5 of 7"


async def test_staying_safe_leaves_no_trace_in_place_or_history(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await pilot.press("n")
        await settled(pilot)
        before = (dict(app.answers.place), dict(app.answers.settings))
        await pilot.press("f5")
        await settled(pilot)
        await pilot.press("escape", "backspace")
        await settled(pilot)
        assert isinstance(app.screen, ReadingScreen)
        assert app.screen.journey.position == "A year on the allotment"
        assert before[1] == dict(app.answers.settings)
    written = b"".join(path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file())
    assert b"staying-safe" not in written
    assert b"Staying" not in written


async def test_a_link_out_of_the_book_is_shown_whole_and_opened_only_on_a_yes(
    allotment: Book, tmp_path: Path, went: list[str]
) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await follow(pilot, "https://example.org/[/oops]")
        assert isinstance(app.screen, LinkDialog)
        assert "https://example.org/[/oops]" in seen(app)
        await pilot.press("down", "enter")
        await settled(pilot)
        assert not went
        await follow(pilot, "https://example.org/[/oops]")
        await pilot.press("enter")
        await settled(pilot)
        assert went == ["https://example.org/[/oops]"]
        assert isinstance(app.screen, ReadingScreen)


@pytest.mark.parametrize("href", ["javascript:alert(1)", "nowhere.md", "file:///etc/passwd", "ftp://x.org"])
async def test_a_link_to_nowhere_says_so_and_cannot_be_opened(
    allotment: Book, tmp_path: Path, went: list[str], href: str
) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await follow(pilot, href)
        assert "This leads nowhere in this book:" in seen(app)
        assert "Open it" not in seen(app)
        await pilot.press("enter")
        await settled(pilot)
        assert not went
        assert isinstance(app.screen, ReadingScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_a_long_address_leaves_room_for_the_answer(
    allotment: Book, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(allotment, tmp_path / "data", size=size) as (app, pilot):
        await follow(pilot, "https://example.org/" + "a-long-path/" * 60)
        assert app.focused
        assert app.screen.can_view_entire(app.focused)


@pytest.mark.parametrize("path", ["", "/nowhere"])
async def test_where_no_browser_opens_the_address_stays_to_be_copied(
    allotment: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    """There is none at all, or one that fails."""
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setattr(webbrowser, "get", lambda: _browser(path))
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await follow(pilot, "https://example.org/")
        await pilot.press("enter")
        await settled(pilot)
        assert "No browser could be opened here." in seen(app)
        assert "https://example.org/" in seen(app)


def _browser(path: str) -> webbrowser.BaseBrowser:
    if not path:
        raise webbrowser.Error("could not locate runnable browser")
    return webbrowser.BackgroundBrowser(f"{path}/browser")


async def test_a_browser_without_a_window_gets_the_terminal_until_it_ends(
    allotment: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[Sequence[str]] = []

    def run_outside(command: Sequence[str]) -> int:
        commands.append(command)
        return 0

    monkeypatch.setattr(
        webbrowser, "get", lambda: webbrowser.GenericBrowser(["w3m", "-T", "text/html", "%s"])
    )
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        monkeypatch.setattr(app, "run_outside", run_outside)
        await follow(pilot, "https://example.org/")
        await pilot.press("enter")
        await settled(pilot)
        assert commands == [["w3m", "-T", "text/html", "https://example.org/"]]
        assert isinstance(app.screen, ReadingScreen)


async def test_from_staying_safe_a_link_leads_back_into_the_book(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await pilot.press("f5")
        await settled(pilot)
        await follow(pilot, "02-year.md#the-week")
        await settled(pilot)
        assert isinstance(app.screen, ReadingScreen)
        assert app.screen.journey.position == "The year · 5 of 7"


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("n",), ("Space", "On.")),
        (("n", "tab"), ("Space", "Tick.")),
        (("c",), ("1–9", "Chapter.")),
        (("slash",), ("Enter", "Open what the sign stands at.")),
        (("ctrl+p",), ("Enter", "Open what the sign stands at.")),
        (("ctrl+e",), ("← →", "In a line of options: choose.")),
        (("f6",), ("Ctrl+E", "Print.")),
        (("f5",), ("Esc", "Back.")),
    ],
)
async def test_help_begins_with_the_keys_of_the_very_place(
    allotment: Book, tmp_path: Path, keys: tuple[str, ...], said: tuple[str, str]
) -> None:
    """Esc leads back there."""
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        before = type(app.screen)
        await pilot.press("f1")
        await settled(pilot)
        here = seen(app).partition("Here")[2].partition("Reading")[0]
        assert any(said[0] in line and said[1] in line for line in here.splitlines()), seen(app)
        await pilot.press("escape")
        await settled(pilot)
        assert type(app.screen) is before
