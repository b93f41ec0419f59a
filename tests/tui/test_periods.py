"""A period is a period: whatever the clock does, words go into the entry of today, not into an older one."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from textual import events

from tests.tui.program import NOW, opened, seen, settled
from tests.tui.test_page import at, press
from workbook.book import Book

WEEK, DAY, TURNS = ("year", 4), ("year", 5), ("year", 3)

SHIFTS = [
    pytest.param(NOW, NOW + timedelta(days=1), id="the next day"),
    pytest.param(datetime(2026, 11, 29, 23, 50), datetime(2026, 11, 30, 0, 10), id="past midnight"),
    pytest.param(datetime(2026, 12, 31, 20), datetime(2027, 1, 1, 20), id="the new year"),
    pytest.param(datetime(2027, 1, 3, 20), datetime(2027, 1, 4, 20), id="week 53 to week 1"),
    pytest.param(datetime(2026, 3, 28, 23, 30), datetime(2026, 3, 29, 3, 30), id="to summer time"),
    pytest.param(datetime(2026, 10, 24, 23, 30), datetime(2026, 10, 25, 2, 30), id="to winter time"),
    pytest.param(datetime(2026, 11, 24, 1), datetime(2026, 11, 23, 10), id="a flight west"),
    pytest.param(datetime(2026, 11, 23, 18), datetime(2026, 11, 24, 8), id="a flight east"),
    pytest.param(NOW, NOW - timedelta(days=40), id="a clock set back"),
]


@pytest.mark.parametrize(("then", "now"), SHIFTS)
async def test_what_is_written_on_another_day_stands_in_an_entry_of_its_own(
    allotment: Book, tmp_path: Path, then: datetime, now: datetime
) -> None:
    """The page was left with the cursor in the field; the next start opens the same field, empty."""
    async with opened(allotment, tmp_path, now=then) as (app, pilot):
        await at(app, pilot, *DAY)
        await press(pilot, "tab", *"Leeks", "ctrl+q")
    async with opened(allotment, tmp_path, now=now) as (app, pilot):
        await press(pilot, "enter")
        await press(pilot, "tab", *"Kale")
        text = seen(app)
        assert text.index("Kale") < text.index("Leeks")
        assert app.answers[f"year/day@{then:%Y-%m-%d}/line"] == "Leeks"
        assert app.answers[f"year/day@{now:%Y-%m-%d}/line"] == "Kale"


@pytest.mark.parametrize(
    ("then", "now", "weeks"),
    [
        (NOW, NOW + timedelta(days=7), ("2026-W48", "2026-W49")),
        (datetime(2027, 1, 3, 20), datetime(2027, 1, 4, 20), ("2026-W53", "2027-W01")),
        (datetime(2026, 11, 30, 1), datetime(2026, 11, 29, 10), ("2026-W49", "2026-W48")),
        (NOW, NOW - timedelta(days=40), ("2026-W48", "2026-W42")),
    ],
    ids=["next week", "the year's end", "a flight west", "a clock set back"],
)
async def test_this_week_is_open_and_empty_and_the_other_below_it(
    allotment: Book, tmp_path: Path, then: datetime, now: datetime, weeks: tuple[str, str]
) -> None:
    async with opened(allotment, tmp_path, size=(100, 50), now=then) as (app, pilot):
        await at(app, pilot, *WEEK)
        await press(pilot, "tab", *"Leeks", "tab", "tab", "4", "shift+tab", "shift+tab", "ctrl+q")
    async with opened(allotment, tmp_path, size=(100, 50), now=now) as (app, pilot):
        await press(pilot, "enter")
        await press(pilot, "tab", *"Kale")
        text = seen(app)
        assert text.index("Kale") < text.index("Leeks")
        assert app.answers[f"year/week@{weeks[0]}/good"] == "Leeks"
        assert app.answers[f"year/week@{weeks[0]}/joy"] == 4
        assert app.answers[f"year/week@{weeks[1]}/good"] == "Kale"
        assert f"year/week@{weeks[1]}/joy" not in app.answers


@pytest.mark.parametrize("size", [(60, 20), (100, 50)])
async def test_who_stopped_at_the_end_of_a_week_begins_the_next_with_its_first_question(
    allotment: Book, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(allotment, tmp_path, size=size, now=NOW) as (app, pilot):
        await at(app, pilot, *WEEK)
        await press(pilot, "tab", *"Leeks", "tab", "tab", "4", "ctrl+q")
    async with opened(allotment, tmp_path, size=size, now=NOW + timedelta(days=8)) as (app, pilot):
        await press(pilot, "enter")
        assert "This week" in seen(app)
        await press(pilot, "tab", *"Kale")
        assert app.answers["year/week@2026-W49/good"] == "Kale"


async def test_later_in_the_same_week_its_words_are_gone_on_with(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path, now=NOW) as (app, pilot):
        await at(app, pilot, *WEEK)
        await press(pilot, "tab", *"Leeks", "ctrl+q")
    async with opened(allotment, tmp_path, now=NOW + timedelta(days=2)) as (app, pilot):
        await press(pilot, "enter")
        await press(pilot, "tab", *", too")
        assert dict(app.answers) == {"year/week@2026-W48/good": "Leeks, too"}


async def test_in_the_week_of_the_new_year_one_entry_goes_on(allotment: Book, tmp_path: Path) -> None:
    """31 December 2026 and 1 January 2027 are days of one week."""
    async with opened(allotment, tmp_path, now=datetime(2026, 12, 31, 20)) as (app, pilot):
        await at(app, pilot, *WEEK)
        await press(pilot, "tab", *"Leeks", "ctrl+q")
    async with opened(allotment, tmp_path, now=datetime(2027, 1, 1, 20)) as (app, pilot):
        await press(pilot, "enter")
        await press(pilot, "tab", *", too")
        assert dict(app.answers) == {"year/week@2026-W53/good": "Leeks, too"}


@pytest.mark.parametrize("days", [1, 30, -2])
async def test_what_was_talked_over_on_another_day_is_begun_anew(
    allotment: Book, tmp_path: Path, days: int
) -> None:
    """It repeats whenever the reader likes; words of another day are read below, and not written on."""
    now = NOW + timedelta(days=days)
    async with opened(allotment, tmp_path, size=(100, 50)) as (app, pilot):
        await at(app, pilot, *TURNS)
        await press(pilot, "tab", "tab", *"Rain", "ctrl+q")
    async with opened(allotment, tmp_path, size=(100, 50), now=now) as (app, pilot):
        await press(pilot, "enter")
        assert "Rain" in seen(app)
        await press(pilot, "tab", *"Sun")
        assert app.answers["year/turns@2026-11-23T2015/say/heard"] == "Rain"
        assert app.answers[f"year/turns@{now:%Y-%m-%dT%H%M}/say/heard"] == "Sun"


async def test_an_older_entry_that_the_reader_has_opened_takes_words(allotment: Book, tmp_path: Path) -> None:
    """On that day, after a second start too; on the next day the page is back at the present."""
    later = NOW + timedelta(days=7)
    async with opened(allotment, tmp_path, size=(100, 50)) as (app, pilot):
        await at(app, pilot, *WEEK)
        await press(pilot, "tab", *"Leeks", "ctrl+q")
    async with opened(allotment, tmp_path, size=(100, 50), now=later) as (app, pilot):
        await press(pilot, "enter", "tab", "tab", "tab", "tab", "enter", "ctrl+end", "!")
        assert app.answers["year/week@2026-W48/good"] == "Leeks!"
        await press(pilot, "ctrl+q")
    async with opened(allotment, tmp_path, size=(100, 50), now=later) as (app, pilot):
        await press(pilot, "?")
        assert app.answers["year/week@2026-W48/good"] == "Leeks!?"
        await press(pilot, "ctrl+q")
    async with opened(allotment, tmp_path, size=(100, 50), now=later + timedelta(days=1)) as (app, pilot):
        await press(pilot, "enter", "tab", "x")
        assert app.answers["year/week@2026-W48/good"] == "Leeks!?"
        assert app.answers["year/week@2026-W49/good"] == "x"


@pytest.mark.parametrize("hours", [9, -30], ids=["the next morning", "a clock set back"])
@pytest.mark.parametrize("way", ["key", "paste", "click"])
async def test_a_page_left_open_over_night_takes_nothing_into_the_old_day(
    allotment: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hours: int, way: str
) -> None:
    """The lid was closed over it, so that no minute has passed for the program; the pen rests then."""
    now = NOW + timedelta(hours=hours)
    async with opened(allotment, tmp_path, size=(80, 40)) as (app, pilot):
        screen = await at(app, pilot, *DAY)
        await press(pilot, "tab", *"Leeks")
        monkeypatch.setattr(screen, "now", lambda: now)
        if way == "key":
            await press(pilot, "!")
        elif way == "paste":
            app.post_message(events.Paste("!"))
            await settled(pilot)
        else:
            await pilot.click("TextField", offset=(2, 0))
            await press(pilot, "!")
        assert dict(app.answers) == {"year/day@2026-11-23/line": "Leeks"}
        await press(pilot, "tab", *"Kale")
        assert app.answers[f"year/day@{now:%Y-%m-%d}/line"] == "Kale"
        assert app.answers["year/day@2026-11-23/line"] == "Leeks"


async def test_midnight_does_not_take_a_sentence_from_who_is_writing_it(
    allotment: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(allotment, tmp_path, size=(80, 40), now=datetime(2026, 11, 23, 23, 58)) as (app, pilot):
        screen = await at(app, pilot, *DAY)
        await press(pilot, "tab", *"Leeks")
        monkeypatch.setattr(screen, "now", lambda: datetime(2026, 11, 24, 0, 20))
        await press(pilot, *", too")
        assert dict(app.answers) == {"year/day@2026-11-23/line": "Leeks, too"}


async def test_words_typed_before_the_page_has_come_to_rest_stand_in_their_order(
    allotment: Book, tmp_path: Path
) -> None:
    """The reader knows the way: Enter, Tab and a word come faster than the caret is put back."""
    async with opened(allotment, tmp_path, size=(100, 50)) as (app, pilot):
        await at(app, pilot, *WEEK)
        await press(pilot, "tab", *"Leeks", "ctrl+q")
    for week in range(1, 6):
        async with opened(allotment, tmp_path, now=NOW + timedelta(weeks=week)) as (app, pilot):
            for key in ("enter", "tab", *"Kale"):
                app.post_message(events.Key(key, key if len(key) == 1 else None))
            await settled(pilot)
            assert app.answers[f"year/week@2026-W{48 + week}/good"] == "Kale"
            await press(pilot, "ctrl+q")
