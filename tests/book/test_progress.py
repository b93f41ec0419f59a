"""Progress: when an exercise is filled, and the mark of a chapter."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.books import book_of
from workbook.book import Answer, Book, progress, progress_of_book, read_source
from workbook.book.rules.progress import Progress, filled

SIGNS = """
<!-- @checklist #five -->

Which are there?

- [ ] Trust <!-- #trust -->
- [ ] Fun <!-- #fun -->

<!-- @choice #often -->

How often?

- ( ) Daily <!-- #daily -->

<!-- @scale #near max=7 -->

How close?

> … / 7
"""

CAUSES = """
<!-- @group #causes -->

Tick what plays a part.

- [ ] Talking <!-- #talking -->
- [ ] Money <!-- #money -->

<!-- @text #how -->

In what way?

> …

<!-- @end -->

<!-- @group #cards view=cards -->

Turn them over.

- Is it your fault? <!-- #fault -->

  No.

<!-- @text #thought -->

What do you think?

> …

<!-- @end -->
"""

CHECKIN = """
<!-- @group #weekly repeat=week -->

Once a week.

<!-- @scale #near -->

How close?

> … / 10

<!-- @end -->
"""


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """A book with every rule of being filled, and one chapter that only tells."""
    return book_of(tmp_path, signs=SIGNS, causes=CAUSES, checkin=CHECKIN, story="Once upon a time.\n")


def is_filled(book: Book, address: str, answers: dict[str, Answer]) -> bool:
    """Whether the exercise at `address` is filled by `answers`."""
    name, _, exercise = address.partition("/")
    chapter = book.chapter(name)
    assert chapter is not None
    return filled(chapter, chapter.exercises[exercise], answers)


def test_an_exercise_is_filled_when_one_of_its_blanks_is(book: Book) -> None:
    assert not is_filled(book, "signs/five", {})
    assert is_filled(book, "signs/five", {"signs/five/fun": True})


def test_an_answer_to_another_exercise_fills_nothing(book: Book) -> None:
    assert not is_filled(book, "signs/five", {"signs/often": "daily"})


@pytest.mark.parametrize(
    ("address", "answers"),
    [
        ("signs/five", {"signs/five/openness": True}),
        ("signs/often", {"signs/often": "hourly"}),
        ("signs/near", {"signs/near": 8}),
        ("signs/near", {"signs/near@2026-W48": 3}),
    ],
)
def test_an_orphan_fills_nothing(book: Book, address: str, answers: dict[str, Answer]) -> None:
    assert not is_filled(book, address, answers)


def test_a_group_opened_by_ticks_is_filled_by_a_tick_alone(book: Book) -> None:
    assert is_filled(book, "causes/causes", {"causes/causes/money": True})
    assert not is_filled(book, "causes/causes", {"causes/causes/money/how": "kept under a tick that is gone"})


def test_a_group_that_stands_open_is_filled_by_any_field(book: Book) -> None:
    assert is_filled(book, "causes/cards", {"causes/cards/fault/thought": "A relief."})


def test_a_repeating_exercise_is_filled_by_any_entry(book: Book) -> None:
    assert is_filled(book, "checkin/weekly", {"checkin/weekly@2019-W01/near": 0})
    assert not is_filled(book, "checkin/weekly", {"checkin/weekly/near": 3})


def test_a_chapter_shows_nothing_some_or_all_of_it_filled(book: Book) -> None:
    signs = book.chapter("signs")
    assert signs is not None
    answers: dict[str, Answer] = {}
    marks = [progress(signs, answers).mark]
    later: dict[str, Answer] = {"signs/five/fun": True, "signs/often": "daily", "signs/near": 0}
    for address, value in later.items():
        answers[address] = value
        marks.append(progress(signs, answers).mark)
    assert marks == ["○", "◐", "◐", "●"]


def test_a_chapter_without_exercises_shows_no_mark(book: Book) -> None:
    story = book.chapter("story")
    assert story is not None
    assert progress(story, {"story/x": 1}).mark == ""


def test_the_progress_of_a_book_is_that_of_its_chapters_in_reading_order(book: Book) -> None:
    answers: dict[str, Answer] = {
        "causes/causes/talking": True,
        "checkin/weekly@2026-W48/near": 4,
        "gone/x": "y",
    }
    counted = [
        (chapter.id, found.exercises, found.filled) for chapter, found in progress_of_book(book, answers)
    ]
    assert counted == [("signs", 3, 0), ("causes", 2, 1), ("checkin", 1, 1), ("story", 0, 0)]


def test_an_answer_that_is_taken_back_between_two_chapters_is_no_error(book: Book) -> None:
    answers: dict[str, Answer] = {"signs/near": 1, "causes/causes/talking": True}
    walk = progress_of_book(book, answers)
    next(walk)
    answers.clear()
    assert next(walk)[1].filled == 0


def test_many_entries_are_walked_through_once(book: Book) -> None:
    class Counted(dict[str, Answer]):
        walks = 0

        def __iter__(self) -> Iterator[str]:
            Counted.walks += 1
            return super().__iter__()

    list(progress_of_book(book, Counted({"signs/near": 1})))
    assert Counted.walks == 1


def test_a_script_with_nothing_to_fill_in_does_not_count() -> None:
    """Turns that are only read aloud leave a chapter full when its questions are answered."""
    source = """---
id: a
title: A
---

<!-- @group #turns view=turns -->

1. You speak. <!-- #you -->

<!-- @end -->

<!-- @text #heard -->

What did you hear?

> …
"""
    chapter = read_source(source)
    assert progress(chapter, {"a/heard": "rain"}) == Progress(exercises=1, filled=1)
