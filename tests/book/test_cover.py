"""The cover: what it says, what opens from it, and what stands there every day."""

from pathlib import Path

from workbook.book import Book, cover_of, read_book

ROOT = Path(__file__).parents[2]


def book_with(folder: Path, index: str | None) -> Book:
    """A book of two chapters, of 3 and 5 minutes, with one leaflet; `index` is its cover, if it has one."""
    for number, name, minutes in ((1, "one", 3), (2, "two", 5)):
        head = f"---\nid: {name}\ntitle: On {name}\nminutes: {minutes}\n---\n"
        (folder / f"0{number}-{name}.md").write_text(f"{head}\nWords.\n", "utf-8")
    (folder / "safe.md").write_text("---\nid: safe\ntitle: Safe\n---\n\nCare.\n", "utf-8")
    if index is not None:
        (folder / "index.md").write_text(index, "utf-8")
    return read_book(folder)


def test_the_opening_ends_at_the_first_section_and_each_section_counts_its_chapters(tmp_path: Path) -> None:
    index = (
        "---\nid: b\ntitle: B\n---\n\n# Our book\n\nHello.\n\n"
        "## In short\n\nRead [one](01-one.md) and [two](./02-two.md#end), [one](01-one.md) first.\n\n"
        "## On paper\n\nPrint it.\n"
    )
    cover = cover_of(book_with(tmp_path, index))
    assert cover.opening.text == "Our book\nHello."
    assert [(section.title, section.minutes) for section in cover.sections] == [
        ("In short", 8),
        ("On paper", 0),
    ]
    assert cover.sections[1].text.text == "On paper\nPrint it."


def test_a_paragraph_that_links_to_a_leaflet_stands_on_every_day(tmp_path: Path) -> None:
    index = (
        "# B\n\nHello, [one](01-one.md).\n\nAfraid? Read [this](safe.md).\n\n## More\n\n[Again](safe.md).\n"
    )
    assert cover_of(book_with(tmp_path, index)).standing.text == "Afraid? Read this."


def test_a_cover_without_a_heading_gets_the_title_of_the_book(tmp_path: Path) -> None:
    cover = cover_of(book_with(tmp_path, "---\nid: b\ntitle: Our book\n---\n\nHello.\n"))
    assert cover.opening.text == "Our book\nHello."


def test_a_cover_that_begins_with_a_section_has_only_its_title_above_it(tmp_path: Path) -> None:
    cover = cover_of(book_with(tmp_path, "---\nid: b\ntitle: Our book\n---\n\n## First\n\nHello.\n"))
    assert cover.opening.text == "Our book"
    assert [section.title for section in cover.sections] == ["First"]


def test_a_folder_without_a_cover_has_its_name_on_it(tmp_path: Path) -> None:
    cover = cover_of(book_with(tmp_path, None))
    assert cover.opening.text == tmp_path.name
    assert not cover.sections
    assert not cover.standing


def test_what_is_asked_on_a_cover_is_said_to_stand_in_the_wrong_file(tmp_path: Path) -> None:
    index = "---\nid: b\ntitle: B\n---\n\n# B\n\n<!-- @text #why -->\n\nWhy?\n\n> …\n"
    assert (
        "exercises belong in files that begin with a number"
        in cover_of(book_with(tmp_path, index)).opening.text
    )


def test_the_shipped_cover_has_its_doors_and_no_chapter_is_read_for_them() -> None:
    book = read_book(ROOT / "chapters")
    cover = cover_of(book)
    short = book.fronts[5].minutes, book.fronts[6].minutes, book.fronts[8].minutes, book.fronts[9].minutes
    assert [section.minutes for section in cover.sections] == [sum(minutes or 0 for minutes in short), 0]
    assert "Staying safe" in cover.standing.text
    assert not any(book.is_open(front) for front in book.fronts)
