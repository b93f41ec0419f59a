"""What is shown above a text: where the words come from, and none that do not belong there."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.books import book_of
from workbook.answers import open_answers
from workbook.book import Answer, Book, phrases
from workbook.session import above

NOW = datetime(2026, 11, 26, 20, 15, tzinfo=UTC)
TODAY = NOW.date()

DIARY = """
<!-- @text #plan {options} home="What I am trying" -->

When …, I will …

> …

<!-- @group #week repeat=week -->

The week

<!-- @text #became recalls="diary/week/next diary/plan" -->

What became of it?

> …

<!-- @text #next -->

Next week

> …

<!-- @end -->

<!-- @group #day repeat=day -->

The day

<!-- @text #line recalls="diary/day/line" -->

Today

> …

<!-- @end -->

<!-- @group #letter -->

A letter

<!-- @text #words folded-until=opens -->

Dear …

> …

<!-- @text #opens type=date -->

To be opened on

> YYYY-MM-DD

<!-- @text #reply recalls="diary/letter/words" -->

And back

> …

<!-- @end -->
"""


def diary(folder: Path, options: str = "") -> Book:
    return book_of(folder, diary=DIARY.format(options=options))


def shown(
    folder: Path, book: Book, at: str, answers: dict[str, Answer] | None = None
) -> list[tuple[str, str]]:
    """What stands above the text at `at` once `answers` were written, too."""
    kept = open_answers(folder, book, clock=lambda: NOW)
    try:
        kept.update(answers or {})
        return [(one.source, one.words) for one in above(book, kept, TODAY, at)]
    finally:
        kept.close()


@pytest.mark.parametrize(
    ("week", "source"),
    [("2026-W47", "last week"), ("2026-W46", "9 November"), ("2025-W48", "24 November 2025")],
)
def test_the_week_before_is_last_week_and_older_ones_are_named_by_their_day(
    tmp_path: Path, week: str, source: str
) -> None:
    answers: dict[str, Answer] = {f"diary/week@{week}/next": "The drawer."}
    found = shown(tmp_path / "kept", diary(tmp_path), "diary/week@2026-W48/became", answers)
    assert found == [(source, "The drawer.")]


@pytest.mark.parametrize(("day", "source"), [("2026-11-25", "yesterday"), ("2026-11-20", "20 November")])
def test_the_day_before_is_yesterday(tmp_path: Path, day: str, source: str) -> None:
    answers: dict[str, Answer] = {f"diary/day@{day}/line": "Two\n\nlines."}
    found = shown(tmp_path / "kept", diary(tmp_path), "diary/day@2026-11-26/line", answers)
    assert found == [(source, "Two lines.")]


def test_what_does_not_repeat_is_called_as_it_is_at_home(tmp_path: Path) -> None:
    found = shown(
        tmp_path / "kept", diary(tmp_path), "diary/week@2026-W48/became", {"diary/plan": "The steps."}
    )
    assert found == [("what I am trying", "The steps.")]


def test_private_words_stand_above_private_fields_alone(tmp_path: Path) -> None:
    private = diary(tmp_path, "share=no")
    at, answers = "diary/week@2026-W48/became", {"diary/plan": "The steps."}
    assert shown(tmp_path / "kept", private, at, dict(answers)) == []


def test_words_that_were_written_in_private_stay_so_when_the_book_thinks_otherwise(tmp_path: Path) -> None:
    at, answers = "diary/week@2026-W48/became", {"diary/plan": "The steps."}
    shown(tmp_path / "kept", diary(tmp_path, "share=no"), at, dict(answers))
    assert shown(tmp_path / "kept", diary(tmp_path), at) == []


def test_words_that_the_book_keeps_back_since_they_were_written_are_not_shown_to_others(
    tmp_path: Path,
) -> None:
    at, answers = "diary/week@2026-W48/became", {"diary/plan": "The steps."}
    assert shown(tmp_path / "kept", diary(tmp_path / "before"), at, dict(answers))
    assert shown(tmp_path / "kept", diary(tmp_path / "after", "share=no"), at) == []


def test_what_waits_for_a_day_is_recalled_on_that_day(tmp_path: Path) -> None:
    letter: dict[str, Answer] = {"diary/letter/words": "Dear us.", "diary/letter/opens": "2026-11-27"}
    book = diary(tmp_path)
    assert shown(tmp_path / "kept", book, "diary/letter/reply", letter) == []
    come: dict[str, Answer] = {"diary/letter/opens": "2026-11-26"}
    assert shown(tmp_path / "kept", book, "diary/letter/reply", come)[0][1] == "Dear us."


@pytest.mark.parametrize(
    ("title", "inside"),
    [
        ("What I am trying", "what I am trying"),
        ("A place", "a place"),
        ("I try", "I try"),
        ("TV nights", "TV nights"),
    ],
)
def test_a_title_within_a_line_loses_its_capital(title: str, inside: str) -> None:
    assert phrases.within_a_line(title) == inside


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("2026-W48", "23 to 29 November"),
        ("2026-W49", "30 November to 6 December"),
        ("2026-W53", "28 December 2026 to 3 January 2027"),
        ("2025-W48", "24 to 30 November 2025"),
        ("2026-11-23", "Monday 23 November"),
        ("2026-11-23T2015", "23 November, 20:15"),
    ],
)
def test_a_period_is_said_as_on_a_calendar(entry: str, said: str) -> None:
    assert phrases.period(entry, date(2026, 11, 26)) == said
