"""A reader gives commands other keys in a file of their own."""

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.program import below_heading, opened, seen, settled
from workbook.book import Book
from workbook.tui.app import WorkbookApp
from workbook.tui.commands import COMMANDS
from workbook.tui.own_keys import shown_of
from workbook.tui.screens import CurtainScreen
from workbook.tui.screens.dialogs.find import FindDialog
from workbook.tui.screens.dialogs.help import HelpDialog
from workbook.tui.screens.printing.print_dialog import PrintDialog
from workbook.tui.screens.sharing.share import ShareScreen

DOCS = Path(__file__).parent.parent.parent / "docs" / "keys.md"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder of the answers."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


def write(data: Path, *lines: str) -> None:
    """What a reader writes in an editor."""
    data.joinpath("keys.toml").write_text("\n".join(["[keys]", *lines, ""]), "utf-8")


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def told(app: WorkbookApp) -> str:
    """All that stands on the screen, the sides of boxes and ends of lines left out."""
    return " ".join(re.sub(r"[│┃▎▌]", " ", seen(app)).split())


async def test_the_new_key_acts_and_the_old_ones_do_nothing(allotment: Book, data: Path) -> None:
    write(data, 'find = "ctrl+f"')
    async with opened(allotment, data) as (app, pilot):
        await press(pilot, "n", "slash", "ctrl+g")
        assert not isinstance(app.screen, FindDialog)
        await press(pilot, "ctrl+f")
        assert isinstance(app.screen, FindDialog)


async def test_a_letter_acts_small_or_large_on_the_page_and_is_text_in_a_text(
    allotment: Book, data: Path
) -> None:
    write(data, 'share = "s, alt+s"')
    for key in ("s", "S", "alt+s"):
        async with opened(allotment, data) as (app, pilot):
            await press(pilot, "n", key)
            assert isinstance(app.screen, ShareScreen)
    async with opened(allotment, data) as (app, pilot):
        await press(pilot, "slash", "s")
        assert isinstance(app.screen, FindDialog)
        assert "s" in told(app)


async def test_two_commands_can_change_places(allotment: Book, data: Path) -> None:
    write(data, 'next_page = "p, f3"', 'previous_page = "n, f4"')
    async with opened(allotment, data) as (app, pilot):
        first = below_heading(app)
        await press(pilot, "p")
        assert below_heading(app) != first
        second = below_heading(app)
        await press(pilot, "f3")
        assert below_heading(app) != second
        await press(pilot, "n")
        assert below_heading(app) == second
        assert "To know" not in told(app)


async def test_the_key_line_help_and_the_palette_say_the_new_keys(allotment: Book, data: Path) -> None:
    write(data, 'find = "ctrl+f, %"', 'help = "f12"', 'leave_now = "ctrl+r, f11"', 'contents = ""')
    async with opened(allotment, data, size=(120, 50)) as (app, pilot):
        await press(pilot, "n")
        line = seen(app).splitlines()[-1]
        assert "Ctrl+F find" in line
        assert "F12 help" in line
        assert "contents" not in line
        await press(pilot, "ctrl+p")
        assert "Find Ctrl+F or %" in told(app)
        await press(pilot, "escape", "f1")
        assert not isinstance(app.screen, HelpDialog)
        await press(pilot, "f12")
        assert isinstance(app.screen, HelpDialog)
        text = told(app)
        await press(pilot, "end")
        text += told(app)
        assert "Ctrl+F or % Search for words" in text
        assert "Leave now (Ctrl+R or F11) clears" in text
        assert "F9" not in text
        assert "F2" not in text
        await press(pilot, "f12")
        assert not isinstance(app.screen, HelpDialog)


async def test_a_field_says_the_key_that_is_no_letter_or_none(allotment: Book, data: Path) -> None:
    write(data, 'next_page = "x, ctrl+n"', 'help = "h"')
    async with opened(allotment, data, size=(120, 36)) as (app, pilot):
        await press(pilot, "n", "x")
        assert "h help" in seen(app).splitlines()[-1]
        await press(pilot, "tab")
        last = seen(app).splitlines()[-1]
        assert "Ctrl+N next page" in last
        assert "help" not in last


