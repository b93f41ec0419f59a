"""Side by side, as a reader meets it: guess, turn, read both; and nothing of theirs stays."""

import gc
import weakref
from datetime import UTC, date
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from tests.tui.program import NOW, by_palette, opened, seen, settled
from tests.tui.test_moving import click, spot_of
from tests.tui.waiting import until
from workbook.answers import open_answers
from workbook.book import Answer, Book
from workbook.export.sharing import Shared, copy_at, copy_of, offered
from workbook.tui.app import WorkbookApp
from workbook.tui.screens import ReadingScreen
from workbook.tui.screens.overlays.for_two import ForTwoScreen
from workbook.tui.screens.sharing.beside import BesideScreen
from workbook.tui.screens.sharing.copy_dialog import CopyDialog

SIZES = [(40, 12), (60, 20), (80, 24), (120, 36), (200, 60)]
MINE: dict[str, Answer] = {
    "ground/one-word": "Loam, I think",
    "ground/why": "a private reason",
    "ground/light": "half",
    "year/week@2026-W47/good": "Leeks",
    "year/once/who": "Nobody yet",
    "year/turns@2026-11-20T2000/back/heard": "heard before",
}
THEIRS: dict[str, Answer] = {
    "ground/one-word": "Clay, wet and heavy",
    "ground/light": "all-day",
    "ground/soil/worms": True,
    "year/week@2026-W47/good": "Kale at last",
}


def tick(book: Book, folder: Path, answers: dict[str, Answer], *, all_of_it: bool = True) -> str:
    """Somebody's words, all that may be ticked; the copy of that."""
    kept = open_answers(folder, book, clock=lambda: NOW.replace(tzinfo=UTC))
    kept.update(answers)
    offers = list(offered(book, kept, date(2026, 11, 23)))
    for one in offers if all_of_it else ():
        kept.tick_to_share(one.written.at, one.versions)
    text = copy_of(book, offers)
    kept.close()
    return text


@pytest.fixture
def theirs(allotment: Book, tmp_path: Path, home: Path) -> Path:
    """The other one's copy, as it was handed over; the reader's own words in `data`."""
    tick(allotment, tmp_path / "data", MINE)
    path = home / "from-bo.md"
    path.write_text(tick(allotment, tmp_path / "bo", THEIRS), "utf-8")
    return path


async def asked(pilot: Pilot[None]) -> CopyDialog:
    """The dialog, opened by way of the palette."""
    await by_palette(pilot, "beside")
    assert isinstance(pilot.app.screen, CopyDialog)
    return pilot.app.screen


async def laid(pilot: Pilot[None], path: str) -> str:
    """What stands on the screen once the copy at `path` was asked for."""
    await asked(pilot)
    await pilot.press(*path, "enter")
    await settled(pilot)
    return seen(pilot.app)


