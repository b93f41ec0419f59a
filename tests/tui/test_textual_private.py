"""What the program uses of Textual's private names is there, does what is thought, and stands in one file.

The names that need a real terminal are tried in `tests/e2e/test_driver_names.py`.
"""

import inspect
import sys
from pathlib import Path
from typing import Any

import pytest
from textual._compositor import Compositor
from textual._xterm_parser import XTermParser
from textual.app import App, ComposeResult
from textual.content import Content
from textual.drivers import linux_driver
from textual.drivers._writer_thread import WriterThread
from textual.screen import Screen
from textual.widgets import OptionList

from workbook.book import Book
from workbook.tui import textual_private
from workbook.tui.app import WorkbookApp
from workbook.tui.lifetime.hearing import Hearing
from workbook.tui.screens.painting import RowCompositor
from workbook.tui.textual_private import (
    KEYS_SENT,
    TerminalParser,
    driver_of,
    hear_through,
    option_rows,
)

from .private_names import ROOT, module_of, names_of, private_uses
from .program import opened, settled

THEIRS: dict[type, set[str]] = {
    App: {
        "_close_messages_no_wait",
        "_driver",
        "_exception",
        "_exception_event",
        "_fatal_error",
        "_handle_exception",
        "_return_code",
    },
    Compositor: {"_get_renders"},
    OptionList: {"_heights", "_index_to_line"},
    Screen: {"_compositor"},
    XTermParser: {"_sequence_to_key_events"},
}
ELSEWHERE: dict[type, set[str]] = {WriterThread: {"_queue"}}
if sys.platform != "win32":
    ELSEWHERE[linux_driver.LinuxDriver] = {"_key_thread", "_writer_thread"}
THE_FILE = Path(inspect.getfile(textual_private))
OTHERS = sorted(path for path in ROOT.rglob("*.py") if path != THE_FILE)


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_other_file_names_what_is_private_to_textual(path: Path) -> None:
    assert not list(private_uses(path, module_of(path)))


def test_each_private_name_is_one_of_the_class_that_it_is_thought_to_be_of() -> None:
    used = {use.split()[1] for use in private_uses(THE_FILE, textual_private)}
    thought = {**THEIRS, **ELSEWHERE}
    assert {name for name in used if "." not in name} == set().union(*thought.values())
    assert not {(kind, name) for kind, names in thought.items() for name in names - names_of(kind)}


async def test_textuals_own_handler_of_faults_ends_without_a_word_too(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path) as (app, _):
        App._handle_exception(app, ValueError("a secret"))
        assert isinstance(app.fault, RuntimeError)
        assert not str(app.fault)
        assert app.return_code == 1
        assert app._exit_renderables == []
        app._exception = None  # for the test, which caused it, it is no failure


def test_a_driver_makes_its_parser_from_what_hears_through(monkeypatch: pytest.MonkeyPatch) -> None:
    names = vars(linux_driver)
    monkeypatch.setitem(names, "XTermParser", names["XTermParser"])
    hear_through(Hearing)
    assert names["XTermParser"] is Hearing
    assert "XTermParser(" in inspect.getsource(linux_driver.LinuxDriver)


def test_alt_and_a_character_are_one_key() -> None:
    assert [key.key for key in TerminalParser().with_alt("x")] == ["alt+x"]


def test_what_is_sent_for_a_key_is_known() -> None:
    assert KEYS_SENT["\x1b[5~"] == ("pageup",)
    assert "\x1b[57361u" not in KEYS_SENT


async def test_every_frame_is_painted_by_rows(
    allotment: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[object] = []
    renders = RowCompositor.renders

    def noted(self: RowCompositor, crop: Any) -> Any:
        painted.append(crop)
        return renders(self, crop)

    monkeypatch.setattr(RowCompositor, "renders", noted)
    async with opened(allotment, tmp_path) as (app, pilot):
        painted.clear()
        await pilot.press("n")
        await settled(pilot)
        assert painted
        assert driver_of(app) is not None


class Lines(App[None]):
    """A list whose second option has two rows."""

    def compose(self) -> ComposeResult:
        """The list alone."""
        yield OptionList(Content("one"), Content("two\nof two"), Content("three"))


async def test_an_option_stands_where_its_rows_are_painted() -> None:
    app = Lines()
    async with app.run_test() as pilot:
        options = app.query_one(OptionList)
        await pilot.pause()
        assert [option_rows(options, number) for number in range(3)] == [(0, 1), (1, 2), (3, 1)]


def test_the_program_is_run_by_what_keeps_words_out_of_the_terminal() -> None:
    """The control: an app that is no `FaultApp` any more would pass the tests above."""
    assert WorkbookApp._handle_exception is textual_private.FaultApp._handle_exception
    assert WorkbookApp._fatal_error is textual_private.FaultApp._fatal_error
