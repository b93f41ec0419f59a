"""Then and now, as data: words by question, and what can be counted in columns of time."""

from datetime import date
from pathlib import Path

import pytest

from tests.books import book_of
from workbook.book import Answer, Book, Group
from workbook.export.history import History, history

TODAY = date(2026, 11, 26)

WEEK = """
<!-- @group #week repeat=week -->

The week

<!-- @checklist #signs -->

Which of these were there?

- [ ] We laughed. <!-- #fun short="fun" -->
- [ ] We talked. <!-- #talk -->

<!-- @scale #near min=1 max=7 -->

How near? *(For example: "six".)*

> … / 7

<!-- @choice #who -->

Who cooked?

- ( ) me <!-- #me -->
- ( ) you <!-- #you -->

<!-- @text #valued -->

One thing I valued *(For example: "the soup".)*

> …

<!-- @text #letter folded-until=opens -->

For later

> …

<!-- @text #opens type=date -->

When?

> YYYY-MM-DD

<!-- @end -->

<!-- @group #jobs repeat=day -->

Which jobs?

1. [ ] Wash <!-- #wash -->
2. [ ] Cook <!-- #cook -->

<!-- @text #how -->

How was it?

> …

<!-- @scale #long -->

How long?

> … / 10

<!-- @end -->

<!-- @group #talks repeat=entry -->

A talk

<!-- @text #about -->

What about?

> …

<!-- @end -->
"""


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return book_of(tmp_path, us=WEEK)


def then(book: Book, name: str, answers: dict[str, Answer], without: str = "") -> History:
    chapter = next(iter(book.chapters))
    group = chapter.exercises[name]
    assert isinstance(group, Group)
    return history(group, f"us/{name}", answers, TODAY, without=without)


def weeks(**fields: list[Answer]) -> dict[str, Answer]:
    """Answers in the weeks from 44 on, field by field; `False` is none."""
    return {
        f"us/week@2026-W{number}/{field.replace('__', '/')}": value
        for field, values in fields.items()
        for number, value in enumerate(values, start=44)
        if value is not False
    }


def test_words_stand_under_their_question_the_newest_first_without_its_example(book: Book) -> None:
    found = then(book, "week", weeks(valued=["Soup.", False, "The\ndentist."]))
    assert [(text.question, [(one.entry, one.words) for one in text.said]) for text in found.texts] == [
        ("One thing I valued", [("2026-W46", "The\ndentist."), ("2026-W44", "Soup.")])
    ]
    assert found.texts[0].said[0].day == date(2026, 11, 9)


def test_a_week_without_an_entry_is_an_empty_column(book: Book) -> None:
    found = then(book, "week", weeks(near=[1, False, 7]))
    assert [(column.day, column.entry) for column in found.columns] == [
        (date(2026, 10, 26), "2026-W44"),
        (date(2026, 11, 2), ""),
        (date(2026, 11, 9), "2026-W46"),
    ]
    (table,) = found.tables
    assert [line.cells for line in table.lines] == [(1, None, 7)]
    assert table.scale
    assert (table.scale.least, table.scale.most) == (1, 7)


def test_a_year_without_an_entry_is_one_empty_column(book: Book) -> None:
    found = then(book, "week", {"us/week@2025-W40/near": 2, "us/week@2026-W40/near": 3})
    assert [column.day for column in found.columns] == [date(2025, 9, 29), None, date(2026, 9, 28)]


def test_what_was_left_is_told_from_what_was_not_answered(book: Book) -> None:
    """A list in which nothing is ticked says nothing of any line; nobody knows whether it was read."""
    found = then(
        book, "week", weeks(near=[1, 2, 3], signs__fun=[True, False, False], who=["you", False, "me"])
    )
    assert [(line.label, line.cells) for table in found.tables for line in table.lines] == [
        ("", (1, 2, 3)),
        ("fun", (True, None, None)),
        ("We talked.", (False, None, None)),
        ("me", (False, None, True)),
        ("you", (True, None, False)),
    ]


def test_the_entry_that_is_in_the_fields_is_left_out(book: Book) -> None:
    answers = weeks(near=[1, 2], valued=["One.", "Two."])
    found = then(book, "week", answers, without="2026-W45")
    assert [column.entry for column in found.columns] == ["2026-W44"]
    assert [one.words for one in found.texts[0].said] == ["One."]
    assert not then(book, "week", weeks(near=[1]), without="2026-W44")


def test_what_the_book_does_not_take_any_more_is_no_entry(book: Book) -> None:
    assert not then(book, "week", weeks(near=[70], gone=["x"], who=["nobody"]))


def test_words_that_wait_for_a_day_say_so(book: Book) -> None:
    letter = weeks(letter=["Dear us."], opens=["2027-02-28"])
    said = [(text.question, text.said[0].words) for text in then(book, "week", letter).texts]
    assert ("For later", "Folded until Sunday 28 February.") in said
    open_by_now = weeks(letter=["Dear us."], opens=["2026-11-26"])
    assert then(book, "week", open_by_now).texts[0].said[0].words == "Dear us."


def test_rows_are_ticked_in_a_table_and_asked_each_by_itself(book: Book) -> None:
    """What stands in a row that is shut there is kept, and not shown."""
    found = then(
        book,
        "jobs",
        {
            "us/jobs@2026-11-20/wash": True,
            "us/jobs@2026-11-20/wash/how": "Quick.",
            "us/jobs@2026-11-20/wash/long": 2,
            "us/jobs@2026-11-20/cook/how": "Written, then unticked.",
            "us/jobs@2026-11-20/cook/long": 9,
            "us/jobs@2026-11-21/cook": True,
        },
    )
    assert [text.question for text in found.texts] == ["1. Wash: How was it?"]
    assert [(table.question, [line.cells for line in table.lines]) for table in found.tables] == [
        ("1. Wash: How long?", [(2, None)]),
        ("Which jobs?", [(True, False), (False, True)]),
    ]


def test_times_of_one_day_are_columns_of_their_own_without_gaps(book: Book) -> None:
    found = then(
        book,
        "talks",
        {
            "us/talks@2026-09-01T2015/about": "The shed.",
            "us/talks@2026-11-20T0800/about": "The pump.",
            "us/talks@2026-11-20T2115/about": "The shed again.",
        },
    )
    assert [column.entry[5:] for column in found.columns] == ["09-01T2015", "11-20T0800", "11-20T2115"]
    assert [column.entry[5:] for column in found.entries] == ["11-20T2115", "11-20T0800", "09-01T2015"]
