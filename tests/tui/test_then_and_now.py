"""Then and now: below what repeats, words first and what can be counted after, on any screen."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tests.books import book_of
from tests.tui.program import NOW, opened, seen, settled
from tests.tui.test_page import at, press
from workbook.book import Answer, Book
from workbook.tui.widgets.exercises.then_and_now import ThenAndNow
from workbook.tui.widgets.fields import TextField

WEEK = """
# A week

Before it stands some prose.

<!-- @group #week repeat=week home="This week" -->

Four short questions.

<!-- @text #valued -->

One thing I valued *(For example: "the soup".)*

> …

<!-- @scale #near -->

How near?

> … / 10

<!-- @checklist #signs -->

Which were there?

- [ ] We laughed. <!-- #fun short="fun" -->
- [ ] We talked. <!-- #talk short="talk" -->

<!-- @end -->

## Another page

Nothing is asked here.
"""

WORDS = ("Soup.", "The lamp.", "The bus.", "Two cups.", "The dentist.")


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return book_of(tmp_path / "book", us=WEEK)


def weeks(count: int) -> dict[str, Answer]:
    """The words, numbers and ticks of the last `count` weeks before this one, week 48."""
    kept: dict[str, Answer] = {}
    for week in range(48 - count, 48):
        at = f"us/week@2026-W{week}"
        kept |= {f"{at}/valued": WORDS[week % 5], f"{at}/near": week % 10, f"{at}/signs/fun": True}
    return kept


async def test_the_first_week_shows_its_prose_and_examples_and_nothing_below(
    book: Book, tmp_path: Path
) -> None:
    async with opened(book, tmp_path, size=(80, 40)) as (app, pilot):
        await at(app, pilot, "us", 0)
        text = seen(app)
        assert "Before it stands some prose." in text
        assert "the soup" in text
        assert "Then and now" not in text
        await press(pilot, "tab", *"Soup")
        assert "Then and now" not in seen(app)


async def test_from_the_second_week_on_the_page_lands_on_the_exercise(book: Book, tmp_path: Path) -> None:
    """Its prose waits above, the example is needed no more, and the name and the days are enough."""
    async with opened(book, tmp_path, size=(80, 24)) as (app, pilot):
        app.answers.update(weeks(1))
        await press(pilot, "n")
        if "This week" not in seen(app):
            await press(pilot, "n")
        text = seen(app)
        assert "Before it stands some prose." not in text
        assert "This week" in text.split("\n")[2]
        assert "23 to 29 November" in text.split("\n")[2]
        assert "One thing I valued" in text
        assert "the soup" not in text
        assert "Four short questions." not in text
        await press(pilot, "home")
        assert "Before it stands some prose." in seen(app)


async def test_words_come_first_three_at_a_time_and_enter_shows_all(book: Book, tmp_path: Path) -> None:
    async with opened(book, tmp_path, size=(80, 60)) as (app, pilot):
        app.answers.update(weeks(5))
        await at(app, pilot, "us", 0)
        text = seen(app)
        assert text.index("16 November   The bus.") < text.index("2 November   Soup.")
        assert text.index("2 November   Soup.") < text.index("Nov\n")
        assert "The dentist." not in text
        assert "▸ all of them, back to 19 October" in text
        await press(pilot, "tab", "tab", "tab", "tab", "enter")
        assert "19 October   Two cups." in (text := seen(app))
        assert "▸ fewer" in text
        await press(pilot, "enter")
        assert "The dentist." not in seen(app)


async def test_weeks_stand_in_columns_and_what_was_missed_is_empty(book: Book, tmp_path: Path) -> None:
    async with opened(book, tmp_path, size=(80, 60)) as (app, pilot):
        kept = {
            address: value
            for address, value in weeks(4).items()
            if not address.startswith("us/week@2026-W46")
        }
        app.answers.update(kept)
        await at(app, pilot, "us", 0)
        table = seen(app).partition("Nov\n")[2].split("\n")
        assert table[0].split() == ["▌", "26", "2", "9", "16"]
        assert [char for char in table[1] if char in "▁▂▃▄▅▆▇█"] == ["▃", "▄", "▆"]
        assert table[1].index("▆") - table[1].index("▄") == 8
        assert table[2].split() == ["▌", "0–10", "4", "5", "7"]
        assert [row.split()[1:] for row in table if "talk" in row] == [["talk", "·", "·", "·"]]
        assert [row.split()[1:] for row in table if "fun" in row] == [["fun", "■", "■", "■"]]


@pytest.mark.parametrize("size", [(40, 60), (60, 60)])
async def test_older_weeks_that_do_not_fit_are_left_off_and_a_sign_says_so(
    book: Book, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(book, tmp_path, size=size) as (app, pilot):
        app.answers.update(weeks(30))
        await at(app, pilot, "us", 0)
        assert sum("‹" in row and "›" not in row for row in seen(app).split("\n")) == 1
        assert "16\n" in seen(app)
        await pilot.resize_terminal(200, 60)
        await settled(pilot)
        assert seen(app).count("‹") == 1  # the column of an exercise is never wider than prose


@pytest.mark.parametrize("way", ["keys", "click"])
async def test_an_older_week_is_opened_in_the_fields_and_changed(
    book: Book, tmp_path: Path, way: str
) -> None:
    async with opened(book, tmp_path, size=(80, 60)) as (app, pilot):
        app.answers.update(weeks(3))
        await at(app, pilot, "us", 0)
        if way == "keys":
            await press(pilot, "tab", "tab", "tab", "tab", "enter", "down", "enter")
        else:
            await pilot.click("ThenAndNow > ActionLine:last-child", offset=(4, 0))
            await settled(pilot)
            await pilot.click("EntryList", offset=(4, 1))
            await settled(pilot)
        assert "9 to 15 November" in seen(app)
        assert isinstance(app.focused, TextField)
        await press(pilot, "!")
        assert app.answers["us/week@2026-W46/valued"] == "The lamp.!"
        assert "us/week@2026-W48/valued" not in app.answers
        assert "Again: 23 to 29 November" in seen(app)


async def test_space_on_the_way_to_the_next_exercise_begins_no_other_round(tmp_path: Path) -> None:
    rounds = """# Rounds

