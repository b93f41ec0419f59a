"""Entries: their names, their order, and how they are said."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.book import begun, day_of, entries, present, spoken
from workbook.book.model.entries import is_entry

SUNDAY_EVENING = datetime(2026, 11, 22, 20, 15, 30)


def test_a_day_is_named_by_its_date() -> None:
    assert begun("day", SUNDAY_EVENING, (), "f00d") == "2026-11-22"


def test_again_on_a_day_that_has_an_entry_opens_that_entry() -> None:
    assert begun("day", SUNDAY_EVENING, {"2026-11-22"}, "f00d") == "2026-11-22"


def test_a_sunday_still_belongs_to_the_iso_week_that_ends_with_it() -> None:
    assert begun("week", SUNDAY_EVENING, (), "f00d") == "2026-W47"


def test_again_in_a_week_that_has_an_entry_opens_that_entry() -> None:
    assert begun("week", SUNDAY_EVENING, {"2026-W47"}, "f00d") == "2026-W47"


def test_the_first_days_of_january_can_belong_to_a_week_of_the_year_before() -> None:
    assert begun("week", datetime(2027, 1, 1), (), "f00d") == "2026-W53"


def test_an_entry_is_named_by_the_minute_in_which_it_was_begun() -> None:
    assert begun("entry", SUNDAY_EVENING, {"2026-11-22T2014"}, "f00d") == "2026-11-22T2015"


def test_an_entry_whose_minute_is_taken_gets_four_letters_of_the_device() -> None:
    assert begun("entry", SUNDAY_EVENING, {"2026-11-22T2015"}, "f00dcafe") == "2026-11-22T2015-f00d"


def test_a_third_entry_in_one_minute_takes_the_next_minute() -> None:
    taken = {"2026-11-22T2015", "2026-11-22T2015-f00d"}
    assert begun("entry", SUNDAY_EVENING, taken, "f00d") == "2026-11-22T2016"


@given(st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2200, 1, 1)), st.integers(0, 5))
def test_again_always_finds_a_name_that_is_free_and_is_an_entry(now: datetime, times: int) -> None:
    taken: set[str] = set()
    for _ in range(times + 1):
        name = begun("entry", now, taken, "f00d")
        assert name not in taken
        assert is_entry(name)
        taken.add(name)


@pytest.mark.parametrize(
    "name",
    ["", "today", "2026-02-30", "2026-W54", "2025-W53", "2026-11-22T2460", "2026-11-22-f00d", "2026-w48"],
)
def test_what_is_no_day_week_or_time_names_no_entry(name: str) -> None:
    assert not is_entry(name)


def test_entries_are_those_of_one_exercise_with_the_newest_last() -> None:
    answers = {
        "checkin/weekly@2026-W48/near": 7,
        "checkin/weekly@2025-W52/near": 5,
        "checkin/weekly@2026-W48/five/fun": True,
        "checkin/weekly-2@2026-W01/near": 1,
        "checkin/weekly": "no entry",
        "talking/weekly@2026-W02/near": 2,
    }
    assert entries("checkin/weekly", answers) == ("2025-W52", "2026-W48")


def test_entries_of_several_forms_are_ordered_by_their_time() -> None:
    names = ["2026-11-24", "2026-W48", "2026-11-23T0800-f00d", "2026-11-23T0800"]
    assert entries("a/b", [f"a/b@{name}/c" for name in names]) == (
        "2026-W48",
        "2026-11-23T0800",
        "2026-11-23T0800-f00d",
        "2026-11-24",
    )


def test_a_name_of_no_known_form_is_not_among_the_entries() -> None:
    assert entries("a/b", ["a/b@soon/c"]) == ()


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("2026-11-22", "Sunday 22 November 2026"),
        ("2026-W48", "week of 23 November 2026"),
        ("2026-11-22T2015", "22 November 2026, 20:15"),
        ("2026-01-05T0807-f00d", "5 January 2026, 08:07"),
        ("next spring", "next spring"),
        ("2026-W54", "2026-W54"),
    ],
)
def test_an_entry_is_said_as_a_person_says_it(entry: str, words: str) -> None:
    assert spoken(entry) == words


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        ((), "2026-11-22T2015"),
        (("2026-11-21T0900",), "2026-11-22T2015"),
        (("2026-11-22T0900", "2026-11-22T1800"), "2026-11-22T1800"),
        (("2026-11-22T1800", "2026-11-23T0900"), "2026-11-22T1800"),
        (("2026-11-22T2015", "2026-11-23T0900"), "2026-11-22T2015"),
    ],
    ids=["none", "of another day", "of this day", "one of a day to come", "begun this minute"],
)
def test_the_present_entry_of_what_repeats_at_will_is_the_last_of_this_day(
    kept: tuple[str, ...], expected: str
) -> None:
    assert present("entry", SUNDAY_EVENING, kept, "f00d") == expected


def test_the_present_entry_of_a_day_or_a_week_is_that_of_the_clock() -> None:
    kept = ("2026-11-21", "2026-11-25")
    assert present("day", SUNDAY_EVENING, kept, "f00d") == "2026-11-22"
    assert present("week", SUNDAY_EVENING, ("2026-W46", "2026-W48"), "f00d") == "2026-W47"


def test_a_day_is_said_without_its_year() -> None:
    assert day_of(date(2027, 2, 27)) == "Saturday 27 February"
