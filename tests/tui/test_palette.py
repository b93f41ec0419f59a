"""The palette: every action and every chapter, a few letters away; and the colours."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from tests.books import book_of
from tests.tui.program import opened, seen, settled
from tests.tui.waiting import until
from workbook.answers import Saving
from workbook.book import Book, read_book
from workbook.session import warning_of
from workbook.tui.app import WorkbookApp
from workbook.tui.commands import EVERYWHERE, READING
from workbook.tui.screens import ReadingScreen
from workbook.tui.screens.dialogs.elsewhere import ElsewhereDialog
from workbook.tui.screens.dialogs.palette import PaletteDialog
from workbook.tui.screens.dialogs.theme import ThemeDialog
from workbook.tui.theme import HOUSE

pytestmark = pytest.mark.usefixtures("looks_at_once")


CHAPTERS = Path(__file__).parents[2] / "chapters"


WHOLE = (100, 90)
"""A window in which all of the palette is seen at once."""


async def look_up(pilot: Pilot[None], words: str = "") -> list[str]:
    """Open the palette, type `words`, and return the rows of its list, without the sign of the cursor."""
    await pilot.press("ctrl+p")
    await settled(pilot)
    await pilot.press(*words)
    await until(pilot, lambda: not words or palette(pilot).words == words)
    places = palette(pilot).places
    rows = seen(pilot.app).splitlines()[places.region.y : places.region.bottom]
    return [row[places.region.x + 2 : places.region.right].rstrip() for row in rows]


def palette(pilot: Pilot[None]) -> PaletteDialog:
    """The palette, which is open."""
    assert isinstance(pilot.app.screen, PaletteDialog)
    return pilot.app.screen


def offered(dialog: ThemeDialog) -> list[str | None]:
    """The names of the themes in the dialog."""
    return [option.id for option in dialog.query_one(OptionList).options]


async def choose_theme(pilot: Pilot[None], name: str) -> ThemeDialog:
    """Open the colours by the palette, and put the cursor on `name`."""
    await look_up(pilot, "theme")
    await pilot.press("enter")
    await settled(pilot)
    dialog = pilot.app.screen
    assert isinstance(dialog, ThemeDialog)
    dialog.options.highlighted = dialog.options.get_option_index(name)
    await settled(pilot)
    return dialog


async def test_every_action_stands_in_it_with_its_key(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data", size=WHOLE) as (_, pilot):
        entries = await look_up(pilot)
    for command in (*READING, *EVERYWHERE):
        named = f"{command.label}  {command.shown}".rstrip()
        assert any(entry.startswith(f"{named}  {command.help[:20]}") for entry in entries), named


async def test_what_most_readers_look_for_stands_above_the_chapters_and_these_above_the_rest(
    tmp_path: Path,
) -> None:
    """All of it in one small window: a line for each."""
    async with opened(read_book(CHAPTERS), tmp_path / "data") as (_, pilot):
        await pilot.press("n")
        await settled(pilot)
        entries = await look_up(pilot)
    starts = ("Contents", "Find", "Your words", "Print", "A copy to share", "1. What", "2. Mind", "3. Conn")
    assert all(entry.startswith(start) for entry, start in zip(entries, starts, strict=False)), entries


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("print", "Print"),
        ("export", "Print"),
        ("search", "Find"),
        ("exit", "Quit"),
        ("share", "A copy to share"),
        ("dark", "Theme"),
        ("settings", "Theme"),
        ("other person", "A copy to share"),
        ("lock", "Curtain"),
        ("backup", "Save elsewhere"),
        ("plan", "10. Your plan and weekly check-in"),
        ("a place to start", "A place to start"),
        ("phone call", "Four feelings in one phone call"),
        ("CLOSENÉSS THINS", "7. When closeness thins: nine causes"),
        ("slot protect", "What is the smallest slot you can protect?"),
        ("cntnts", "Contents"),
    ],
)
async def test_a_word_finds_what_a_reader_means_by_it_first(tmp_path: Path, typed: str, meant: str) -> None:
    async with opened(read_book(CHAPTERS), tmp_path / "data", size=WHOLE) as (_, pilot):
        entries = await look_up(pilot, typed)
    assert entries[0].startswith(meant), entries[:12]


async def test_for_a_partner_there_are_three_ways_before_every_question(tmp_path: Path) -> None:
    async with opened(read_book(CHAPTERS), tmp_path / "data", size=WHOLE) as (_, pilot):
        entries = await look_up(pilot, "partner")
    ways = ["Lay your partner's copy beside yours", "Staying safe  F5", "A copy to share"]
    assert entries[0:6:2] == ways


async def test_the_exercise_that_is_called_a_plan_is_found_by_that_word(tmp_path: Path) -> None:
    async with opened(read_book(CHAPTERS), tmp_path / "data", size=WHOLE) as (app, pilot):
        entries = await look_up(pilot, "trying")
        assert "9. Seven steps to build closeness · A place to start · What I am trying" in entries[1]
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, ReadingScreen)
        assert app.screen.journey.page.title == "A place to start"


async def test_who_types_and_presses_enter_at_once_means_the_likeliest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever stood there before, and though no chapter was read yet: that begins after a pause."""
    monkeypatch.setattr("workbook.tui.screens.dialogs.looking.PAUSE", 60)
    async with opened(read_book(CHAPTERS), tmp_path / "data") as (app, pilot):
        await pilot.press("ctrl+p", *"phone call", "enter")
        await settled(pilot)
        assert isinstance(app.screen, ReadingScreen)
        assert app.screen.journey.page.title == "Four feelings in one phone call"


