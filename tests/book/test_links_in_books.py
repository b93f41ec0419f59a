"""Where the links between files lead, however they are written; what `check` says where they lead nowhere."""

from pathlib import Path

import pytest

from tests.books import book_of
from workbook.book import Book, problems
from workbook.session import target

RYE = "# Rye\n\n## The field\n\nWide.\n\n### A ditch\n\nDeep.\n\n- # In a list\n\n<a id='gate'></a>Shut.\n"


def book_with(tmp_path: Path, link: str) -> Book:
    """A book whose first chapter has one link."""
    book = book_of(tmp_path / "book", oats=f"# Oats\n\nWords.\n\nSee [there]({link}).\n", rye=RYE)
    (tmp_path / "book" / "notes.md").write_text("Not of the book.\n", "utf-8")
    (tmp_path / "book" / "spade.png").write_bytes(b"")
    (tmp_path / "beside.txt").write_text("Not of the book.\n", "utf-8")
    return book


def warned(book: Book) -> list[str]:
    return [f"{p.path.name}:{p.line} {p.level} {p.code}" for p in problems(book)]


@pytest.mark.parametrize(
    "fragment", ["", "#the-field", "#a-ditch", "#in-a-list", "#gate", "#rye", "#The-Field"]
)
@pytest.mark.parametrize(
    "file",
    [
        "02-rye.md",
        "./02-rye.md",
        "../book/02-rye.md",
        "x/../02-rye.md",
        "/02-rye.md",
        "02-rye.html",
        "02-rye",
    ],
)
def test_a_link_to_another_chapter_leads_there_however_it_is_written(
    tmp_path: Path, file: str, fragment: str
) -> None:
    book = book_with(tmp_path, file + fragment)
    found = target(book, book.fronts[0], file + fragment)
    assert (found.kind, found.front) == ("page", book.fronts[1])
    assert warned(book) == []


def test_a_link_into_a_folder_that_is_not_there_leads_to_the_one_file_of_that_name(tmp_path: Path) -> None:
    book = book_with(tmp_path, "../src/02-rye.md")
    assert target(book, book.fronts[0], "../src/02-rye.md").front == book.fronts[1]
    assert warned(book) == ["01-oats.md:10 warning unknown-link"]


@pytest.mark.parametrize(
    "link", ["https://a.b", "mailto:a@b.c", "tel:112", "#oats", "spade.png", "../beside.txt"]
)
def test_what_is_there_is_not_warned_of(tmp_path: Path, link: str) -> None:
    assert warned(book_with(tmp_path, link)) == []


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("02-rey.md", "this link leads to '02-rey.md', where nothing is. Did you mean '02-rye.md'?"),
        ("notes.md", "this link leads to 'notes.md', which is no part of this book"),
        ("gone.png", "this link leads to 'gone.png', where nothing is."),
        ("#otas", "this link leads to '#otas', and no heading there has that name. Did you mean 'oats'?"),
        ("02-rye.md#feld", "this link leads to '02-rye.md#feld', and no heading there has that name."),
    ],
)
def test_a_link_that_leads_nowhere_is_warned_of_on_its_line(tmp_path: Path, link: str, said: str) -> None:
    (problem,) = problems(book_with(tmp_path, link))
    assert (problem.line, problem.level, problem.code) == (10, "warning", "unknown-link")
    assert problem.text.startswith(said)


def test_a_leaflet_that_is_linked_to_in_another_way_stands_on_later_covers_too(tmp_path: Path) -> None:
    from workbook.book import cover_of, read_book

    book_of(tmp_path / "book", oats="# Oats\n")
    (tmp_path / "book" / "help.md").write_text("---\nid: help\ntitle: Help\n---\n\n# Help\n", "utf-8")
    (tmp_path / "book" / "index.md").write_text(
        "---\nid: b\ntitle: B\n---\n\n# B\n\nSee [help](../book/help.md#help).\n", "utf-8"
    )
    assert cover_of(read_book(tmp_path / "book")).standing
