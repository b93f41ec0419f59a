"""A page as its reader meets it: turning, ticking, writing, leaving a field."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from tests.tui.hearing import send
from tests.tui.program import NOW, opened, seen, settled
from tests.tui.waiting import until
from workbook.book import Book
from workbook.export import filled_chapter
from workbook.tui.app import WorkbookApp
from workbook.tui.screens import ReadingScreen
from workbook.tui.widgets import Contents, PageView
from workbook.tui.widgets.fields.choice_line import ChoiceLine
from workbook.tui.widgets.fields.scale import ScaleLine
from workbook.tui.widgets.fields.text import TextField
from workbook.tui.widgets.fields.ticks import Ticks


async def at(app: WorkbookApp, pilot: Pilot[None], chapter: str, number: int) -> ReadingScreen:
    """The reading screen with one page of the fixture book open."""
    screen = app.screen
    assert isinstance(screen, ReadingScreen)
    screen.go(screen.journey.page_called(chapter, number=number))
    await settled(pilot)
    return screen


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press `keys`, and wait until nothing moves any more."""
    await pilot.press(*keys)
    await settled(pilot)


async def test_n_and_p_turn_pages_through_the_whole_book_and_back(allotment: Book, tmp_path: Path) -> None:
    """From the cover to the reader's own words; at either end the keys do nothing."""
    pages = 1 + sum(len(chapter.pages) for chapter in allotment.chapters)
    async with opened(allotment, tmp_path) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        for _ in range(pages + 2):
            await press(pilot, "n")
        assert screen.journey.page.title == "Your words"
        for _ in range(pages + 2):
            await press(pilot, "p")
        assert screen.journey.here.front is allotment.cover


async def test_a_tick_is_kept_and_a_second_one_takes_it_back(allotment: Book, tmp_path: Path) -> None:
    """A box that is ticked says so with a sign, not with a colour."""
    async with opened(allotment, tmp_path) as (app, pilot):
        await at(app, pilot, "ground", 0)
        await press(pilot, "tab", "down", "space")
        assert "[x] Standing water" in seen(app)
        assert dict(app.answers) == {"ground/soil/water": True}
        await press(pilot, "enter")
        assert "[ ] Standing water" in seen(app)
        assert not app.answers


async def test_a_choice_takes_one_and_can_be_taken_back(allotment: Book, tmp_path: Path) -> None:
    """Choosing another one leaves the first."""
    async with opened(allotment, tmp_path, size=(80, 40)) as (app, pilot):
        await at(app, pilot, "ground", 0)
        await press(pilot, "tab", "tab", "space", "down", "space")
        assert dict(app.answers) == {"ground/light": "half"}
        assert "(•) Half the day" in seen(app)
        await press(pilot, "space")
        assert not app.answers


async def test_a_scale_tells_nought_from_nothing(allotment: Book, tmp_path: Path) -> None:
    """Digits, arrows, and Backspace for none."""
    async with opened(allotment, tmp_path, size=(80, 40)) as (app, pilot):
        await at(app, pilot, "ground", 0)
        await press(pilot, "tab", "tab", "tab")
        assert isinstance(app.focused, ScaleLine)
        await press(pilot, "0")
        assert dict(app.answers) == {"ground/hope": 0}
        assert "[0]" in seen(app)
        await press(pilot, "left", "end")
        assert dict(app.answers) == {"ground/hope": -1}
        await press(pilot, "backspace")
        assert not app.answers


async def test_letters_are_letters_in_a_text_and_keys_elsewhere(allotment: Book, tmp_path: Path) -> None:
    """N turns the page, but not in the middle of a word; Esc leaves the field and changes nothing."""
    async with opened(allotment, tmp_path, size=(80, 40)) as (app, pilot):
        screen = await at(app, pilot, "ground", 1)
        await press(pilot, "tab", *"npc/?")
        assert dict(app.answers) == {"ground/one-word": "npc/?"}
        await press(pilot, "escape")
        assert isinstance(app.focused, PageView)
        assert dict(app.answers) == {"ground/one-word": "npc/?"}
        await press(pilot, "n")
        assert screen.journey.page.title == "What stays prose"


