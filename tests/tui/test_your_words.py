"""*Your words*: everything that was written, one key away, each line a way to its place."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from tests.books import book_of
from tests.export.test_written import PLANS
from tests.tui.program import opened, seen, settled
from workbook.answers import open_answers
from workbook.book import Answer, Book
from workbook.tui.screens.sharing.share import ShareScreen
from workbook.tui.widgets import Fillable
from workbook.tui.widgets.exercises.written import WrittenView

EVENING = datetime(2026, 11, 26, 20, 15)

ANSWERS: dict[str, Answer] = {
    "plans/seen/heron": True,
    "plans/calm": 4,
    "plans/trips/spring": True,
    "plans/trips/spring/with": "Ada",
    "plans/trips/spring/on": "2026-11-24",
    "plans/trips/mouth/with": "nobody any more",
    "plans/log@2026-W46/caught": "a cold",
    "plans/log@2026-W47/caught": "a boot",
}


@pytest.fixture
def folder(tmp_path: Path, river: Book) -> Path:
    """What somebody wrote in it."""
    folder = tmp_path / "data"
    answers = open_answers(folder, river)
    answers.update(ANSWERS)
    answers.close()
    return folder


async def test_one_key_shows_everything_that_was_written(river: Book, folder: Path) -> None:
    async with opened(river, folder, (80, 60), EVENING) as (app, pilot):
        await pilot.press("w")
        await settled(pilot)
        shown = seen(app)
    for words in (
        *("A heron", "4 / 10, between a storm and a mirror", "2. To the spring", "Ada", "a boot"),
        *("Not begun. Any day will do.", "it has come", "and 1 earlier"),
    ):
        assert words in shown
    assert "An otter" not in shown
    assert "a cold" not in shown


@pytest.mark.parametrize("keys", [["f6"], ["escape", "w"]])
async def test_from_inside_a_text_it_is_one_key_more(river: Book, folder: Path, keys: list[str]) -> None:
    async with opened(river, folder, (80, 60), EVENING) as (app, pilot):
        await pilot.press("n", "tab", "tab", "tab")
        await pilot.press(*keys)
        await settled(pilot)
        assert "Just now" in seen(app)


async def test_what_stands_under_no_tick_is_kept_aside_at_the_end(river: Book, folder: Path) -> None:
    async with opened(river, folder, (80, 80), EVENING) as (app, pilot):
        await pilot.press("w")
        await settled(pilot)
        shown = seen(app)
    assert shown.index("Words kept aside") < shown.index("nobody any more")
    assert "not ticked now" in shown


async def test_tab_steps_from_answer_to_answer_and_enter_goes_to_the_very_field(
    river: Book, folder: Path
) -> None:
    async with opened(river, folder, (80, 60), EVENING) as (app, pilot):
        await pilot.press("w")
        await settled(pilot)
        await pilot.press("tab", "tab", "tab", "tab")  # past what is tried, this week, and the copy
        await settled(pilot)
        chosen = app.screen.focused
        assert isinstance(chosen, WrittenView)
        await pilot.press("enter")
        await settled(pilot)
        field = app.screen.focused
        assert isinstance(field, Fillable)
        assert chosen.address.startswith(field.address.rstrip("/"))
        await pilot.press("escape", "backspace")
        await settled(pilot)
        assert "Just now" in seen(app)


async def test_a_day_that_has_come_leads_to_the_text_after_it(river: Book, folder: Path) -> None:
    async with opened(river, folder, (80, 60), EVENING) as (app, pilot):
        await pilot.press("w")
        await settled(pilot)
        await pilot.press("tab", "enter")
        await settled(pilot)
        field = app.screen.focused
        assert isinstance(field, Fillable)
        assert field.address == "plans/trips/spring/after"


async def test_a_click_goes_there_too(river: Book, folder: Path) -> None:
    async with opened(river, folder, (80, 60), EVENING) as (app, pilot):
        await pilot.press("w")
        await settled(pilot)
        row = next(n for n, line in enumerate(seen(app).splitlines()) if "4 / 10" in line)
        await pilot.click(offset=(8, row))
        await settled(pilot)
        field = app.screen.focused
        assert isinstance(field, Fillable)
        assert field.address == "plans/calm"


async def test_space_goes_from_the_last_page_of_the_book_to_it_and_escape_back(
    river: Book, folder: Path
) -> None:
    async with opened(river, folder, (80, 24), EVENING) as (app, pilot):
        await pilot.press("n")
        await settled(pilot)
        pages = 0
        while "Just now" not in seen(app) and pages < 9:
            await pilot.press("space")
            await settled(pilot)
            pages += 1
        assert 1 < pages < 9
        await pilot.press("escape")
        await settled(pilot)
        assert "Just now" not in seen(app)


async def test_nothing_written_is_said_in_words(river: Book, tmp_path: Path) -> None:
    async with opened(river, tmp_path / "empty", (80, 24), EVENING) as (app, pilot):
        await pilot.press("w")
        await settled(pilot)
        assert "Nothing is written yet." in seen(app)
        assert "next page" not in seen(app)


async def test_the_cover_says_that_a_day_has_come_until_the_page_was_opened(
    river: Book, folder: Path
) -> None:
    async with opened(river, folder, (80, 24), EVENING) as (app, pilot):
        assert "Something of yours has come round" in seen(app)
        await pilot.press("w")
        await settled(pilot)
    tomorrow = datetime(2026, 11, 27, 20, 15)
    async with opened(river, folder, (80, 24), tomorrow) as (app, pilot):
        assert "Your words" in seen(app)
        assert "come round" not in seen(app)
    place = json.loads((folder / f"{river.id}.json").read_bytes())["place"]["1"]
    assert place["seen"] == "2026-11-26"


async def test_a_start_on_the_same_day_opens_it_again_and_escape_leads_into_the_book(
    river: Book, folder: Path
) -> None:
    async with opened(river, folder, (80, 24), EVENING) as (app, pilot):
        await pilot.press("w")
        await settled(pilot)
        await pilot.press("ctrl+q")
    async with opened(river, folder, (80, 24), EVENING) as (app, pilot):
        assert "Just now" in seen(app)
        await pilot.press("escape")
        await settled(pilot)
        assert "Just now" not in seen(app)
        assert "On plans" in seen(app)


async def test_no_version_of_a_text_that_waits_for_its_day_is_shown(river: Book, folder: Path) -> None:
    answers = open_answers(folder, river)
    answers["plans/bottle/message"] = "Hello from the sea"
    answers["plans/bottle/opens"] = "2027-02-28"
    answers.close()
    path = folder / f"{river.id}.json"
    state = json.loads(path.read_bytes())
    here = state["answers"]["plans/bottle/message"]
    here["alts"] = [here | {"value": "Hello once more", "version": "0" * 12, "device": "zzzz"}]
    path.write_text(json.dumps(state))
    async with opened(river, folder, (80, 100), EVENING) as (app, pilot):
        await pilot.press("w")
        await settled(pilot)
        assert "Folded until Sunday 28 February." in seen(app)
        assert "Hello" not in seen(app)


LONG = "Past the second lock the water stood so still that we carried the boat.\nThen it rained."


@pytest.mark.parametrize("size", [(80, 60), (46, 60)], ids=str)
async def test_words_that_are_marked_here_are_copied_as_they_were_written(
    river: Book, folder: Path, size: tuple[int, int]
) -> None:
    answers = open_answers(folder, river)
    answers["plans/trips/spring/after"] = LONG
    answers.close()
    async with opened(river, folder, size, EVENING) as (app, pilot):
        await pilot.press("w")
        await settled(pilot)
        lines = seen(app).splitlines()
        first = next(n for n, line in enumerate(lines) if "Past the" in line)
        last = next(n for n, line in enumerate(lines) if "Then it rained." in line)
        await pilot.mouse_down(offset=(lines[first].index("Past"), first))
        await pilot.hover(offset=(lines[last].index("rained."), last))
        await pilot.hover(offset=(lines[last].index("rained.") + 7, last))
        await pilot.mouse_up(offset=(lines[last].index("rained.") + 7, last))
        await settled(pilot)
        await pilot.press("ctrl+c")
        await settled(pilot)
        assert app.clipboard == LONG


async def test_the_row_at_the_top_stays_there_when_the_page_is_opened_again(
    river: Book, folder: Path
) -> None:
    answers = open_answers(folder, river)
    answers["plans/trips/spring/after"] = "\n".join(f"Mile {number}" for number in range(30))
    answers.close()
    async with opened(river, folder, (80, 24), EVENING) as (app, pilot):
        await pilot.press("w")
        await settled(pilot)
        for _ in range(60):
            await pilot.press("down")
            await settled(pilot)
            if "Mile 7" in (before := seen(app).splitlines()[2]):
                break
        assert "Mile 7" in before
        await pilot.press("ctrl+q")
    async with opened(river, folder, (80, 24), EVENING) as (app, pilot):
        assert seen(app).splitlines()[2] == before


async def test_just_now_ends_in_a_line_that_leads_to_a_copy_to_share(river: Book, folder: Path) -> None:
    async with opened(river, folder, (80, 60), EVENING) as (app, pilot):
        await pilot.press("w")
        await settled(pilot)
        shown = seen(app)
        assert shown.index("Not begun.") < shown.index("▸ A copy to share") < shown.index("1. On plans")
        while "Enter do it" not in seen(app):
            await pilot.press("tab")
            await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, ShareScreen)
        await pilot.press("escape")
        await settled(pilot)
        row = next(n for n, line in enumerate(seen(app).splitlines()) if "▸ A copy to share" in line)
        await pilot.click(offset=(6, row))
        await settled(pilot)
        assert isinstance(app.screen, ShareScreen)


async def test_where_nothing_may_be_shared_no_line_leads_there(tmp_path: Path) -> None:
    private = book_of(tmp_path / "kept", plans=PLANS.replace("#trips", "#trips share=no"))
    answers = open_answers(tmp_path / "answers", private)
    answers["plans/trips/spring"] = True
    answers.close()
    async with opened(private, tmp_path / "answers", (80, 60), EVENING) as (app, pilot):
        await pilot.press("w")
        await settled(pilot)
        assert "2. To the spring" in seen(app)
        assert "A copy to share" not in seen(app)


async def test_what_stands_under_an_odd_address_is_shown_and_found(river: Book, folder: Path) -> None:
    (path,) = folder.glob("*.json")
    state = json.loads(path.read_bytes())
    for number, address in enumerate(("é/ü", "", "\x1b[31mred")):
        state["answers"][address] = {"value": f"odd words {number}"}
    path.write_text(json.dumps(state), "utf-8")
    async with opened(river, folder, (80, 80), EVENING) as (app, pilot):
        await pilot.press("w")
        await settled(pilot)
        assert all(f"odd words {number}" in seen(app) for number in range(3))
        assert "é/ü" in seen(app)
        await pilot.press("ctrl+g", *"odd words 1")
        await settled(pilot)
        assert "odd words 1" in seen(app)
        assert "Words kept aside" in seen(app)
