"""Orphans: answers that no longer have a question."""

from pathlib import Path

import pytest

from tests.books import book_of
from workbook.book import Answer, Book, orphans, orphans_of, vanished

SIGNS = """
<!-- @checklist #five -->

Which are there?

- [ ] Trust <!-- #trust -->

<!-- @choice #often -->

How often?

- ( ) Daily <!-- #daily -->

<!-- @scale #near -->

How close?

> … / 10

<!-- @text #review type=date -->

When?

> YYYY-MM-DD
"""

CHECKIN = """
<!-- @group #weekly repeat=week -->

Once a week.

<!-- @text #note -->

A note?

> …

<!-- @end -->
"""

AT_HOME: dict[str, Answer] = {
    "signs/five/trust": True,
    "signs/often": "daily",
    "signs/near": 0,
    "signs/review": "2026-11-22",
    "checkin/weekly@2026-W48/note": "hello",
}


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """Two chapters with a blank of each kind."""
    return book_of(tmp_path, signs=SIGNS, checkin=CHECKIN, story="Once upon a time.\n")


def test_an_answer_that_its_blank_takes_is_no_orphan(book: Book) -> None:
    assert orphans(book, AT_HOME) == ()


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("signs", "an address that ends too soon"),
        ("signs/gone", "its exercise is gone"),
        ("signs/five/fun", True),
        ("signs/five", True),
        ("signs/five/trust", "a text where a tick was"),
        ("signs/often", "hourly"),
        ("signs/near", 11),
        ("signs/near", True),
        ("signs/near", "7"),
        ("signs/review", 7),
        ("signs/near@2026-W48", 7),
        ("signs/near@", 7),
        ("checkin/weekly/note", "an entry is missing"),
        ("checkin/weekly@/note", "an entry without a name"),
        ("checkin/weekly@2026-W60/note", "a week that never was"),
        ("checkin/weekly@2026-W48/near", 7),
        ("proofs/five/trust", True),
    ],
)
def test_an_answer_without_a_blank_that_takes_it_is_an_orphan(
    book: Book, address: str, value: Answer
) -> None:
    assert orphans(book, {**AT_HOME, address: value}) == (address,)


def test_an_entry_begun_while_the_group_repeated_otherwise_stays_at_home(book: Book) -> None:
    assert orphans(book, {"checkin/weekly@2026-11-22/note": "when it was daily"}) == ()


def test_orphans_stand_by_chapter_in_reading_order_and_those_of_vanished_chapters_last(book: Book) -> None:
    answers: dict[str, Answer] = {"apart/x": 1, "checkin/y": 2, "signs/z": 3, "signs/a": 4, **AT_HOME}
    assert orphans(book, answers) == ("signs/a", "signs/z", "checkin/y", "apart/x")


def test_a_chapter_has_its_own_orphans_and_no_others(book: Book) -> None:
    signs = book.chapter("signs")
    assert signs is not None
    answers: dict[str, Answer] = {"signs/a": 1, "signs-2/a": 2, "checkin/a": 3, **AT_HOME}
    assert orphans_of(signs, answers) == ("signs/a",)


def test_the_answers_of_a_vanished_chapter_are_told_apart(book: Book) -> None:
    assert vanished(book, {"signs/a": 1, "signs-2/a": 2, **AT_HOME}) == ("signs-2/a",)


def test_chapters_without_answers_are_not_read_for_orphans(book: Book) -> None:
    orphans(book, {"signs/a": 1})
    assert [book.is_open(front) for front in book.fronts] == [True, False, False]