async def test_enter_leaves_a_field_of_one_row_and_breaks_a_line_in_others(
    allotment: Book, tmp_path: Path
) -> None:
    """No word is sent anywhere by Enter."""
    async with opened(allotment, tmp_path, size=(80, 40)) as (app, pilot):
        await at(app, pilot, "ground", 1)
        await press(pilot, "tab", *"Loam", "enter", *"It is", "enter", *"dark")
        assert dict(app.answers) == {"ground/one-word": "Loam", "ground/why": "It is\ndark"}


async def test_a_blank_typed_at_the_end_of_a_word_is_not_eaten(allotment: Book, tmp_path: Path) -> None:
    """What is stored has no blank at its end; what stands in the field keeps it for the next word."""
    async with opened(allotment, tmp_path, size=(80, 40)) as (app, pilot):
        await at(app, pilot, "ground", 1)
        await press(pilot, "tab", *"hello ")
        app.answers.flush()
        await settled(pilot)
        assert app.answers["ground/one-word"] == "hello"
        await press(pilot, *"there")
        assert app.answers["ground/one-word"] == "hello there"


async def test_a_date_moves_by_days_and_says_which_day_it_is(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path, size=(80, 40)) as (app, pilot):
        await at(app, pilot, "ground", 1)
        await press(pilot, "shift+tab", *"2026-11")
        assert "not a date yet" in seen(app)
        await press(pilot, *"-30", "up")
        assert app.answers["ground/first-day"] == "2026-12-01"
        assert "Tuesday 1 December 2026" in seen(app)


@pytest.mark.parametrize("words", ["31.12.2026", "31/12", "tomorrow", "+14", "in two weeks"])
async def test_a_day_may_be_written_in_any_way_and_stands_as_a_date_once_the_field_is_left(
    allotment: Book, tmp_path: Path, words: str
) -> None:
    day = {"t": "2026-11-24", "3": "2026-12-31"}.get(words[0], "2026-12-07")
    async with opened(allotment, tmp_path, size=(80, 40)) as (app, pilot):
        await at(app, pilot, "ground", 1)
        await press(pilot, "shift+tab", *words)
        assert f"{date.fromisoformat(day):%A}" in seen(app)
        assert words in seen(app), "it is not changed under the fingers"
        assert app.answers["ground/first-day"] == day, "it is a date already, whatever happens now"
        await press(pilot, "escape")
        assert day in seen(app)
        assert app.answers["ground/first-day"] == day


@pytest.mark.parametrize(
    ("key", "day"),
    [("up", "2027-01-01"), ("down", "2026-12-30"), ("pageup", "2027-01-07"), ("pagedown", "2026-12-24")],
)
async def test_arrows_move_a_day_and_page_keys_a_week_however_the_day_was_written(
    allotment: Book, tmp_path: Path, key: str, day: str
) -> None:
    async with opened(allotment, tmp_path, size=(80, 40)) as (app, pilot):
        await at(app, pilot, "ground", 1)
        await press(pilot, "shift+tab", *"31.12.2026", key)
        assert app.answers["ground/first-day"] == day


@pytest.mark.parametrize("key", ["up", "down", "pageup", "pagedown"])
async def test_no_key_takes_the_place_of_words_that_are_no_day(
    allotment: Book, tmp_path: Path, key: str
) -> None:
    async with opened(allotment, tmp_path, size=(80, 40)) as (app, pilot):
        await at(app, pilot, "ground", 1)
        await press(pilot, "shift+tab", *"when it thaws", key)
        assert app.answers["ground/first-day"] == "when it thaws"
        await press(pilot, "ctrl+u", key)
        assert app.answers["ground/first-day"] == "2026-11-23", "in an empty field it is today"


async def test_words_of_long_ago_are_not_changed_by_going_through_them(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path, size=(80, 40)) as (app, pilot):
        app.answers["ground/first-day"] = "tomorrow"  # as an earlier version kept it
        await at(app, pilot, "ground", 1)
        await press(pilot, "shift+tab", "escape")
        assert app.answers["ground/first-day"] == "tomorrow"
        assert "tomorrow" in seen(app)


