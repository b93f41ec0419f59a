"""Words without a place on a page, and what has to be told once."""

import json
from pathlib import Path

import pytest

from tests.tui.program import opened, seen, settled
from tests.tui.test_page import at
from workbook.answers import open_answers
from workbook.book import Book
from workbook.tui.widgets import ActionLine, Heading, PageView


def written(allotment: Book, folder: Path, word: str) -> Path:
    """The file of the answers, with one word in it."""
    answers = open_answers(folder, allotment)
    answers["ground/one-word"] = word
    answers.close()
    return folder / f"{allotment.id}.json"


async def show_kept(pilot: object, app: object) -> None:
    """Open the screen by its name in the palette."""
    app.screen.action_kept()  # type: ignore[attr-defined] # the reading screen
    await settled(pilot)  # type: ignore[arg-type] # a pilot


async def test_an_answer_whose_question_is_gone_can_be_read(allotment: Book, tmp_path: Path) -> None:
    """With the question as it stood."""
    path = written(allotment, tmp_path, "Loam")
    state = json.loads(path.read_bytes())
    state["answers"]["ground/gone"] = state["answers"].pop("ground/one-word") | {"asked": "What was it?"}
    path.write_text(json.dumps(state))
    async with opened(allotment, tmp_path) as (app, pilot):
        await show_kept(pilot, app)
        assert "What was it?" in seen(app)
        assert "Loam" in seen(app)
        await pilot.press("escape")
        await settled(pilot)
        assert "Loam" not in seen(app)


async def test_one_choice_after_another_is_made_where_the_reader_is(allotment: Book, tmp_path: Path) -> None:
    """Nothing jumps, and the keys go on to work."""
    path = written(allotment, tmp_path, "Loam")
    state = json.loads(path.read_bytes())
    here = state["answers"]["ground/one-word"]
    other = here | {"value": "Clay", "version": "0" * 12, "device": "zzzz", "at": "2020-01-01T00:00:00Z"}
    for number in range(10):
        state["answers"][f"ground/gone-{number}"] = here | {"alts": [other]}
    path.write_text(json.dumps(state))
    async with opened(allotment, tmp_path) as (app, pilot):
        await show_kept(pilot, app)
        view = app.screen.query_one(PageView)
        await pilot.press(*["tab"] * 12)
        await settled(pilot)
        row = view.scroll_y
        assert row > 0
        await pilot.press("enter")
        await settled(pilot)
        assert view.scroll_y == row
        await pilot.press("pageup")
        await settled(pilot)
        assert view.scroll_y < row


async def test_nothing_kept_aside_is_said_in_words(allotment: Book, tmp_path: Path) -> None:
    """An empty screen teaches."""
    async with opened(allotment, tmp_path) as (app, pilot):
        await show_kept(pilot, app)
        assert "Nothing is kept aside" in seen(app)


async def test_of_two_versions_the_reader_chooses_one(allotment: Book, tmp_path: Path) -> None:
    """A sync program left another machine's copy; both texts are offered, and one of them stands."""
    path = written(allotment, tmp_path, "Loam")
    state = json.loads(path.read_bytes())
    other = state["answers"]["ground/one-word"] | {
        "value": "Clay",
        "device": "zzzz",
        "at": "2020-01-01T00:00:00Z",
    }
    copy = path.with_name(f"{allotment.id}.sync-conflict-20261122-201500-ABCDEFG.json")
    copy.write_text(json.dumps(state | {"answers": {"ground/one-word": other}}))
    copy.chmod(0o600)
    async with opened(allotment, tmp_path, size=(100, 40)) as (app, pilot):
        await pilot.press("enter")
        await settled(pilot)
        await show_kept(pilot, app)
        assert "Loam" in seen(app)
        assert "Clay" in seen(app)
        while not (isinstance(app.focused, ActionLine) and "instead" in app.focused.label):
            await pilot.press("tab")
            await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert not app.screen.query("KeptHeading")
        assert app.answers["ground/one-word"] == "Clay"
    async with opened(allotment, tmp_path) as (app, pilot):
        record = app.answers.record("ground/one-word")
        assert record
        assert (record.value, record.alternatives) == ("Clay", ())


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (100, 30)])
async def test_a_damaged_file_is_told_of_once_and_takes_no_key(
    allotment: Book, tmp_path: Path, size: tuple[int, int]
) -> None:
    """It stands above the page; the answers come from the copy one save earlier."""
    path = written(allotment, tmp_path, "Loam")
    written(allotment, tmp_path, "Clay")
    path.write_bytes(b'{"meta": {')
    async with opened(allotment, tmp_path, size=size) as (app, pilot):
        assert "To know" in seen(app)
        assert "damaged" in seen(app)
        await pilot.press("enter")
        await settled(pilot)
        assert app.screen.query_one(Heading).where == "The ground · 1 of 3"
        assert "To know" not in seen(app)
        assert app.answers["ground/one-word"] == "Loam"
    async with opened(allotment, tmp_path, size=size) as (app, pilot):
        assert "To know" not in seen(app)


async def test_a_notice_lets_words_go_where_the_cursor_is(allotment: Book, tmp_path: Path) -> None:
    """The reader comes back into a field, and types at once; Esc is the field's as well."""
    folder = tmp_path / "answers"
    async with opened(allotment, folder) as (app, pilot):
        await at(app, pilot, "ground", 1)
        await pilot.press("tab", *"Loam")
        await settled(pilot)
        await pilot.press("ctrl+q")
    folder.chmod(0o755)
    async with opened(allotment, folder) as (app, pilot):
        assert "Others could read" in seen(app)
        await pilot.press(*"y soil", "escape")
        await settled(pilot)
        assert app.answers["ground/one-word"] == "Loamy soil"
        assert isinstance(app.focused, PageView)
        assert "Others could read" not in seen(app)


async def test_an_answer_that_cannot_be_read_is_named_at_the_start_and_shown_as_it_stands(
    allotment: Book, tmp_path: Path
) -> None:
    """Another program made a fraction of a number; everything else is where it was."""
    path = written(allotment, tmp_path, "Loam")
    state = json.loads(path.read_bytes())
    state["answers"]["ground/hope"] = state["answers"]["ground/one-word"] | {"value": 2.5}
    path.write_text(json.dumps(state))
    async with opened(allotment, tmp_path, size=(80, 30)) as (app, pilot):
        assert "ground/hope" in seen(app)
        assert app.answers["ground/one-word"] == "Loam"
        await show_kept(pilot, app)
        assert "Not readable" in seen(app)
        assert "ground/hope" in seen(app)
        assert '"value": 2.5' in seen(app)
    async with opened(allotment, tmp_path, size=(80, 30)) as (app, pilot):
        assert "To know" not in seen(app)
        await show_kept(pilot, app)
        assert '"value": 2.5' in seen(app)