<!-- @group #rounds repeat=entry -->

Before you begin.

<!-- @text #topic -->

Our small topic

> …

<!-- @end -->

<!-- @text #after -->

And after?

> …
"""
    async with opened(book_of(tmp_path / "book", us=rounds), tmp_path, size=(80, 30)) as (app, pilot):
        await at(app, pilot, "us", 0)
        await press(pilot, "tab", *"tea", "tab")
        assert "Again" in seen(app)
        await press(pilot, "space", "space")
        await press(pilot, "tab", *"we", "shift+tab", "shift+tab", *"!")
        assert sorted(dict(app.answers).values()) == ["tea!", "we"]


async def test_a_word_that_is_typed_draws_nothing_below_anew(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(book, tmp_path, size=(80, 60)) as (app, pilot):
        app.answers.update(weeks(12))
        await at(app, pilot, "us", 0)
        await press(pilot, "tab")
        below = app.screen.query_one(ThenAndNow)
        drawn: list[Region] = []

        def spied(widget: Widget) -> None:
            draw = widget.render_lines

            def seen_drawing(crop: Region) -> list[Strip]:
                drawn.append(crop)
                return draw(crop)

            monkeypatch.setattr(widget, "render_lines", seen_drawing)

        for widget in below.children:
            spied(widget)
        await press(pilot, *"Kale and leeks")
        assert app.answers["us/week@2026-W48/valued"] == "Kale and leeks"
        assert not [crop for crop in drawn if crop.height], drawn


async def test_what_was_written_this_week_is_read_below_in_the_next(book: Book, tmp_path: Path) -> None:
    async with opened(book, tmp_path, size=(80, 60)) as (app, pilot):
        await at(app, pilot, "us", 0)
        await press(pilot, "tab", *"Kale")
    async with opened(book, tmp_path, size=(80, 60), now=NOW + timedelta(days=7)) as (app, pilot):
        await at(app, pilot, "us", 0)
        assert "23 November   Kale" in seen(app)
        assert "23 to 29 November, to read or change it" in seen(app)