async def test_words_in_a_date_are_no_date_and_are_kept_all_the_same(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path, size=(80, 40)) as (app, pilot):
        await at(app, pilot, "ground", 1)
        await press(pilot, "shift+tab", *"when it thaws")
        assert "not a date yet" in seen(app)
        await press(pilot, "f4")
        await press(pilot, "f3")
        assert "when it thaws" in seen(app)
    async with opened(allotment, tmp_path, size=(80, 40)) as (app, pilot):
        await at(app, pilot, "ground", 1)
        assert "when it thaws" in seen(app)
        assert "> when it thaws" in filled_chapter(next(allotment.chapters), app.answers)


@pytest.mark.parametrize(("day", "key"), [("9999-12-31", "up"), ("0001-01-01", "down")])
async def test_at_either_end_of_the_calendar_a_date_stays_where_it_is(
    allotment: Book, tmp_path: Path, day: str, key: str
) -> None:
    async with opened(allotment, tmp_path, size=(80, 40)) as (app, pilot):
        await at(app, pilot, "ground", 1)
        await press(pilot, "shift+tab", *day, key)
        assert app.answers["ground/first-day"] == day


async def test_a_length_or_a_number_that_was_asked_for_is_counted_but_never_forced(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path, size=(80, 40)) as (app, pilot):
        await at(app, pilot, "ground", 0)
        assert "ticked" not in seen(app)
        await press(pilot, "tab", "space")
        assert "1 of 2 ticked" in seen(app)
        await press(pilot, "down", "space", "down", "space")
        assert "3 ticked, 2 were asked for" in seen(app)
        assert len(app.answers) == 3
        await at(app, pilot, "ground", 1)
        assert "characters" not in seen(app)
        await press(pilot, "tab", "tab", *"Clay")
        assert "4 of 300 characters" in seen(app)
        assert isinstance(app.focused, TextField)
        app.focused.post_message(events.Paste("o" * 297))
        await settled(pilot)
        assert "301 characters, 300 were asked for" in seen(app)
        assert len(str(app.answers["ground/why"])) == 301


async def test_a_field_that_stays_out_of_copies_says_so_while_it_is_filled_in(
    allotment: Book, tmp_path: Path
) -> None:
    def is_called_private() -> bool:
        return "kept out of copies · " in seen(app).splitlines()[0]

    async with opened(allotment, tmp_path, size=(80, 40)) as (app, pilot):
        await at(app, pilot, "ground", 1)
        private = {}
        for _ in range(3):
            await press(pilot, "tab")
            assert isinstance(app.focused, TextField)
            private[app.focused.address] = is_called_private()
        assert private == {"ground/one-word": False, "ground/why": True, "ground/first-day": False}
        await press(pilot, "tab")
        assert not is_called_private()
        for number, expected in ((4, False), (5, True)):  # of a week one part is private, of a day all
            await at(app, pilot, "year", number)
            await press(pilot, "tab")
            assert is_called_private() is expected


async def test_a_ticked_row_opens_its_questions_and_keeps_them_when_it_closes(
    allotment: Book, tmp_path: Path
) -> None:
    """Unticking hides what was written; ticking again shows it."""
    async with opened(allotment, tmp_path, size=(100, 60)) as (app, pilot):
        await at(app, pilot, "year", 1)
        assert "When …, I will …" not in seen(app)
        await press(pilot, "tab", "tab", "down", "space", "tab", "tab", *"At six")
        assert "At six" in seen(app)
        assert app.answers["year/jobs/water/plan"] == "At six"
        await press(pilot, "shift+tab", "shift+tab")
        assert isinstance(app.focused, Ticks)
        await press(pilot, "space")
        assert "At six" not in seen(app)
        assert app.answers["year/jobs/water/plan"] == "At six"
        await press(pilot, "space")
        assert "At six" in seen(app)