async def test_what_is_urgent_works_in_a_text_with_its_new_key(allotment: Book, data: Path) -> None:
    write(data, 'curtain = "ctrl+b"')
    async with opened(allotment, data) as (app, pilot):
        await press(pilot, "slash", "o", "ctrl+b")
        assert isinstance(app.screen, CurtainScreen)
        await press(pilot, "x", "f8")
        assert isinstance(app.screen, FindDialog)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('fnd = "ctrl+f"', "keys.toml, fnd: there is no command of this name. Did you mean find?"),
        ('xyzzy = "f12"', "There are: next_page, previous_page,"),
        ('find = "ctrl+ö"', 'find: "ctrl+ö" is no key that a terminal sends'),
        ('find = "ctrl+i"', 'find: "ctrl+i" is no key that a terminal sends'),
        ('find = "f12,"', 'find: "" is no key that a terminal sends'),
        ('find = "[b]"', 'find: "[b]" is no key'),
        ("find = 3", "find: keys stand in quotes"),
        ('curtain = "x"', "curtain: x is written in a text, where this has to work"),
        ('edit = "f12, e"', "edit: e is written in a text"),
        ('quit = ""', "quit: this has to have a key"),
        ('leave_now = " "', "leave_now: this has to have a key"),
        ('find = "ctrl+z"', "find: Ctrl+Z moves, chooses or edits"),
        ('find = "tab"', "find: Tab moves, chooses or edits"),
        ('find = "J"', "find: j moves, chooses or edits"),
        ('find = "ctrl+p"', "find: Ctrl+P moves, chooses or edits"),
        ('find = "f4"', "find: F4 is a key of next_page too"),
        ('find = "?"', "find: ? is a key of help too"),
    ],
)
async def test_a_wrong_entry_is_told_in_a_line_and_costs_no_other(
    allotment: Book, data: Path, line: str, said: str
) -> None:
    write(data, 'words = "f12"' if "f12" not in line else "", line, 'print = "ctrl+b"')
    async with opened(allotment, data, size=(120, 36)) as (app, pilot):
        assert said in told(app)
        assert told(app).count("keys.toml") == 1
        assert "sual keys stay" in told(app) or "There " in said or "name" in said
        await press(pilot, "escape")
        assert "keys.toml" not in told(app)
        await press(pilot, "ctrl+b")
        assert isinstance(app.screen, PrintDialog)
        await press(pilot, "escape", "slash")
        assert isinstance(app.screen, FindDialog)


async def test_of_two_new_entries_with_one_key_the_first_holds(allotment: Book, data: Path) -> None:
    write(data, 'find = "f12"', 'words = "f12"')
    async with opened(allotment, data, size=(120, 36)) as (app, pilot):
        assert "keys.toml, words: F12 is a key of find too" in told(app)
        await press(pilot, "n", "f12")
        assert isinstance(app.screen, FindDialog)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'[keys]\nfind = "ctrl+f', "keys.toml cannot be understood: "),
        (b"\xff\xfe[\x00", "keys.toml cannot be understood: it is no text"),
        (b'find = "ctrl+f"\n', "keys.toml: all that it holds has to stand below one line [keys]."),
        (b"keys = 3\n", "below one line [keys]"),
        (b"a = " + b"[" * 100_000, "keys.toml cannot be understood: "),
    ],
)
async def test_a_file_that_is_not_understood_is_told_and_the_usual_keys_stay(
    allotment: Book, data: Path, content: bytes, said: str
) -> None:
    data.joinpath("keys.toml").write_bytes(content)
    async with opened(allotment, data, size=(120, 36)) as (app, pilot):
        assert said in told(app)
        assert "The usual keys stay." in told(app)
        await press(pilot, "slash")
        assert isinstance(app.screen, FindDialog)


@pytest.mark.parametrize("is_link", [False, True])
async def test_what_cannot_be_read_is_told(allotment: Book, data: Path, is_link: bool) -> None:
    """A folder of that name, or a link that leads nowhere."""
    path = data / "keys.toml"
    if is_link:
        path.symlink_to(data / "gone")
    else:
        path.mkdir()
    async with opened(allotment, data) as (app, _):
        assert "keys.toml" in told(app)
        assert "The usual keys stay." in told(app)


async def test_a_file_from_an_editor_of_windows_is_read(allotment: Book, data: Path) -> None:
    data.joinpath("keys.toml").write_bytes(b'\xef\xbb\xbf[keys]\r\nfind = "Ctrl+F"\r\n')
    async with opened(allotment, data) as (app, pilot):
        await press(pilot, "n", "ctrl+f")
        assert isinstance(app.screen, FindDialog)


async def test_a_file_of_no_entries_changes_nothing(allotment: Book, data: Path) -> None:
    data.joinpath("keys.toml").write_text("# later\n", "utf-8")
    async with opened(allotment, data) as (app, _):
        assert "keys.toml" not in told(app)


def test_the_page_on_keys_names_every_command_as_it_is() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.*?) ?\| (.+) \|$", DOCS.read_text("utf-8"), re.M)
    assert rows == [(one.action, one.shown, one.label) for one in COMMANDS.values()]


async def test_the_usual_keys_written_out_are_no_fault_and_read_as_usual(allotment: Book, data: Path) -> None:
    usual = [one for one in COMMANDS.values() if one.keys]
    write(data, *(f'{one.action} = "{one.keys}"' for one in usual))
    async with opened(allotment, data) as (app, _):
        assert "keys.toml" not in told(app)
        assert [shown_of(app, one.action, "") for one in usual] == [one.shown for one in usual]