async def test_what_nothing_is_called_says_so(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await look_up(pilot, "qwxz")
        assert "Nothing here is called that." in seen(app)


async def test_there_is_no_way_to_save_a_picture_of_the_screen(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (_, pilot):
        entries = await look_up(pilot)
    assert not [entry for entry in entries if "screenshot" in entry.lower()]


@pytest.mark.parametrize("front", read_book(CHAPTERS).fronts, ids=lambda front: front.id)
async def test_a_chapter_opens_by_a_part_of_its_title(front: object, tmp_path: Path) -> None:
    book = read_book(CHAPTERS)
    here = next(other for other in book.fronts if other == front)
    words = here.title.split()
    async with opened(book, tmp_path / "data") as (app, pilot):
        entries = await look_up(pilot, " ".join(words[1:3]).lower())
        assert entries[0].startswith(f"{here.number}. {here.title}")
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, ReadingScreen)
        assert app.screen.journey.here.front == here


async def test_an_action_is_done_from_it(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await look_up(pilot, "next")
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, ReadingScreen)
        assert app.screen.journey.position.startswith("The ground")


async def test_a_page_for_staying_safe_is_offered_only_by_a_book_that_has_one(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path / "data", size=WHOLE) as (_, pilot):
        assert "Staying safe  F5" in "".join(await look_up(pilot))
    book = book_of(tmp_path / "book", oats="# Oats\n")
    async with opened(book, tmp_path / "other", size=WHOLE) as (_, pilot):
        assert "Staying safe  F5" not in "".join(await look_up(pilot))


async def test_a_link_is_offered_once_and_only_where_nothing_else_leads_there(tmp_path: Path) -> None:
    oats = """# Oats

[Rye](02-rye.md), [the field](02-rye.md#the-field), [that field](02-rye.md#the-field),
[safe](staying-safe.md), [a page](https://example.org/), [nowhere](03-barley.md).
"""
    folder = tmp_path / "book"
    book_of(folder, oats=oats, rye="# Rye\n\n## The field\n\nWide.\n")
    (folder / "staying-safe.md").write_text("---\nid: staying-safe\ntitle: Safe\n---\n\n# Safe\n", "utf-8")
    async with opened(read_book(folder), tmp_path / "data", size=WHOLE) as (_, pilot):
        await pilot.press("n")
        await settled(pilot)
        entries = await look_up(pilot)
    links = [entry.partition("  ")[0] for entry in entries if entry.startswith("Link:")]
    assert links == ["Link: that field", "Link: a page", "Link: nowhere"]


async def test_odd_words_in_a_title_or_a_summary_are_only_words(tmp_path: Path) -> None:
    folder = tmp_path / "book"
    book_of(folder, oats="# Oats\n\nA [link [/oops]](https://example.org/[x]) here.\n")
    path = folder / "01-oats.md"
    head = 'title: "[/oops] [@click=app.quit]Oats[/]"\nsummary: "[bold] [/oops] $name"'
    path.write_text(path.read_text("utf-8").replace("title: On oats", head), "utf-8")
    async with opened(read_book(folder), tmp_path / "data", size=WHOLE) as (app, pilot):
        await pilot.press("n")
        await settled(pilot)
        entries = await look_up(pilot)
        assert "1. [/oops] [@click=app.quit]Oats[/]  [bold] [/oops] $name" in entries
        await pilot.press(*"oops")
        await settled(pilot)
        assert "[bold] [/oops] $name" in seen(app)


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (120, 36), (200, 60)])
async def test_the_cursor_stays_in_view_at_every_size(
    allotment: Book, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(allotment, tmp_path / "data", size=size) as (app, pilot):
        await look_up(pilot)
        for _ in range(30):
            await pilot.press("down")
            await settled(pilot)
            shown = palette(pilot).places.region
            rows = seen(app).splitlines()[shown.y : shown.bottom]
            assert [row[shown.x] for row in rows].count("▸") == 1


async def test_a_theme_is_seen_at_once_and_kept_with_enter(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        assert app.theme == "lamp"
        await choose_theme(pilot, "paper")
        assert app.theme == "paper"
        await pilot.press("enter")
        await settled(pilot)
    async with opened(allotment, tmp_path / "data") as (app, _):
        assert app.theme == "paper"


async def test_a_theme_that_was_only_looked_at_is_not_kept(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await choose_theme(pilot, "paper")
        assert app.theme == "paper"
        await pilot.press("ctrl+q")
    async with opened(allotment, tmp_path / "data") as (app, _):
        assert app.theme == "lamp"


async def test_escape_brings_back_the_theme_of_before(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await choose_theme(pilot, "stark")
        await pilot.press("escape")
        await settled(pilot)
        assert app.theme == "lamp"
    async with opened(allotment, tmp_path / "data") as (app, _):
        assert app.theme == "lamp"


async def test_only_themes_are_offered_of_which_it_is_known_that_they_can_be_read(
    allotment: Book, tmp_path: Path
) -> None:
    """Those that the test of contrast goes through."""
    async with opened(allotment, tmp_path / "data") as (_, pilot):
        dialog = await choose_theme(pilot, "paper")
        assert offered(dialog) == [theme.name for theme in HOUSE]


@pytest.mark.parametrize(
    ("kept", "shown"),
    [("nord", "lamp"), ("solarized-light", "paper"), ("ansi-light", "plain"), ("gone", "lamp")],
)
async def test_a_theme_that_is_offered_no_more_becomes_one_of_its_kind(
    allotment: Book, tmp_path: Path, kept: str, shown: str
) -> None:
    async with opened(allotment, tmp_path / "data") as (app, _):
        app.answers.keep_setting("theme", kept)
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        assert app.theme == shown
        await choose_theme(pilot, shown)
        await pilot.press("escape")
        await settled(pilot)
        assert app.theme == shown


async def test_where_no_colour_may_be_written_only_themes_without_are_offered(
    allotment: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        dialog = await choose_theme(pilot, "plain")
        assert offered(dialog) == ["plain"]
        assert isinstance(app, WorkbookApp)


async def test_the_way_out_of_a_full_disk_that_the_notice_names_leads_there(
    allotment: Book, tmp_path: Path
) -> None:
    """Its words, typed as they stand in the notice, and Enter at once."""
    said = warning_of(Saving("not saved", "the disk is full"))
    key, _, words = said.rpartition(": ")[2].removesuffix(".").partition(", then ")
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await pilot.press(key.lower(), *words, "enter")
        await settled(pilot)
        assert isinstance(app.screen, ElsewhereDialog)


async def test_what_was_typed_is_underlined_in_what_it_finds(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        assert "Curtain" in (await look_up(pilot, "curtain"))[0]
        strips = app.screen._compositor.render_strips()
        rows = ["".join(s.text for s in strip if s.style and s.style.underline) for strip in strips]
        assert "Curtain" in rows


@pytest.mark.parametrize(
    ("typed", "stands"),
    [("lodz", "Łódź"), ("ŁÓDŹ", "Łódź"), ("fjoer", "fjœr"), ("don't", "don’t")],
)
async def test_letters_that_few_keyboards_have_are_found_by_plain_ones_and_underlined(
    tmp_path: Path, typed: str, stands: str
) -> None:
    title = "Łódź in a fjœr: don’t hurry"
    book = book_of(tmp_path / "book", trip=f"# A trip\n\nGo.\n\n## {title}\n\nStay.\n")
    async with opened(book, tmp_path / "data") as (app, pilot):
        assert title in (await look_up(pilot, typed))[0]
        strips = app.screen._compositor.render_strips()
        marked = "".join(s.text for strip in strips for s in strip if s.style and s.style.underline)
    assert marked.strip() == stands
