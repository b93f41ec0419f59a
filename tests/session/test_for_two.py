"""Which pages are for two, and what they show while two people look at them."""

from datetime import datetime
from pathlib import Path

from tests.books import book_of
from workbook.book import Book, Exercise, read_book
from workbook.session import Since, free_minute, pages_for_two, sat_down_to

ROOT = Path(__file__).parents[2]
TURNS = """
## Alone

<!-- @text #alone -->

What do you think?

> …

## Turns

Read [this](#alone), the [other chapter](02-other.md), [a page of it](02-other.md#both) or
[the web](https://example.org/#both).

<!-- @text #once -->

What is it about?

> …

<!-- @group #turns view=turns seconds=60 -->

A begins.

1. A speaks. <!-- #a -->
2. B speaks. <!-- #b -->

<!-- @text #heard -->

What did you hear?

> …

<!-- @end -->

<!-- @group #after repeat=entry -->

<!-- @text #line -->

One line.

> …

<!-- @end -->
"""
OTHER = "\n## One\n\nWords.\n\n## Both\n\nMore words.\n"


def named(book: Book) -> list[str]:
    return [book.open(ref.front).pages[ref.number].title for ref in pages_for_two(book)]


def test_the_shipped_book_has_three_and_ten_minutes_together_comes_first() -> None:
    book = read_book(ROOT / "chapters")
    assert named(book) == ["Ten minutes together", "One clear message", "Talk in turns"]


def test_a_page_of_turns_is_for_two_and_so_are_the_pages_that_it_links_to(tmp_path: Path) -> None:
    assert named(book_of(tmp_path, turns=TURNS, other=OTHER)) == ["Alone", "Both", "Turns"]


def test_a_book_without_turns_has_none(tmp_path: Path) -> None:
    assert named(book_of(tmp_path, other=OTHER, more="See [turns](01-other.md#both).\n")) == []


def test_such_a_page_asks_only_what_is_begun_anew_each_time(tmp_path: Path) -> None:
    book = book_of(tmp_path, turns=TURNS, other=OTHER)
    ref = pages_for_two(book)[-1]
    shown = sat_down_to(book.open(ref.front).pages[ref.number])
    asked = [block for block in shown.blocks if isinstance(block, Exercise)]
    assert [(one.id, [part.id for part in one.parts]) for one in asked] == [
        ("turns", []),
        ("after", ["line"]),
    ]
    assert len(shown.blocks) == 3  # its prose, too


def test_words_of_before_are_not_there_and_no_entry_takes_the_place_of_one_of_them() -> None:
    answers = {"talk/after@2026-11-23T2015/line": "old", "talk/after@2026-11-23T2017-ab12/line": "older"}
    before = frozenset(answers)
    answers["talk/after@2026-11-23T2016/line"] = "new"
    assert dict(Since(answers, before)) == {"talk/after@2026-11-23T2016/line": "new"}
    assert len(Since(answers, before)) == 1
    assert "talk/after@2026-11-23T2015/line" not in Since(answers, before)
    times = [free_minute(datetime(2026, 11, 23, 20, minute), before).minute for minute in (14, 15, 16, 17)]
    assert times == [14, 16, 16, 18]
