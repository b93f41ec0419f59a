"""Every link of the book is followed by mouse and by keyboard."""

from pathlib import Path
from urllib.parse import unquote

import pytest
from textual.pilot import Pilot

from tests.books import book_of
from tests.tui.program import opened, seen, settled
from workbook.book import Book, Front, read_book
from workbook.session.journey import PageRef
from workbook.tui.app import WorkbookApp
from workbook.tui.screens import ReadingScreen
from workbook.tui.screens.dialogs.link import LinkDialog
from workbook.tui.screens.overlays.leaflet import LeafletScreen
from workbook.tui.widgets import PageView

SHIPPED = Path(__file__).parents[2] / "chapters"
ODD = """# Oats

A [link that is long enough to go on in the next row of the screen, however wide it may be, and a little \
further](02-rye.md#the-field) and words. A list:

- one
- [rye](02-rye.md)

> [barley](02-rye.md)

| a | b |
|---|---|
| x | [wheat](02-rye.md#the-field) |

<!-- @group #rows -->

Ask [why](02-rye.md).

- [ ] One <!-- #one -->

  See [here](02-rye.md#the-field).

<!-- @text #said -->

And [then](https://example.org/a?b=c)?

> …

<!-- @end -->

<!-- @group #cards view=cards -->

Cards.

- Front <!-- #front -->

  [The back](02-rye.md#the-field).

<!-- @choice #knew -->

Did you?

- ( ) yes <!-- #yes -->

<!-- @end -->

<!-- @checklist #ticks -->

Which?

- [ ] the [field](02-rye.md#the-field) <!-- #field -->
"""