async def pressed(pilot: Pilot[None], *keys: str) -> str:
    """What stands on the screen after these keys."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)
    return seen(pilot.app)


async def test_a_card_is_guessed_and_turned_and_both_answers_come_at_once(
    allotment: Book, tmp_path: Path, theirs: Path
) -> None:
    async with opened(allotment, tmp_path / "data") as (_, pilot):
        front = await laid(pilot, f"~/{theirs.name}")
        assert "Side by side · 1 of 3" in front
        assert "theirs is not kept" in front
        assert "What do you think they wrote?" in front
        assert "Half the day" not in front
        assert "All day" not in front
        back = await pressed(pilot, "space")
        assert back.index("Yours") < back.index("Half the day") < back.index("Theirs") < back.index("All day")
        assert "What do you think they wrote?" not in back
        assert "Loam" not in await pressed(pilot, "space")
        assert "Clay, wet and heavy" in await pressed(pilot, "space")
        assert "All day" in await pressed(pilot, "left")


async def test_what_one_put_in_alone_comes_last_with_no_empty_place_beside_it(
    allotment: Book, tmp_path: Path, theirs: Path
) -> None:
    async with opened(allotment, tmp_path / "data", (80, 40)) as (_, pilot):
        await laid(pilot, str(theirs))
        last = await pressed(pilot, *["space"] * 6)
        assert last.index("Only they put in") < last.index("Worms") < last.index("Only you put in")
        assert last.index("Only you put in") < last.index("Nobody yet")
        assert "Loam" not in last
        assert await pressed(pilot, "space", "space") == last


async def test_nothing_of_mine_is_seen_but_what_i_ticked(allotment: Book, tmp_path: Path, home: Path) -> None:
    tick(allotment, tmp_path / "data", MINE, all_of_it=False)
    (home / "bo.md").write_text(tick(allotment, tmp_path / "bo", THEIRS), "utf-8")
    async with opened(allotment, tmp_path / "data", (80, 40)) as (_, pilot):
        told = await laid(pilot, "~/bo.md")
        assert "You have ticked nothing to share yet" in " ".join(told.split())
        assert "Clay" not in told
        every = told + await pressed(pilot, "space")
        assert "Clay, wet and heavy" in every
        assert not any(word in every for word in ("Loam", "Leeks", "private", "Nobody yet"))
        await by_palette(pilot, "copy to share")
        back = await pressed(pilot, "space", "escape", "left", "left")
        assert "Side by side · 1 of 1" in back
        assert "What do you think they wrote?" in back


@pytest.mark.parametrize("size", SIZES)
async def test_every_word_of_a_card_can_be_read_at_any_size(
    allotment: Book, tmp_path: Path, theirs: Path, size: tuple[int, int]
) -> None:
    async with opened(allotment, tmp_path / "data", size) as (_, pilot):
        await laid(pilot, str(theirs))
        shown = await pressed(pilot, "2", "space")
        for _ in range(4):
            shown += await pressed(pilot, "pagedown")
        assert all(words in shown for words in ("One word for your plot", "Loam, I think", "Clay, wet"))
        assert "2 of 3" in shown
        assert "Space" in shown


async def test_where_there_is_room_both_stand_beside_each_other_and_a_click_picks_a_card(
    allotment: Book, tmp_path: Path, theirs: Path
) -> None:
    async with opened(allotment, tmp_path / "data", (120, 36)) as (app, pilot):
        await laid(pilot, str(theirs))
        rows = (await pressed(pilot, "space")).split("\n")
        assert any("Half the day" in row and "│" in row and "All day" in row for row in rows)
        assert "1–3 that card" in rows[-1]
        await click(app, pilot, " 3 One thing that grew")
        assert "Side by side · 3 of 3" in seen(app)
        await click(app, pilot, "What do you think they wrote?")
        assert "Kale" not in seen(app)
        await pilot.click(offset=spot_of(app, "One thing that grew:"))
        await settled(pilot)
        assert "Kale at last" in seen(app)


async def test_nothing_that_is_marked_with_the_mouse_can_be_copied(
    allotment: Book, tmp_path: Path, theirs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr(WorkbookApp, "copy_to_clipboard", lambda _, text: copied.append(text))
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await laid(pilot, str(theirs))
        await pressed(pilot, "2", "space")
        at = spot_of(app, "Clay")
        for times in (1, 2, 3):
            await pilot.click(offset=at, times=times)
            await settled(pilot)
            await pilot.press("ctrl+c")
            await settled(pilot)
        assert not any("Clay" in text for text in copied)


async def test_when_the_screen_is_left_nothing_holds_theirs(
    allotment: Book, tmp_path: Path, theirs: Path
) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await laid(pilot, str(theirs))
        await pressed(pilot, "space", "space", "space")
        screen = app.screen
        assert isinstance(screen, BesideScreen)
        gone, words = weakref.ref(screen), weakref.ref(screen._pack)
        del screen
        await pressed(pilot, "escape", "ctrl+p", "escape", "n")
        assert isinstance(app.screen, ReadingScreen)
        gc.collect()
        assert gone() is None
        assert words() is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("~/none.md", "it cannot be read: No such file or directory."),
        ("~", "it cannot be read: Is a directory."),
        ("~/book.md", "it is a copy of words in another book, 'bread'."),
        ("~/print.md", "it is no copy to share; 'workbook share' makes one."),
    ],
)
async def test_of_a_wrong_file_one_line_is_said_and_the_path_can_be_mended(
    allotment: Book, tmp_path: Path, home: Path, theirs: Path, typed: str, said: str
) -> None:
    (home / "book.md").write_text('<!-- @share book="bread" format=1 -->\n> SECRET\n', "utf-8")
    (home / "print.md").write_text("# A year\n\n*What I wrote*\n\n> SECRET\n", "utf-8")
    async with opened(allotment, tmp_path / "data", (120, 36)) as (_, pilot):
        shown = " ".join((await laid(pilot, typed)).replace("│", " ").split())
        assert f"Not opened: {said}" in shown
        assert "SECRET" not in shown
        await pilot.press("ctrl+u", *str(theirs))
        assert "Side by side" in await pressed(pilot, "enter")


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_typed_and_what_is_wrong_with_it_can_be_read_at_any_size(
    allotment: Book, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(allotment, tmp_path / "data", size) as (_, pilot):
        shown = await laid(pilot, "~/none.md")
        assert "~/none.md" in shown
        said = " ".join(shown.replace("│", " ").split())
        assert "Not opened: it cannot be read: No such file or directory." in said


@pytest.mark.parametrize("dropped", ["'{}'", '"{}" ', "{}"])
async def test_a_file_that_is_dropped_on_the_terminal_is_found(
    allotment: Book, tmp_path: Path, home: Path, theirs: Path, dropped: str
) -> None:
    path = home / "for you.md"
    path.write_bytes(theirs.read_bytes())
    typed = dropped.format(path) if "'" in dropped or '"' in dropped else str(path).replace(" ", "\\ ")
    async with opened(allotment, tmp_path / "data") as (_, pilot):
        assert "Side by side" in await laid(pilot, typed)


async def test_a_start_with_a_copy_shows_no_page_of_the_readers_before_or_after_it(
    allotment: Book, tmp_path: Path, theirs: Path
) -> None:
    answers = open_answers(tmp_path / "data", allotment)
    answers.keep_place({"chapter": "ground", "number": 1, "day": f"{NOW:%Y-%m-%d}"})
    app = WorkbookApp(allotment, answers, now=lambda: NOW, copy=theirs)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: "Side by side · 1 of 3" in seen(app))
        after = await pressed(pilot, "escape")
        assert "On from where you stopped" in after
        assert "private reason" in await pressed(pilot, "enter")
    answers.close()


async def test_a_start_with_a_copy_in_a_window_that_is_too_small_opens_it_behind_that_line(
    allotment: Book, tmp_path: Path, theirs: Path
) -> None:
    """No card is turned by a key that nobody sees; what is put away then leads to the cover."""
    answers = open_answers(tmp_path / "data", allotment)
    app = WorkbookApp(allotment, answers, now=lambda: NOW, copy=theirs)
    async with app.run_test(size=(30, 8), notifications=True) as pilot:
        await until(pilot, lambda: any(isinstance(one, BesideScreen) for one in app.screen_stack))
        assert "Too small" in await pressed(pilot, "space")
        app.action_curtain()
        await pilot.resize_terminal(80, 24)
        assert "Press any key" in await pressed(pilot)
        assert "Side by side · 1 of 3" in await pressed(pilot, "x")
        assert "Half the day" not in seen(app)
        assert "A year on the allotment" in await pressed(pilot, "escape")
    answers.close()


async def test_a_curtain_that_falls_before_a_slow_copy_is_there_stays_down(
    allotment: Book, tmp_path: Path, theirs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = Event()

    def read(path: Path, book: Book) -> tuple[Shared, ...]:
        given.wait(30)
        return copy_at(path, book)

    monkeypatch.setattr("workbook.tui.screens.reading.their_copy.copy_at", read)
    answers = open_answers(tmp_path / "data", allotment)
    app = WorkbookApp(allotment, answers, now=lambda: NOW, copy=theirs)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("f8")
        given.set()
        await until(pilot, lambda: any(isinstance(one, BesideScreen) for one in app.screen_stack))
        assert "Press any key" in seen(app)
        assert "Side by side · 1 of 3" in await pressed(pilot, "x")
        assert "Press any key" not in await pressed(pilot, "escape")
    answers.close()


async def test_a_start_with_a_copy_that_is_gone_by_then_says_so(
    allotment: Book, tmp_path: Path, home: Path
) -> None:
    answers = open_answers(tmp_path / "data", allotment)
    app = WorkbookApp(allotment, answers, now=lambda: NOW, copy=home / "none.md")
    async with app.run_test(size=(120, 24), notifications=True) as pilot:
        await until(pilot, lambda: "Not opened" in seen(app))
    answers.close()


async def test_the_curtain_and_staying_safe_go_over_it_and_come_back(
    allotment: Book, tmp_path: Path, theirs: Path
) -> None:
    async with opened(allotment, tmp_path / "data") as (_, pilot):
        await laid(pilot, str(theirs))
        shown = await pressed(pilot, "2", "space")
        assert "Clay" not in await pressed(pilot, "f8")
        assert await pressed(pilot, "x") == shown
        assert "Wear gloves" in await pressed(pilot, "f5")
        assert await pressed(pilot, "escape") == shown


async def test_a_page_for_two_opens_blank_and_comes_back_and_what_is_written_there_is_kept(
    allotment: Book, tmp_path: Path, theirs: Path
) -> None:
    async with opened(allotment, tmp_path / "data", (80, 40)) as (app, pilot):
        card = await laid(pilot, str(theirs))
        assert "t talking over the fence" in card
        page = await pressed(pilot, "t")
        assert isinstance(app.screen, ForTwoScreen)
        assert "One speaks, the other listens." in page
        assert "heard before" not in page
        await pressed(pilot, "tab", "right", "tab", *"over")
        assert "over" in seen(app)
        assert await pressed(pilot, "escape", "escape") == card
        assert "over" in await pressed(pilot, "t", "tab", "right")
        await pressed(pilot, "escape", "escape", "escape")
        assert app.answers[f"year/turns@{NOW:%Y-%m-%dT%H%M}/back/heard"] == "over"
        assert app.answers["year/turns@2026-11-20T2000/back/heard"] == "heard before"


async def test_on_a_page_for_two_the_editor_key_says_what_it_needs_as_on_any_other(
    allotment: Book, tmp_path: Path, theirs: Path
) -> None:
    async with opened(allotment, tmp_path / "data", (80, 40)) as (_, pilot):
        await laid(pilot, str(theirs))
        assert "Go into a text first" in await pressed(pilot, "t", "ctrl+o")


async def test_on_a_page_for_two_ctrl_s_saves_and_says_so(
    allotment: Book, tmp_path: Path, theirs: Path
) -> None:
    async with opened(allotment, tmp_path / "data", (80, 40)) as (app, pilot):
        await laid(pilot, str(theirs))
        await pressed(pilot, "t", "tab", "right", "tab", *"over", "ctrl+s")
        kept = tmp_path / "data" / f"{allotment.id}.json"
        await until(pilot, lambda: seen(app).count("saved") == 2)
        assert '"over"' in kept.read_text("utf-8")