async def test_rows_open_in_their_own_order_whatever_the_order_of_the_ticks(
    allotment: Book, tmp_path: Path
) -> None:
    """The third row is ticked before the first."""
    async with opened(allotment, tmp_path, size=(100, 70)) as (app, pilot):
        await at(app, pilot, "year", 1)
        await press(pilot, "tab", "tab", "down", "down", "space", "up", "up", "space")
        lines = seen(app).splitlines()
        heads = [line.split(".")[0].split()[-1] for line in lines if "compost" in line or "Sow beans" in line]
        assert heads == ["1", "3", "1", "3"]


async def test_a_card_shows_its_back_when_it_is_turned(allotment: Book, tmp_path: Path) -> None:
    """The next time, what was known already comes last."""
    async with opened(allotment, tmp_path, size=(80, 40)) as (app, pilot):
        await at(app, pilot, "year", 2)
        assert "When do you prune" in seen(app)
        assert "while it sleeps" not in seen(app)
        await press(pilot, "tab", "space")
        assert "while it sleeps" in seen(app)
        await press(pilot, "tab", "right", "space")
        assert dict(app.answers) == {"year/questions/prune/known": "knew"}
        await press(pilot, "escape", "p", "n")
        assert "Why do beans" in seen(app)


async def test_a_weekly_exercise_shows_earlier_weeks_beneath_this_one(
    allotment: Book, tmp_path: Path
) -> None:
    """Last week is read beneath this week's fields, and opens in them."""
    last_week = NOW.replace(day=16)
    async with opened(allotment, tmp_path, size=(100, 50), now=last_week) as (app, pilot):
        await at(app, pilot, "year", 4)
        await press(pilot, "tab", *"Leeks")
    async with opened(allotment, tmp_path, size=(100, 50)) as (app, pilot):
        await at(app, pilot, "year", 4)
        text = seen(app)
        assert (
            text.index("23 to 29 November") < text.index("Then and now") < text.index("16 November   Leeks")
        )
        await press(pilot, "tab", *"Kale")
        assert app.answers["year/week@2026-W48/good"] == "Kale"
        assert app.answers["year/week@2026-W47/good"] == "Leeks"
        await press(pilot, "tab", "tab", "tab", "enter")
        assert isinstance(app.focused, TextField)
        assert app.focused.text == "Leeks"


async def test_again_begins_another_entry_and_keeps_the_first(allotment: Book, tmp_path: Path) -> None:
    """Turns are talked through a second time an hour later."""
    async with opened(allotment, tmp_path, size=(100, 50)) as (app, pilot):
        await at(app, pilot, "year", 3)
        await press(pilot, "tab", "tab", *"That it rained")
    async with opened(allotment, tmp_path, size=(100, 50), now=NOW.replace(hour=21)) as (app, pilot):
        await at(app, pilot, "year", 3)
        await press(pilot, "tab", "tab", "tab", "enter")
        await press(pilot, *"That it stopped")
        assert app.answers["year/turns@2026-11-23T2015/say/heard"] == "That it rained"
        assert app.answers["year/turns@2026-11-23T2115/say/heard"] == "That it stopped"
        assert "That it rained" in seen(app)


async def test_after_a_flight_west_the_page_shows_what_was_begun_last(
    allotment: Book, tmp_path: Path
) -> None:
    """Eight in the evening in Tokyo, then eight in the morning of the same day in Los Angeles."""
    for hour, words in ((20, "In Tokyo"), (8, "In Los Angeles")):
        now = NOW.replace(hour=hour, minute=0)
        async with opened(allotment, tmp_path, size=(100, 50), now=now) as (app, pilot):
            await at(app, pilot, "year", 3)
            await press(pilot, *(["tab"] * 3 + ["enter"] if hour == 8 else ["tab", "tab"]))
            await press(pilot, *words)
            assert app.answers[f"year/turns@2026-11-23T{hour:02}00/say/heard"] == words
    async with opened(allotment, tmp_path, size=(100, 50), now=now) as (app, pilot):
        await at(app, pilot, "year", 3)
        page = seen(app)
        assert page.index("23 November, 08:00") < page.index("23 November, 20:00, to read or change it")
        await press(pilot, "tab", "tab")
        assert isinstance(app.focused, TextField)
        assert app.focused.text == "In Los Angeles"


