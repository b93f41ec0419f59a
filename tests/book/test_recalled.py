"""What is recalled above a text: the newest words at the places that it names."""

from pathlib import Path

import pytest

from tests.books import book_of
from workbook.book import Answer, Book, read_book, recalled

PLAN = """
<!-- @group #plan {options} -->

Which?

- [ ] Talk <!-- #talk -->
- [ ] Rest <!-- #rest -->

<!-- @text #if-then -->

When …, I will …

> …

<!-- @end -->

<!-- @text #note {recalls} -->

Note

> …
"""

WEEK = """
<!-- @scale #near -->

How near?

> … / 10

<!-- @choice #often -->

How often?

- ( ) every *other* day <!-- #daily -->

<!-- @group #week repeat=week -->

This week

<!-- @text #became recalls="week/week/next steps/plan/if-then" -->

What became of it?

> …

<!-- @text #next -->

Next week

> …

<!-- @end -->
"""

TICKED: dict[str, Answer] = {"steps/plan/talk": True, "steps/plan/rest": True}
MEANT: dict[str, Answer] = {"steps/plan/talk/if-then": "When it rains.", "steps/plan/rest/if-then": "Naps."}


@pytest.fixture(scope="module")
def shipped() -> Book:
    return read_book(Path(__file__).parents[2] / "chapters")


def made(folder: Path, recalls: str = "", options: str = "") -> Book:
    """A book of a plan, a text that recalls something, and a week that recalls both."""
    option = f'recalls="{recalls}"' if recalls else ""
    return book_of(folder, steps=PLAN.format(options=options, recalls=option), week=WEEK)


def said(book: Book, at: str, answers: dict[str, Answer]) -> list[tuple[str, str]]:
    """The words above the text at `at`, each with its entry."""
    return [(words, entry) for words, entry, _ in recalled(book, at, answers)]


def test_the_newest_words_of_an_earlier_entry_are_recalled(tmp_path: Path) -> None:
    answers: dict[str, Answer] = {
        "week/week@2026-W46/next": "older",
        "week/week@2026-W47/next": "newer",
        "week/week@2026-W48/next": "this one",
        "week/week@2026-W49/next": "later",
    }
    assert said(made(tmp_path), "week/week@2026-W48/became", answers) == [("newer", "2026-W47")]


def test_an_entry_without_words_there_is_passed_over(tmp_path: Path) -> None:
    answers: dict[str, Answer] = {"week/week@2026-W46/next": "older", "week/week@2026-W47/became": "Nothing."}
    assert said(made(tmp_path), "week/week@2026-W48/became", answers) == [("older", "2026-W46")]


def test_from_elsewhere_the_newest_entry_of_all_is_recalled(tmp_path: Path) -> None:
    answers: dict[str, Answer] = {"week/week@2026-W52/next": "older", "week/week@2027-W01/next": "newer"}
    assert said(made(tmp_path, "week/week/next"), "steps/note", answers) == [("newer", "2027-W01")]


def test_of_rows_every_ticked_one_is_recalled(tmp_path: Path) -> None:
    book = made(tmp_path)
    assert said(book, "week/week@2026-W48/became", TICKED | MEANT) == [("When it rains.", ""), ("Naps.", "")]
    assert said(book, "week/week@2026-W48/became", MEANT) == []
    assert said(book, "week/week@2026-W48/became", MEANT | {"steps/plan/rest": True}) == [("Naps.", "")]


def test_rows_that_stand_open_without_their_tick_are_recalled_only_when_ticked(tmp_path: Path) -> None:
    book = made(tmp_path, options="open=all")
    assert said(book, "week/week@2026-W48/became", MEANT) == []


def test_it_is_told_where_the_words_stand(tmp_path: Path) -> None:
    found = recalled(made(tmp_path), "week/week@2026-W48/became", TICKED | MEANT)
    assert [words.address for words in found] == ["steps/plan/talk/if-then", "steps/plan/rest/if-then"]


def test_a_whole_exercise_is_recalled_field_by_field(tmp_path: Path) -> None:
    answers: dict[str, Answer] = {"week/week@2026-W47/became": "Two.", "week/week@2026-W47/next": "Three."}
    assert said(made(tmp_path, "week/week"), "steps/note", answers) == [
        ("Two.", "2026-W47"),
        ("Three.", "2026-W47"),
    ]


def test_a_number_and_a_choice_are_recalled_in_words(tmp_path: Path) -> None:
    answers: dict[str, Answer] = {"week/near": 4, "week/often": "daily"}
    book = made(tmp_path, "week/near week/often")
    assert said(book, "steps/note", answers) == [("4 / 10", ""), ("every other day", "")]


def test_what_the_book_does_not_take_any_more_is_not_recalled(tmp_path: Path) -> None:
    answers: dict[str, Answer] = {"week/near": 40, "week/often": "gone"}
    assert said(made(tmp_path, "week/near week/often"), "steps/note", answers) == []


@pytest.mark.parametrize(
    "at", ["steps/gone", "gone/note", "steps/plan/talk", "week/near", "week/week/became"]
)
def test_what_is_no_text_recalls_nothing(tmp_path: Path, at: str) -> None:
    assert recalled(made(tmp_path, "week/near"), at, {"week/near": 4}) == ()


def test_a_text_that_names_nothing_or_what_is_not_there_recalls_nothing(tmp_path: Path) -> None:
    for number, recalls in enumerate(("", "gone/one week/gone week/week/gone")):
        assert said(made(tmp_path / str(number), recalls), "steps/note", {"week/near": 4}) == []


def test_in_a_month_of_check_ins_each_week_recalls_what_was_meant_before(shipped: Book) -> None:
    """A made-up reader: one plan, a week missed, a week without a plan, and the plan changed in the third."""
    plan = "When the plates are cleared, I will put my phone in the drawer."
    answers: dict[str, Answer] = {"steps/plan/communicate": True, "steps/plan/communicate/if-then": plan}
    month = [
        ("2026-W45", [("", plan)], {"next-week": "The drawer, three evenings."}),
        ("2026-W46", [("2026-W45", "The drawer, three evenings."), ("", plan)], {"became": "Two of three."}),
        ("2026-W48", [("2026-W45", "The drawer, three evenings."), ("", plan)], {"next-week": "The steps."}),
        ("2026-W49", [("2026-W48", "The steps."), ("", plan), ("", "Saturday.")], {"became": "It rained."}),
    ]
    for week, expected, written in month:
        if week == "2026-W49":
            answers |= {"steps/plan/time": True, "steps/plan/time/if-then": "Saturday."}
        weekly = f"checkin/weekly@{week}"
        found = recalled(shipped, f"{weekly}/became", answers)
        assert [(entry, words) for words, entry, _ in found] == expected
        answers |= {f"{weekly}/{field}": words for field, words in written.items()}


def test_the_look_back_recalls_the_first_number_and_the_steps_that_were_ticked(shipped: Book) -> None:
    answers: dict[str, Answer] = {
        "meaning/near": 4,
        "meaning/why-near": "Only the car.",
        "steps/plan/time": True,
        "steps/plan/time/if-then": "Saturday.",
        "steps/plan/fun/if-then": "Written, then unticked.",
    }
    back = "checkin/after-a-month@2026-12-24T2015"
    assert said(shipped, f"{back}/today", answers) == [
        ("4 / 10, between miles apart and very close", ""),
        ("Only the car.", ""),
    ]
    assert said(shipped, f"{back}/keep", answers) == [("Saturday.", "")]