def cells(app: WorkbookApp) -> list[tuple[str, int, int]]:
    """Each link in view: where it leads, and one cell of it on every row that it stands on."""
    found: dict[tuple[str, int], int] = {}
    for y, strip in enumerate(app.screen._compositor.render_strips()):
        x = 0
        for segment in strip:
            action = segment.style.meta.get("@click") if segment.style else None
            if isinstance(action, tuple) and action[0].endswith("follow"):
                found.setdefault((action[1][0], y), x + segment.cell_length // 2)
            x += segment.cell_length
    return [(href, x, y) for (href, y), x in found.items()]


def expected(book: Book, here: Front, href: str) -> tuple[str, str]:
    """The file and the page that `href` names, or the address outside."""
    if href.startswith("http"):
        return "outside", href
    name, _, slug = unquote(href).partition("#")
    front = next(f for f in (*book.listed, *book.extras) if f.path.name == (name or here.path.name))
    pages = book.open(front).pages
    page = next((page for page in pages if page.slug == slug), pages[0])
    return front.id, page.slug if front not in book.extras else ""


def where(app: WorkbookApp) -> tuple[str, str]:
    """What is open, as `expected` says it."""
    match app.screen:
        case LinkDialog():
            address = app.screen._target.address
            assert address in "".join(seen(app).split())
            return "outside", address
        case LeafletScreen():
            return app.screen.front.id, ""
        case ReadingScreen():
            return app.screen.journey.chapter.id, app.screen.journey.page.slug
    raise AssertionError(app.screen)


async def rest(app: WorkbookApp, pilot: Pilot[None]) -> None:
    """Wait until what was asked for is done and painted, as `settled` does, but never for the clock."""
    for _ in range(3):
        await app.wait_until_calm(5)
        await pilot.pause(0)


async def back(app: WorkbookApp, pilot: Pilot[None], ref: PageRef, row: float) -> None:
    """The page `ref` again, scrolled to `row`."""
    while not isinstance(app.screen, ReadingScreen):
        await pilot.press("escape")
        await rest(app, pilot)
    if app.screen.journey.here != ref:
        app.screen.go(ref)
        await rest(app, pilot)
    if app.screen.view.scroll_y != row:
        app.screen.view.scroll_to(y=row, animate=False, immediate=True)
        await rest(app, pilot)


def refs(book: Book) -> list[PageRef]:
    """Every page of the book in which a link stands."""
    sources = [(f, n, book.open(f)) for f in book.listed for n in range(len(book.open(f).pages))]
    return [
        PageRef(front, number)
        for front, number, chapter in sources
        if any("](" in chapter.lines[line] for line in chapter.pages[number].lines)
    ]


async def click_all(app: WorkbookApp, pilot: Pilot[None], ref: PageRef) -> set[str]:
    """Click every row of every link of a page; the links that were followed."""
    clicked: set[tuple[str, float]] = set()
    await back(app, pilot, ref, 0)
    reading = app.screen
    assert isinstance(reading, ReadingScreen)
    row = 0.0
    while True:
        for href, x, y in cells(app):
            if (href, row + y) in clicked:
                continue
            await pilot.click(offset=(x, y))
            await rest(app, pilot)
            assert where(app) == expected(app.book, ref.front, href), seen(app)
            clicked.add((href, row + y))
            await back(app, pilot, ref, row)
        if row >= reading.view.max_scroll_y:
            return {href for href, _ in clicked}
        row = min(row + reading.view.size.height - 2, reading.view.max_scroll_y)
        await back(app, pilot, ref, row)


async def follow_all(app: WorkbookApp, pilot: Pilot[None], ref: PageRef) -> list[str]:
    """Follow every link of a page by keyboard, first to last; where they led."""
    followed: list[str] = []
    await back(app, pilot, ref, 0)
    reading = app.screen
    assert isinstance(reading, ReadingScreen)
    await pilot.press("escape", "home", "right")
    first = reading.view.chosen
    while True:
        await pilot.pause()
        chosen = reading.view.chosen
        assert chosen
        assert chosen.href in {href for href, _, _ in cells(app)}, "it is in view"
        await pilot.press("enter")
        await rest(app, pilot)
        assert where(app) == expected(app.book, ref.front, chosen.href), seen(app)
        followed.append(chosen.href)
        await back(app, pilot, ref, 0)
        await pilot.press("escape", "home", *["right"] * (len(followed) + 1))
        if reading.view.chosen == first:
            return followed


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_every_link_of_the_shipped_book_is_followed_where_it_is_clicked(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    book = read_book(SHIPPED)
    async with opened(book, tmp_path, size=size) as (app, pilot):
        for ref in refs(book):
            clicked = await click_all(app, pilot, ref)
            assert {run.href for run in app.screen.query_one(PageView).links()} <= clicked


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_a_link_is_clicked_wherever_one_can_stand(tmp_path: Path, size: tuple[int, int]) -> None:
    book = book_of(tmp_path / "book", oats=ODD, rye="# Rye\n\n## The field\n\nWide.\n")
    async with opened(book, tmp_path / "data", size=size) as (app, pilot):
        await pilot.press("n", "tab", "space")
        await settled(pilot)
        await pilot.press("tab", "tab", "space")
        await settled(pilot)
        found = await click_all(app, pilot, PageRef(book.fronts[0]))
        assert found == {"02-rye.md", "02-rye.md#the-field", "https://example.org/a?b=c"}
        app.answers.flush()
        assert "oats/ticks/field" not in app.answers


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_a_link_is_followed_by_keyboard_wherever_one_can_stand(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    book = book_of(tmp_path / "book", oats=ODD, rye="# Rye\n\n## The field\n\nWide.\n")
    async with opened(book, tmp_path / "data", size=size) as (app, pilot):
        await pilot.press("n", "tab", "space")
        await settled(pilot)
        await pilot.press("tab", "tab", "space")
        await settled(pilot)
        followed = await follow_all(app, pilot, PageRef(book.fronts[0]))
        field, outside = "02-rye.md#the-field", "https://example.org/a?b=c"
        rye = "02-rye.md"
        assert followed == [field, rye, rye, field, rye, field, outside, field]


async def test_the_link_on_the_back_of_a_card_is_followed_by_keyboard(tmp_path: Path) -> None:
    cards = ODD[ODD.index("<!-- @group #cards") : ODD.index("<!-- @checklist")]
    book = book_of(tmp_path / "book", oats=f"# Oats\n\n{cards}", rye="# Rye\n\n## The field\n\nWide.\n")
    async with opened(book, tmp_path / "data") as (app, pilot):
        await pilot.press("n", "tab", "space")
        await settled(pilot)
        await pilot.press("escape", "right", "enter")
        await settled(pilot)
        assert where(app) == ("rye", "the-field")


async def test_a_link_is_chosen_in_view_marked_by_a_sign_and_let_go(tmp_path: Path) -> None:
    book = book_of(tmp_path / "book", oats=ODD, rye="# Rye\n\n## The field\n\nWide.\n")
    async with opened(book, tmp_path / "data") as (app, pilot):
        await pilot.press("n")
        await settled(pilot)
        assert "→ links" in seen(app)
        await pilot.press("down", "down", "down", "right")
        await settled(pilot)
        assert "•▸rye" in seen(app)
        assert "Enter follow" in seen(app)
        await pilot.press("left")
        await settled(pilot)
        assert "A▸link" in seen(app)
        await pilot.press("escape")
        await settled(pilot)
        assert "▸" not in seen(app)
        assert "→ links" in seen(app)
        await pilot.press("right", *["down"] * 12)
        await settled(pilot)
        assert "Enter follow" not in seen(app), "what is out of sight is let go"
        await pilot.press("tab", "right")
        await settled(pilot)
        assert "Enter follow" not in seen(app), "in a field the keys are the field's"


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_every_link_of_the_shipped_book_is_followed_by_keyboard(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    book = read_book(SHIPPED)
    async with opened(book, tmp_path, size=size) as (app, pilot):
        for ref in refs(book):
            followed = await follow_all(app, pilot, ref)
            links = [run.href for run in app.screen.query_one(PageView).links()]
            assert followed
            assert set(links) <= set(followed)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
@pytest.mark.parametrize("by_mouse", [False, True])
async def test_every_link_of_the_leaflets_is_followed(
    tmp_path: Path, size: tuple[int, int], by_mouse: bool
) -> None:
    book = read_book(SHIPPED)
    async with opened(book, tmp_path, size=size) as (app, pilot):
        for front in (*book.extras, book.fronts[5]):  # a chapter as a leaflet: those of the book have none
            number, total = 0, 1
            while number < total:
                await back(app, pilot, PageRef(book.fronts[0]), 0)
                app.push_screen(leaflet := LeafletScreen(book, front))
                await settled(pilot)
                total = len(list(leaflet.view.links()))
                if not total:
                    break
                number += 1
                await pilot.press(*["right"] * number)
                await settled(pilot)
                chosen = leaflet.view.chosen
                assert chosen
                if by_mouse:
                    x, y = next((x, y) for href, x, y in cells(app) if href == chosen.href)
                    await pilot.click(offset=(x, y))
                else:
                    await pilot.press("enter")
                await settled(pilot)
                assert where(app) == expected(book, front, chosen.href), seen(app)


FIELDS = "# Rye\n\nFirst.\n\n## The field\n\n" + "Wide.\n\n" * 30 + "### A ditch\n\n" + "Deep.\n\n" * 30


@pytest.mark.parametrize(
    "link", ["./02-rye.md", "../book/02-rye.md#a-ditch", "02-rye.md#a-ditch", "#a-stile"]
)
async def test_a_link_leads_to_the_chapter_and_to_the_heading_that_it_names(
    tmp_path: Path, link: str
) -> None:
    oats = f"# Oats\n\nSee [it]({link}).\n\n## Over\n\nA.\n\n### A stile\n\nB.\n\n{'C. ' * 900}\n"
    book = book_of(tmp_path / "book", oats=oats, rye=FIELDS)
    async with opened(book, tmp_path / "data", size=(60, 20)) as (app, pilot):
        await pilot.press("n")
        await settled(pilot)
        await pilot.press("right", "enter")
        await settled(pilot)
        page, _, fragment = link.partition("#")
        top = {"": "Rye", "a-ditch": "A ditch", "a-stile": "A stile"}[fragment]
        assert where(app)[0] == ("rye" if page else "oats")
        assert top in "".join(seen(app).splitlines()[1:4])


async def test_a_link_to_no_heading_of_its_own_file_leads_nowhere_and_says_so(tmp_path: Path) -> None:
    book = book_of(tmp_path / "book", oats="# Oats\n\n## Two\n\nSee [it](#gone).\n")
    async with opened(book, tmp_path / "data") as (app, pilot):
        await pilot.press("n", "n")
        await settled(pilot)
        await pilot.press("right", "enter")
        await settled(pilot)
        assert "This leads nowhere in this book" in seen(app)


async def test_a_link_to_a_part_of_the_cover_opens_it_over_the_page_and_its_own_links_lead_on(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "book"
    book_of(folder, oats="# Oats\n\nSee [it](index.md#how-to).\n", rye=FIELDS)
    with (folder / "index.md").open("a", encoding="utf-8") as file:
        file.write("\n## How to\n\nBy hand, as in [rye](02-rye.md), and [so](#how-to).\n")
    async with opened(read_book(folder), tmp_path / "data") as (app, pilot):
        await pilot.press("n")
        await settled(pilot)
        await pilot.press("right", "enter")
        await settled(pilot)
        assert "By hand, as in" in seen(app)
        await pilot.press("right", "right", "enter")
        await settled(pilot)
        assert "By hand, as in" in seen(app)
        await pilot.press("right", "enter")
        await settled(pilot)
        assert where(app) == ("rye", "rye")


async def test_a_link_of_a_leaflet_to_its_own_heading_stays_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "book"
    book_of(folder, oats="# Oats\n\nSee [help](help.md#far).\n")
    long = "---\nid: help\ntitle: Help\n---\n\n# Help\n\n[Far](#far)\n\n" + "A.\n\n" * 40
    (folder / "help.md").write_text(f"{long}## Far\n\n[Up](#help)\n\n" + "B.\n\n" * 40, "utf-8")
    async with opened(read_book(folder), tmp_path / "data", size=(60, 20)) as (app, pilot):
        await pilot.press("n")
        await settled(pilot)
        await pilot.press("right", "enter")
        await settled(pilot)
        assert where(app) == ("help", "")
        assert "Far" in "".join(seen(app).splitlines()[1:4])
        await pilot.press("right", "enter")
        await settled(pilot)
        assert "Help" in "".join(seen(app).splitlines()[1:4])
        await pilot.press("escape")
        await settled(pilot)
        assert where(app)[0] == "oats"
