"""Every kind of exercise is served in every place that shows, prints, shares, finds or reads again."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.kinds import ENTRIES, EXAMPLES, addresses, book_with
from tests.reading_back import read_filled
from workbook.answers import Kept
from workbook.book import Book, Exercise, Group, found, progress, read_book
from workbook.book.kinds import FIELDS, GROUP
from workbook.book.rules.ticks import ticks
from workbook.export import Request, filled_book, history, printed
from workbook.export.history_lines import history_lines
from workbook.export.sharing import copy_of, offered, read_copy
from workbook.export.written import entries_written, in_words

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 26)
NOW = datetime(2026, 11, 26, 20, 15)
FOLDERS = ("tests/fixtures/book", "workbook/cli/starter")
PAGES = {
    "docs/chapter-format.md": "| `@{kind}`",
    "docs/writing.md": "`@{kind}`",
    "README.md": "`@{kind}`",
}


def kept_of(kind: str) -> Kept:
    """The answers of the example, in all places, as they are kept."""
    documents = {
        address: {"value": value, "at": "2026-11-16T12:00:00Z", "private": False}
        for address, value in addresses(EXAMPLES[kind]).items()
    }
    return Kept({"answers": documents})


def test_every_kind_has_an_example() -> None:
    assert set(EXAMPLES) == set(FIELDS)


@pytest.mark.parametrize("kind", FIELDS)
def test_nothing_is_wrong_with_an_example_and_it_takes_what_is_answered(kind: str, tmp_path: Path) -> None:
    book = book_with(kind, tmp_path)
    [chapter, _] = book.chapters
    assert chapter.problems == ()
    for address, value in addresses(EXAMPLES[kind]).items():
        blank = book.blank(address)
        assert blank is not None, address
        assert blank.takes(value), address


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_kind_stands_in_the_fixture_and_in_the_book_to_begin_with(folder: str) -> None:
    def kinds(exercise: Exercise) -> set[str]:
        return {exercise.kind}.union(*map(kinds, exercise.parts))

    chapters = read_book(ROOT / folder).chapters
    shown = [kinds(exercise) for chapter in chapters for exercise in chapter.exercises.values()]
    assert set().union(*shown) == {*FIELDS, GROUP}


@pytest.mark.parametrize("kind", [*FIELDS, GROUP])
@pytest.mark.parametrize("page", PAGES)
def test_every_kind_is_told_of_where_the_format_is_explained(page: str, kind: str) -> None:
    assert PAGES[page].format(kind=kind) in (ROOT / page).read_text("utf-8")


# What is made of the answers


def told(book: Book, kept: Kept, name: str) -> str:
    """What *Your words* and the cards of two copies are made of."""
    [chapter, _] = book.chapters
    exercise = chapter.exercises[name]
    page = next(page for page in chapter.pages if exercise in page.exercises)
    written = entries_written(chapter, page, exercise, kept, TODAY)
    parts = (part for one in written for section in one.sections for part in section.parts)
    return "\n".join(one.words for part in parts for one in part.told)


def in_print(book: Book, kept: Kept, name: str) -> str:
    """What `workbook print` writes."""
    return printed(book, kept, Request("words", (f"tides/{name}",)), NOW)


def in_the_latest_print(book: Book, kept: Kept, name: str) -> str:
    """What it writes with `--latest`."""
    return printed(book, kept, Request("words", (f"tides/{name}",), latest=True), NOW)


def in_the_copy(book: Book, kept: Kept, name: str) -> str:
    """A copy to share of it."""
    return copy_of(book, (one for one in offered(book, kept, TODAY) if one.written.exercise.id == name))


def in_the_copy_read_again(book: Book, kept: Kept, name: str) -> str:
    """What the person to whom it was given sees of it."""
    shared = read_copy(in_the_copy(book, kept, name), book, "for-you.md")
    return "\n".join(said.text for one in shared for said in one.said)


PLACES: tuple[Callable[[Book, Kept, str], str], ...] = (
    told,
    in_print,
    in_the_latest_print,
    in_the_copy,
    in_the_copy_read_again,
)


@pytest.mark.parametrize("name", ["one", "week", "rows"])
@pytest.mark.parametrize("place", PLACES, ids=lambda place: str(place.__name__))
@pytest.mark.parametrize("kind", FIELDS)
def test_all_that_was_answered_is_there(
    kind: str, place: Callable[[Book, Kept, str], str], name: str, tmp_path: Path
) -> None:
    said = place(book_with(kind, tmp_path), kept_of(kind), name)
    assert [word for word in EXAMPLES[kind].words if word not in said] == []


@pytest.mark.parametrize("kind", FIELDS)
def test_then_and_now_holds_every_answer_of_every_entry(kind: str, tmp_path: Path) -> None:
    book, kept = book_with(kind, tmp_path), kept_of(kind)
    week = next(book.chapters).exercises["week"]
    assert isinstance(week, Group)
    then = history(week, "tides/week", kept, TODAY)
    assert [column.entry for column in then.columns] == list(ENTRIES)
    in_texts = [one.words for text in then.texts for one in text.said]
    in_tables = [cell for table in then.tables for line in table.lines for cell in line.cells if cell]
    assert len(in_texts) + len(in_tables) == len(EXAMPLES[kind].words) * len(ENTRIES)
    said = "\n".join(history_lines(then, TODAY))
    assert [word for word in EXAMPLES[kind].words if word not in said] == []


@pytest.mark.parametrize("kind", FIELDS)
def test_a_filled_chapter_is_read_again_as_it_was_answered(kind: str, tmp_path: Path) -> None:
    book, kept = book_with(kind, tmp_path), kept_of(kind)
    assert read_filled(book, filled_book(book, kept)) == dict(kept)


@pytest.mark.parametrize("kind", FIELDS)
def test_find_comes_to_it(kind: str, tmp_path: Path) -> None:
    book, kept = book_with(kind, tmp_path), kept_of(kind)
    hits = found(book, kept, EXAMPLES[kind].sought, TODAY)
    assert {hit.page for hit in hits} == {0, 1, 2}


@pytest.mark.parametrize("kind", FIELDS)
def test_its_words_are_said_where_its_place_is_gone(kind: str, tmp_path: Path) -> None:
    book, example = book_with(kind, tmp_path), EXAMPLES[kind]
    said = [in_words(book, f"tides/one{behind}", value) for behind, value in example.answers.items()]
    assert all(said)
    assert not set(said) & {value for value in example.answers.values() if value not in example.words}


@pytest.mark.parametrize("kind", FIELDS)
def test_a_list_leads_where_its_lines_say(kind: str, tmp_path: Path) -> None:
    book, kept = book_with(kind, tmp_path), kept_of(kind)
    has_list = bool(next(book.chapters).exercises["one"].listed)
    places = [tick.places for tick in ticks(book, kept) if tick.places]
    assert places == [("help",)] * (3 if has_list else 0)


@pytest.mark.parametrize("kind", FIELDS)
def test_it_counts_as_filled(kind: str, tmp_path: Path) -> None:
    chapter = next(book_with(kind, tmp_path).chapters)
    kept: Mapping[str, bool | int | str] = kept_of(kind)
    assert (progress(chapter, {}).filled, progress(chapter, kept).filled) == (0, 3)
