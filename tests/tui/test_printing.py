"""Print: what it shows before anything is written, and what it writes."""

import shutil
import stat
import threading
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from tests.books import book_of
from tests.tui.program import NOW, opened, seen, settled
from tests.tui.waiting import until
from workbook.book import Answer, Book, read_book
from workbook.export import Request, printed, write_files
from workbook.tui.app import WorkbookApp
from workbook.tui.screens import ReadingScreen
from workbook.tui.screens.printing.print_dialog import PrintDialog
from workbook.tui.widgets import ActionLine
from workbook.tui.widgets.controls.setting_line import SettingLine

ANSWERS: dict[str, Answer] = {
    "ground/soil/worms": True,
    "ground/hope": 4,
    "ground/one-word": "[/oops] [@click=app.quit]loam[/] *stars*",
    "ground/why": "a private reason",
    "year/week@2026-W40/good": "the first week",
    "year/week@2026-W44/good": "the last week",
    "year/gone": "an answer without a question",
    "gone/word": "an answer without a chapter",
}


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The preview does not wait for the next key."""
    monkeypatch.setattr("workbook.tui.screens.printing.print_dialog.PAUSE", 0)


async def ask(pilot: Pilot[None], answers: dict[str, Answer] = ANSWERS) -> PrintDialog:
    """Open the dialog on the first chapter, with `answers` kept."""
    assert isinstance(pilot.app, WorkbookApp)
    pilot.app.answers.update(answers)
    await pilot.press("n")
    await settled(pilot)
    await pilot.press("ctrl+e")
    await settled(pilot)
    assert isinstance(pilot.app.screen, PrintDialog)
    return pilot.app.screen


async def choose(pilot: Pilot[None], **values: str) -> None:
    """Choose options by the id of their line."""
    for name, value in values.items():
        pilot.app.screen.query_one(f"#{name}", SettingLine).value = value
    await settled(pilot)


async def write_to(pilot: Pilot[None], path: Path | str) -> None:
    """Put `path` into the field, and write."""
    assert isinstance(pilot.app.screen, PrintDialog)
    pilot.app.screen.form.place.value = str(path)
    await settled(pilot)
    await pilot.press("ctrl+s")
    await settled(pilot)


def previewed(dialog: PrintDialog) -> str:
    """The text in the preview."""
    return "".join(text for _, text in dialog.preview.texts)


async def test_ctrl_e_and_enter_print_what_was_written(allotment: Book, tmp_path: Path, home: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await ask(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert "Written: ~/my-words-2026-11-23.md" in seen(app)
        text = printed(allotment, app.answers, Request(), NOW)
    written = home / "my-words-2026-11-23.md"
    assert written.read_text("utf-8") == text
    assert "a private reason" in text
    assert stat.S_IMODE(written.stat().st_mode) == 0o600


async def test_a_second_print_of_a_day_meets_no_other(allotment: Book, tmp_path: Path, home: Path) -> None:
    (home / "my-words-2026-11-23.md").write_text("mine")
    async with opened(allotment, tmp_path / "data") as (_, pilot):
        await ask(pilot)
        await pilot.press("enter")
        await settled(pilot)
    assert (home / "my-words-2026-11-23.md").read_text() == "mine"
    assert (home / "my-words-2026-11-23-2.md").is_file()


async def test_just_now_goes_with_what_was_written_alone(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (_, pilot):
        dialog = await ask(pilot)
        await choose(pilot, what="sheets")
        await choose(pilot, part="now")
        assert dialog.form.request == Request("words", ("now",))
        await choose(pilot, what="chapters")
        assert dialog.form.request == Request("chapters")


async def test_a_folder_takes_a_file_with_a_name_of_its_own(allotment: Book, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    async with opened(allotment, tmp_path / "data") as (_, pilot):
        await ask(pilot)
        await choose(pilot, what="sheets")
        await write_to(pilot, f"{folder}/")
    assert [path.name for path in folder.iterdir()] == ["my-sheets-2026-11-23.html"]


async def test_empty_sheets_are_a_page_for_paper_unless_the_reader_says_otherwise(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        dialog = await ask(pilot)
        for key, form, ending in (("left", "paper", "html"), ("left", "markdown", "md")):
            await pilot.press(key)
            await settled(pilot)
            assert dialog.form.request.form == form
            assert dialog.form.place.value.endswith(f"-2026-11-23.{ending}")
        await pilot.press("shift+tab", "shift+tab", "shift+tab", "right")
        await settled(pilot)
        assert "(•) a page for paper" in seen(app)
        for what in ("sheets", "words", "chapters"):
            await choose(pilot, what=what)
            assert dialog.form.request == Request(what, form="paper")


async def test_a_page_for_paper_is_written_and_said_to_be_one(
    allotment: Book, tmp_path: Path, home: Path
) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        dialog = await ask(pilot)
        await choose(pilot, form="paper")
        assert "A page for paper, to print from a browser" in " ".join(seen(app).split())
        assert previewed(dialog) == printed(allotment, app.answers, Request(), NOW)
        await pilot.press("enter")
        await settled(pilot)
        said = " ".join(seen(app).split())
        assert "Written: ~/my-words-2026-11-23.html. Open it in a browser to print it." in said
        page = printed(allotment, app.answers, Request(form="paper"), NOW)
    written = home / "my-words-2026-11-23.html"
    assert written.read_text("utf-8") == page
    assert stat.S_IMODE(written.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("form", "name", "said"),
    [
        ("paper", "mine.md", "It is a page of HTML, whatever its name ends in."),
        ("markdown", "mine.html", "It is Markdown, whatever its name ends in."),
    ],
)
async def test_a_name_that_ends_as_the_other_form_does_is_kept_and_one_line_says_so(
    allotment: Book, tmp_path: Path, home: Path, form: str, name: str, said: str
) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await ask(pilot)
        await choose(pilot, form=form)
        await write_to(pilot, f"~/{name}")
        assert f"Written: ~/{name}. {said}" in " ".join(seen(app).split())
    assert (home / name).read_text("utf-8").startswith("<!doctype html>") == (form == "paper")


async def test_the_documents_folder_is_the_usual_place_where_there_is_one(
    allotment: Book, tmp_path: Path, home: Path
) -> None:
    (home / "Documents").mkdir()
    async with opened(allotment, tmp_path / "data") as (_, pilot):
        dialog = await ask(pilot)
        assert dialog.form.place.value == "~/Documents/my-words-2026-11-23.md"


async def test_the_preview_is_the_file_byte_for_byte(allotment: Book, tmp_path: Path) -> None:
    wishes = product(("this", "all", "now"), ("words", "chapters", "sheets"), ("all", "latest"))
    async with opened(allotment, tmp_path / "data") as (_, pilot):
        dialog = await ask(pilot)
        for part, what, entries in wishes:
            await choose(pilot, part=part, what=what, entries=entries)
            await choose(pilot, form="markdown")
            path = tmp_path / f"{part}-{what}-{entries}.md"
            await write_to(pilot, path)
            assert previewed(dialog).encode() == path.read_bytes()


async def test_of_what_repeats_all_entries_or_the_latest_are_printed(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (_, pilot):
        dialog = await ask(pilot)
        assert "the first week" in previewed(dialog)
        await choose(pilot, entries="latest")
        assert "the first week" not in previewed(dialog)
        assert "the last week" in previewed(dialog)


async def test_what_the_cursor_stands_on_is_chosen_and_space_takes_nothing_back(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await ask(pilot)
        for key in ("left", "space", "enter"):
            await pilot.press(key)
            await settled(pilot)
            assert "(•) empty sheets" in seen(app)


async def test_esc_at_the_question_keeps_what_is_there_and_the_form(allotment: Book, tmp_path: Path) -> None:
    there = tmp_path / "there.md"
    there.write_text("old", "utf-8")
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        dialog = await ask(pilot)
        await write_to(pilot, there)
        assert dialog.question.display
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is dialog
        assert "Nothing was written." in seen(app)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, ReadingScreen)
    assert there.read_text("utf-8") == "old"


async def test_a_yes_writes_over_the_file_that_was_asked_about_and_no_other(
    allotment: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is slow, and another place is typed before the question comes."""
    asked, other, is_ready = tmp_path / "asked.md", tmp_path / "other.md", threading.Event()
    asked.write_text("old", "utf-8")
    other.write_text("precious", "utf-8")

    def slowly(*arguments: Any, **options: Any) -> None:
        is_ready.wait(60)
        write_files(*arguments, **options)

    monkeypatch.setattr("workbook.tui.screens.printing.print_dialog.write_files", slowly)
    async with opened(allotment, tmp_path / "data") as (_, pilot):
        dialog = await ask(pilot)
        dialog.form.place.value = str(asked)
        await pilot.press("ctrl+s")
        dialog.form.place.value = str(other)
        await pilot.pause()
        is_ready.set()
        await settled(pilot)
        assert dialog.question.display
        await pilot.press("down", "enter")
        await settled(pilot)
    assert other.read_text("utf-8") == "precious"
    assert asked.read_text("utf-8") != "old"


