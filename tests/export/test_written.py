"""What the reader wrote, as data: of every kind, row by row, entry by entry, with its day."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.books import book_of
from workbook.answers import Kept
from workbook.book import Answer, Book
from workbook.export.just_now import Now, has_come_round, just_now
from workbook.export.written import Written, written

TODAY = date(2026, 11, 26)
NOW = datetime(2026, 11, 26, 20, 15)

PLANS = """
<!-- @checklist #seen -->

What did you see? *(For example: "a heron".)*

- [ ] A **heron** <!-- #heron -->
- [ ] An otter <!-- #otter -->

<!-- @scale #calm low="a storm" high="a mirror" -->

How calm was the water?

> … / 10

<!-- @group #trips home="Where I am going" -->

Which trips would you like to make?

1. [ ] To the mouth <!-- #mouth -->
2. [ ] To the spring <!-- #spring -->

<!-- @text #with -->

With whom?

> …

<!-- @text #on type=date -->

When?

> YYYY-MM-DD

<!-- @text #after rows=2 -->

How was it?

> …

<!-- @end -->

<!-- @group #log repeat=week home="This week" -->

The log

<!-- @text #caught -->

What did you catch?

> …

<!-- @end -->

<!-- @group #bottle home="A message in a bottle" -->

A message in a bottle

<!-- @text #message rows=3 folded-until=opens -->

What does it say?

> …

<!-- @text #opens type=date -->

To be opened on

> YYYY-MM-DD

<!-- @end -->
"""


@pytest.fixture
def river(tmp_path: Path) -> Book:
    """A book about something else altogether."""
    return book_of(tmp_path / "book", plans=PLANS)


def all_written(book: Book, answers: Mapping[str, Answer], *, latest: bool = False) -> list[Written]:
    """Everything, the chapters one after the other."""
    return [one for _, found in written(book, answers, TODAY, latest=latest) for one in found]


def now(book: Book, answers: Mapping[str, Answer]) -> list[Now]:
    """What stands on top."""
    return list(just_now(book, answers, NOW))


def test_ticks_are_said_as_what_was_chosen_and_a_scale_with_its_ends(river: Book) -> None:
    ticked, calm = all_written(river, {"plans/seen/heron": True, "plans/calm": 4})
    assert ticked.question == "What did you see?"
    assert [told.words for told in ticked.sections[0].parts[0].told] == ["A heron"]
    assert [told.words for told in calm.sections[0].parts[0].told] == ["4 / 10, between a storm and a mirror"]


def test_nothing_is_said_of_what_is_blank(river: Book) -> None:
    assert all_written(river, {}) == []
    assert now(river, {}) == []


def test_rows_stand_with_their_number_and_what_is_written_under_them(river: Book) -> None:
    answers: dict[str, Answer] = {
        "plans/trips/spring": True,
        "plans/trips/spring/with": "Ada",
        "plans/trips/mouth/with": "nobody yet",
    }
    (trips,) = all_written(river, answers)
    assert [(row.label, row.is_ticked, row.is_shut) for row in trips.sections] == [
        ("1. To the mouth", False, True),
        ("2. To the spring", True, False),
    ]
    assert trips.addresses == ("plans/trips/mouth/with", "plans/trips/spring", "plans/trips/spring/with")
    assert [row.label for row in now(river, answers)[0].written.sections] == ["2. To the spring"]  # type: ignore[union-attr]


def test_what_repeats_comes_newest_first_and_says_how_many_there_were_before(river: Book) -> None:
    answers = {f"plans/log@2026-W{week}/caught": f"week {week}" for week in (46, 45, 47)}
    assert [(one.entry, one.earlier) for one in all_written(river, answers)] == [
        ("2026-W47", 2),
        ("2026-W46", 1),
        ("2026-W45", 0),
    ]
    assert [one.entry for one in all_written(river, answers, latest=True)] == ["2026-W47"]


def test_this_week_is_not_begun_until_a_word_stands_in_it(river: Book) -> None:
    (log,) = now(river, {"plans/log@2026-W47/caught": "nothing"})
    assert (log.title, log.written, log.said) == ("This week", None, "Not begun. Any day will do.")
    (log,) = now(river, {"plans/log@2026-W48/caught": "a boot"})
    assert log.written is not None
    assert log.said == ""


def test_a_folded_text_says_until_when_and_nothing_else(river: Book) -> None:
    answers = {"plans/bottle/message": "Hello!", "plans/bottle/opens": "2027-02-28"}
    (bottle,) = all_written(river, answers)
    assert [told.words for part in bottle.sections[0].parts for told in part.told] == [
        "Folded until Sunday 28 February."
    ]
    (bottle,) = all_written(river, answers | {"plans/bottle/opens": "2026-11-26"})
    assert [told.words for part in bottle.sections[0].parts for told in part.told] == [
        "Hello!",
        "Thursday 26 November 2026",
    ]


def test_a_day_to_come_back_on_has_come_until_the_text_after_it_is_written(river: Book) -> None:
    answers: dict[str, Answer] = {"plans/trips/mouth": True, "plans/trips/mouth/on": "2026-11-24"}
    (due,) = now(river, answers)[0].dues
    assert (due.has_come, due.then) == (True, "plans/trips/mouth/after")
    (due,) = now(river, answers | {"plans/trips/mouth/after": "Salt."})[0].dues
    assert not due.has_come
    (due,) = now(river, answers | {"plans/trips/mouth/on": "2026-11-27"})[0].dues
    assert not due.has_come


def test_the_cover_says_so_once_until_the_page_was_opened_on_that_day_or_later(river: Book) -> None:
    answers: dict[str, Answer] = {"plans/trips/mouth": True, "plans/trips/mouth/on": "2026-11-24"}
    seen = (None, date(2026, 11, 23), date(2026, 11, 24), TODAY)
    assert [has_come_round(river, answers, NOW, day) for day in seen] == [True, True, False, False]


def test_the_day_is_that_of_the_newest_answer(river: Book) -> None:
    at = {"plans/seen/heron": "2026-08-31T10:00:00Z", "plans/seen/otter": "2026-09-02T10:00:00Z"}
    kept = Kept({"answers": {address: {"value": True, "at": day} for address, day in at.items()}})
    (seen,) = all_written(river, kept)
    assert seen.day == date(2026, 9, 2)


def test_what_fits_no_blank_is_not_among_what_was_written(river: Book) -> None:
    assert all_written(river, {"plans/calm": 70, "plans/gone": "words", "plans/seen": "heron"}) == []


def test_a_date_that_stands_alone_is_a_day_to_come_back_on_too(tmp_path: Path) -> None:
    page = '<!-- @text #day type=date home="A day" -->\n\nWhen?\n\n> YYYY-MM-DD\n'
    book = book_of(tmp_path / "book", alone=page)
    (due,) = now(book, {"alone/day": "2026-11-24"})[0].dues
    assert (due.has_come, due.then) == (True, "alone/day")
