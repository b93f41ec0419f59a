"""The smallest screen that a page has room on, 40 by 12: nothing that has to be read is cut."""

from pathlib import Path

import pytest

from tests.tui.program import opened, seen, settled
from tests.tui.test_page import at, press
from workbook.answers import open_answers
from workbook.book import Book
from workbook.tui.screens.dialogs.find import EVERYWHERE, OWN
from workbook.tui.screens.dialogs.palette import NOTHING
from workbook.tui.screens.sharing.offer_list import OfferList
from workbook.tui.widgets import LineField

pytestmark = pytest.mark.usefixtures("looks_at_once")

SMALLEST = (40, 12)


def plain(text: str) -> str:
    """The words, without frames and scrollbars around them and the rows between them."""
    return " ".join("".join(" " if character in "│▌▄▁▂▃▅▆▇" else character for character in text).split())


async def test_the_keys_of_cards_stand_on_one_row(allotment: Book, tmp_path: Path) -> None:
    """What Space does is on the key line there."""
    async with opened(allotment, tmp_path, size=SMALLEST) as (app, pilot):
        await at(app, pilot, "year", 2)
        await press(pilot, "tab")
        row = next(line for line in seen(app).splitlines() if "other cards" in line)
        assert " of 2  ·  ← → other cards" in row
        assert "▌  1 of" in row
        assert "Space turn" in seen(app).splitlines()[-1]


async def test_the_keys_of_the_themes_stand_beside_their_title(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path, size=SMALLEST) as (app, pilot):
        await press(pilot, "ctrl+p", *"theme", "enter")
        row = next(line for line in seen(app).splitlines() if "Theme" in line)
        assert row.rstrip(" │").endswith("Enter keeps, Esc back")


async def test_of_the_idle_minutes_the_chosen_ones_can_be_seen(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path, size=SMALLEST) as (app, pilot):
        await press(pilot, "ctrl+p", *"curtain by", "enter")
        assert "(•) after 5 idle minutes" in seen(app)
        assert "( ) never" in seen(app)


async def test_where_words_go_when_they_are_saved_elsewhere_can_be_seen(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path, size=SMALLEST) as (app, pilot):
        await press(pilot, "ctrl+p", *"save", "space", *"elsewhere", "enter")
        assert app.screen.region.contains_region(app.screen.query_one(LineField).region)
        assert "Esc closes" in seen(app)


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (("ctrl+p", *"zzxq"), NOTHING.format(find="/")),
        (("slash",), EVERYWHERE.teaching),
        (("slash", *"zzxq"), EVERYWHERE.nothing),
        (("w", "slash"), OWN.teaching),
    ],
)
async def test_what_find_and_the_palette_say_can_be_read_to_its_end(
    allotment: Book, tmp_path: Path, keys: tuple[str, ...], told: str
) -> None:
    async with opened(allotment, tmp_path, size=SMALLEST) as (app, pilot):
        await press(pilot, *keys)
        assert told in plain(seen(app))


@pytest.mark.parametrize("key", ["slash", "ctrl+p"])
async def test_where_nothing_is_found_any_more_the_box_is_as_small_as_that(
    allotment: Book, tmp_path: Path, key: str
) -> None:
    """Not only at this size."""
    async with opened(allotment, tmp_path) as (app, pilot):
        await press(pilot, key, *"soil")
        await press(pilot, *"zzxq")
        frame = app.screen.children[0]
        assert frame.region.height < 12, seen(app)


async def test_a_long_notice_can_be_read_to_its_end(allotment: Book, tmp_path: Path) -> None:
    said = "word " * 40 + "end."
    async with opened(allotment, tmp_path, size=SMALLEST) as (app, pilot):
        app.notify(said, markup=False)
        await settled(pilot)
        assert said in plain(seen(app))


@pytest.mark.parametrize("size", [SMALLEST, (60, 20), (80, 24), (120, 36)])
async def test_the_list_of_a_copy_to_share_is_not_scrolled_sideways(
    allotment: Book, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(allotment, tmp_path, size=size) as (app, pilot):
        app.answers.update({f"year/week@2026-W{week}/good": "Leeks" for week in range(10, 48)})
        await press(pilot, "ctrl+p", *"share", "enter")
        assert not app.screen.query_one(OfferList).show_horizontal_scrollbar


@pytest.mark.parametrize(
    ("wanted", "last"), [("save elsewhere", "Esc closes"), ("lay your partner", "Esc closes")]
)
async def test_a_path_is_asked_for_with_its_keys_in_sight_and_the_end_where_typing_goes_on(
    allotment: Book, tmp_path: Path, wanted: str, last: str
) -> None:
    async with opened(allotment, tmp_path, size=SMALLEST) as (app, pilot):
        await press(pilot, "ctrl+p", *(("space" if key == " " else key) for key in wanted), "enter")
        assert last in plain(seen(app))
        await press(pilot, *"-name-that-is-longer-than-the-line")
        assert "longer-than-the-line" in seen(app)


async def test_a_path_that_stands_there_is_seen_to_its_end(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path, size=SMALLEST) as (app, pilot):
        await press(pilot, "ctrl+p", *"save", "space", *"elsewhere", "enter")
        assert app.screen.query_one(LineField).value[-12:] in seen(app)


async def test_help_says_what_a_key_does_beneath_the_key(allotment: Book, tmp_path: Path) -> None:
    """Beside it there is no room for whole words."""
    async with opened(allotment, tmp_path, size=SMALLEST) as (app, pilot):
        await at(app, pilot, "ground", 0)
        await press(pilot, "f1")
        await press(pilot, "pagedown")
        rows = [row.strip(" │▌") for row in seen(app).splitlines()]
        assert {"↑ ↓  j k", "Read line by line."} <= set(rows), seen(app)


@pytest.mark.parametrize(("width", "said"), [(40, "Esc out"), (60, "Esc out   Tab next")])
async def test_the_keys_that_lead_out_of_a_list_and_on_from_it_are_named(
    allotment: Book, tmp_path: Path, width: int, said: str
) -> None:
    """Where a tick opens questions, two keys stand before them."""
    async with opened(allotment, tmp_path, size=(width, 20)) as (app, pilot):
        await at(app, pilot, "year", 1)
        await press(pilot, "tab", "tab", "space")
        line = seen(app).splitlines()[-1]
        assert line.strip().startswith("Space tick   Enter fill in")
        assert said in line


async def test_that_nothing_can_be_written_is_said_before_that_it_is_for_nobody_else(
    allotment: Book, tmp_path: Path
) -> None:
    other = open_answers(tmp_path, allotment)
    try:
        async with opened(allotment, tmp_path, size=SMALLEST) as (app, pilot):
            await at(app, pilot, "ground", 1)
            await press(pilot, "tab", "tab")
            assert "read-only" in seen(app).splitlines()[0]
    finally:
        other.close()