async def test_a_tilde_is_the_readers_home(allotment: Book, tmp_path: Path, home: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (_, pilot):
        await ask(pilot)
        await write_to(pilot, "~/mine.md")
    assert (home / "mine.md").is_file()


async def test_what_is_there_is_kept_unless_the_reader_says_otherwise(
    allotment: Book, tmp_path: Path
) -> None:
    path = tmp_path / "out.md"
    path.write_text("my own notes")
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await ask(pilot)
        await write_to(pilot, path)
        assert "Something is there already:" in seen(app)
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert path.read_text() == "my own notes"
        await pilot.press("enter")
        await settled(pilot)
        assert "Nothing was written." in seen(app)
        assert path.read_text() == "my own notes"


async def test_what_is_there_is_written_over_by_a_second_explicit_yes(
    allotment: Book, tmp_path: Path
) -> None:
    path = tmp_path / "out.md"
    path.write_text("my own notes")
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await ask(pilot)
        await write_to(pilot, path)
        await pilot.press("down", "enter")
        await settled(pilot)
        assert "Written:" in seen(app)
    assert "my own notes" not in path.read_text("utf-8")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


async def test_another_wish_takes_the_question_back(allotment: Book, tmp_path: Path) -> None:
    path = tmp_path / "out.md"
    path.write_text("my own notes")
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        dialog = await ask(pilot)
        await write_to(pilot, path)
        dialog.form.place.value = str(tmp_path / "other.md")
        await settled(pilot)
        assert "Something is there already" not in seen(app)


@pytest.mark.parametrize("place", ["missing/out.md", "missing/folder/", "file.md/out.md"])
async def test_what_cannot_be_written_is_said_in_one_line_and_leaves_nothing(
    allotment: Book, tmp_path: Path, place: str
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    (here / "file.md").write_text("a file")
    async with opened(allotment, tmp_path / "data", size=(120, 36)) as (app, pilot):
        await ask(pilot)
        await write_to(pilot, f"{here}/{place}")
        assert "Not written:" in seen(app)
    assert [path.name for path in here.iterdir()] == ["file.md"]


async def test_a_chapter_of_the_book_is_never_written_over(tmp_path: Path) -> None:
    book = book_of(tmp_path / "book", oats="# Oats\n\n<!-- @text #word -->\n\nA word?\n\n> …\n")
    path = book.fronts[0].path
    before = path.read_bytes()
    async with opened(book, tmp_path / "data", size=(120, 36)) as (app, pilot):
        await ask(pilot, {"oats/word": "bran"})
        await write_to(pilot, path)
        await until(pilot, lambda: "is part of the book" in seen(app))
        assert not app.screen.query_one("#question").display
    assert path.read_bytes() == before
    assert read_book(tmp_path / "book").id == book.id


async def test_one_line_says_who_can_read_the_file(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data", size=(60, 20)) as (app, pilot):
        await ask(pilot)
        assert "Whoever can open the file can read it." in seen(app)


async def test_odd_words_stand_in_the_preview_as_they_will_in_the_file(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path / "data", size=(200, 60)) as (app, pilot):
        dialog = await ask(pilot)
        lines = previewed(dialog).splitlines()
        row = next(number for number, line in enumerate(lines) if "loam" in line)
        dialog.preview.scroll_to(y=row, animate=False)
        await settled(pilot)
        assert lines[row] in seen(app)
        assert "oops]" in lines[row]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (200, 60)])
async def test_every_control_can_be_reached_by_tab_and_is_in_view_then(
    allotment: Book, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(allotment, tmp_path / "data", size=size) as (app, pilot):
        dialog = await ask(pilot)
        first = app.focused
        reached: list[Widget] = []
        while app.focused is not first or not reached:
            assert app.focused
            reached.append(app.focused)
            await until(pilot, lambda here=app.focused: dialog.can_view_partial(here))  # type: ignore[misc]
            await pilot.press("tab")
            await settled(pilot)
        assert dialog.preview in reached
        assert dialog.form.place in reached
        assert any(isinstance(widget, ActionLine) for widget in reached)


async def test_the_preview_is_read_with_the_arrows_and_follows_a_resize(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path / "data", size=(60, 20)) as (app, pilot):
        dialog = await ask(pilot)
        dialog.preview.focus()
        await pilot.press("end")
        await settled(pilot)
        await until(pilot, lambda: "gone/word" in seen(app) or "without a chapter" in seen(app))
        await pilot.press("home")
        for size in ((120, 36), (60, 20), (200, 60)):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: "A year on the allotment" in seen(app))


async def test_escape_closes_it_and_nothing_is_written(allotment: Book, tmp_path: Path, home: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await ask(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, ReadingScreen)
    assert not list(home.iterdir())


async def test_from_the_cover_the_whole_book_is_offered(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await pilot.press("ctrl+e")
        await settled(pilot)
        assert isinstance(app.screen, PrintDialog)
        assert "this chapter" not in seen(app)
        assert app.screen.form.place.value == "~/my-words-2026-11-23.md"


@pytest.mark.parametrize(
    "name", ["allotment.json", "allotment.json.bak", "allotment.lock", "keys.toml", "a link.md"]
)
async def test_the_answers_are_never_written_over_and_nothing_is_asked(
    allotment: Book, tmp_path: Path, name: str
) -> None:
    data = tmp_path / "data"
    async with opened(allotment, data) as (app, pilot):
        dialog = await ask(pilot)
        assert app.answers.flush()
        (data / "a link.md").symlink_to(data / "allotment.json")
        await write_to(pilot, data / name)
        await until(pilot, lambda: "the workbook's own files" in " ".join(seen(app).split()))
        assert not dialog.question.display
        assert app.answers["ground/hope"] == 4
    assert (data / "allotment.json").read_bytes().startswith(b"{")


async def test_a_dash_is_no_name_of_a_file(
    allotment: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await ask(pilot)
        await write_to(pilot, "-")
        assert "stands for the screen" in " ".join(seen(app).split())
    assert not (tmp_path / "-").exists()


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (120, 36), (200, 60)])
async def test_every_choice_is_read_whole_at_any_size(
    allotment: Book, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(allotment, tmp_path / "data", size=size) as (app, pilot):
        dialog = await ask(pilot)
        for line, words in (
            (dialog.form.part, ("(•) the whole book", "( ) this chapter", "( ) just now")),
            (dialog.form.what, ("(•) what I wrote", "( ) whole chapters", "( ) empty sheets")),
            (dialog.form.form, ("(•) Markdown", "( ) a page for paper")),
        ):
            while app.focused is not line:
                await pilot.press("shift+tab")
                await settled(pilot)
            shown = seen(app)
            assert [word for word in words if word not in shown] == []


@pytest.mark.parametrize("what", ["words", "chapters", "sheets"])
async def test_nothing_is_printed_once_a_chapter_can_be_read_no_more(
    allotment: Book, tmp_path: Path, home: Path, what: str
) -> None:
    """Its answers would stand there as if it had none, or among those without a question."""
    folder = shutil.copytree(allotment.folder, tmp_path / "book")
    book = read_book(folder)
    (folder / "02-year.md").unlink()
    async with opened(book, tmp_path / "data") as (_, pilot):
        dialog = await ask(pilot)
        await choose(pilot, what=what, part="all")
        await until(pilot, lambda: "this file cannot be read" in " ".join(seen(pilot.app).split()))
        await write_to(pilot, home / "out.md")
        assert dialog.is_current
    assert not (home / "out.md").exists()