async def test_another_entry_is_offered_as_soon_as_one_is_begun(allotment: Book, tmp_path: Path) -> None:
    """It comes into view when it is opened, however small the window."""
    async with opened(allotment, tmp_path, size=(60, 20)) as (app, pilot):
        await at(app, pilot, "year", 3)
        await press(pilot, "tab", "tab")
        assert not app.screen.query("ExerciseView > ActionLine")
        await press(pilot, *"Rain")
        assert len(app.screen.query("ExerciseView > ActionLine")) == 1
        await press(pilot, "tab")
        row = app.screen.query_one(PageView).scroll_y
        await press(pilot, "enter")
        assert isinstance(field := app.focused, TextField)
        assert not field.text
        assert app.screen.can_view_entire(field)
        assert app.screen.query_one(PageView).scroll_y == row


async def test_a_page_left_open_over_night_asks_for_the_new_week(
    allotment: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By itself, while nobody is there; a word that was being written then is read below."""
    async with opened(allotment, tmp_path, size=(80, 40)) as (app, pilot):
        screen = await at(app, pilot, "year", 4)
        await press(pilot, "tab", *"Kale")
        monkeypatch.setattr(screen, "now", lambda: NOW + timedelta(hours=1))
        screen.days.look()
        await settled(pilot)
        assert "23 to 29 November" in seen(app)
        monkeypatch.setattr(screen, "now", lambda: NOW + timedelta(days=7))
        screen.days.look()
        await settled(pilot)
        text = seen(app)
        assert text.index("30 November to 6 December") < text.index("23 November   Kale")
        assert isinstance(app.focused, PageView)
        await press(pilot, "tab", *"Leeks")
        assert dict(app.answers) == {"year/week@2026-W48/good": "Kale", "year/week@2026-W49/good": "Leeks"}


async def test_arrows_choose_in_a_line_of_options(allotment: Book, tmp_path: Path) -> None:
    """A row and its few options share a line; down goes to the next row."""
    async with opened(allotment, tmp_path, size=(100, 50)) as (app, pilot):
        await at(app, pilot, "year", 6)
        await press(pilot, "tab")
        assert isinstance(app.focused, ChoiceLine)
        await press(pilot, "right", "space", "down", "space")
        assert dict(app.answers) == {"year/sorting/shed/whose": "ours", "year/sorting/pump/whose": "mine"}


async def test_the_contents_are_a_drawer_on_a_small_screen(allotment: Book, tmp_path: Path) -> None:
    """F2 opens it, Enter goes to a chapter and closes it, Esc closes it as well."""
    async with opened(allotment, tmp_path, size=(60, 20)) as (app, pilot):
        contents = app.screen.query_one(Contents)
        assert not contents.display
        await press(pilot, "f2", "down", "down", "enter")
        assert not contents.display
        assert "What there is to do" in seen(app)
        await press(pilot, "f2")
        assert contents.display
        await press(pilot, "escape")
        assert not contents.display
        assert isinstance(app.focused, PageView)


async def test_the_contents_say_how_much_of_each_chapter_is_filled(allotment: Book, tmp_path: Path) -> None:
    """○ for none, ◐ for some."""
    async with opened(allotment, tmp_path, size=(120, 36)) as (app, pilot):
        await at(app, pilot, "ground", 0)
        await until(pilot, lambda: "○  1 The ground" in seen(app))
        await press(pilot, "tab", "space")
        await until(pilot, lambda: "◐  1 The ground" in seen(app))


async def test_a_link_goes_to_its_page_and_backspace_returns(allotment: Book, tmp_path: Path) -> None:
    """A link inside the book, to the page that its fragment names."""
    async with opened(allotment, tmp_path) as (app, pilot):
        screen = await at(app, pilot, "ground", 0)
        screen.action_follow("02-year.md#the-week")
        await settled(pilot)
        assert screen.journey.page.title == "The week"
        await press(pilot, "backspace")
        assert screen.journey.page.title == "The ground"


async def test_an_address_outside_is_shown_before_anything_is_opened(
    allotment: Book, tmp_path: Path, went: list[str]
) -> None:
    """Esc, and nothing has happened."""
    async with opened(allotment, tmp_path) as (app, pilot):
        screen = await at(app, pilot, "ground", 2)
        screen.action_follow("https://example.org/")
        await settled(pilot)
        assert "https://example.org/" in seen(app)
        await press(pilot, "escape")
        assert not went
        screen.action_follow("https://example.org/")
        await settled(pilot)
        await press(pilot, "enter")
        assert went == ["https://example.org/"]


async def test_staying_safe_leaves_no_trace(allotment: Book, tmp_path: Path) -> None:
    """Opened and closed again, the page, the place and the way back are what they were."""
    async with opened(allotment, tmp_path) as (app, pilot):
        screen = await at(app, pilot, "ground", 1)
        before = screen.place
        await press(pilot, "f5")
        assert app.screen is not screen
        await press(pilot, "escape")
        assert app.screen is screen
        assert screen.place == before
        app.answers["ground/one-word"] = "Loam"  # a file with something in it is what could tell
        app.answers.flush()
        assert "staying" not in (tmp_path / f"{allotment.id}.json").read_text("utf-8")


async def test_typing_brings_its_field_back_into_view(allotment: Book, tmp_path: Path) -> None:
    """The reader scrolls away from the field, and goes on typing."""
    async with opened(allotment, tmp_path, size=(60, 20)) as (app, pilot):
        screen = await at(app, pilot, "ground", 1)
        await press(pilot, "tab", "tab", *"Because")
        screen.view.scroll_to(y=0, animate=False, immediate=True)
        await settled(pilot)
        screen.view.scroll_to(y=screen.view.max_scroll_y, animate=False, immediate=True)
        await settled(pilot)
        await press(pilot, "x")
        assert "Becausex" in seen(app)


async def test_wherever_tab_leads_is_in_view(allotment: Book, tmp_path: Path) -> None:
    """On the smallest screen, through every field of every page."""
    async with opened(allotment, tmp_path, size=(60, 20)) as (app, pilot):
        for chapter in allotment.chapters:
            for number in range(len(chapter.pages)):
                screen = await at(app, pilot, chapter.id, number)
                for _ in range(40):
                    await press(pilot, "tab")
                    if app.focused is screen.view:
                        break
                    assert app.focused
                    field, view = app.focused.region, screen.view.region
                    assert field.y >= view.y
                    assert field.bottom <= view.bottom or field.height > view.height
                else:
                    raise AssertionError("Tab never leads back to the page")


async def test_a_burst_of_typing_scrolls_no_further_than_to_its_field(
    allotment: Book, tmp_path: Path
) -> None:
    """Many characters at once, far from the field: each asks for the same scroll, which must not add up."""
    async with opened(allotment, tmp_path, size=(60, 20)) as (app, pilot):
        screen = await at(app, pilot, "ground", 1)
        await press(pilot, "tab", "tab")
        field = app.focused
        assert isinstance(field, TextField)
        screen.view.scroll_to(y=0, animate=False, immediate=True)
        await settled(pilot)
        for letter in "all of these at once":
            field.insert(letter)
        await settled(pilot)
        assert "all of these at once" in seen(app)


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_tab_leads_to_the_end_of_what_was_written(
    allotment: Book, tmp_path: Path, size: tuple[int, int]
) -> None:
    """So that what is typed then is added; however long it is, the row of the cursor is seen."""
    async with opened(allotment, tmp_path, size=size) as (app, pilot):
        await at(app, pilot, "ground", 1)
        await press(pilot, "tab", *"Loam", "tab")
        await send(pilot, "\x1b[200~" + "It is dark. " * 60 + "And wet\x1b[201~")
        await press(pilot, "tab", *"2026-12")
    async with opened(allotment, tmp_path, size=size) as (app, pilot):
        await at(app, pilot, "ground", 1)
        await press(pilot, "tab", "y", "tab")
        assert "And wet" in seen(app)
        await press(pilot, ".", "tab", *"-06")
        assert app.answers["ground/one-word"] == "Loamy"
        assert str(app.answers["ground/why"]).endswith("And wet.")
        assert app.answers["ground/first-day"] == "2026-12-06"
