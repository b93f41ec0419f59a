"""A day is understood however a reader writes it, and what is no day stays words."""

from datetime import date

import pytest

from workbook.session.day_meant import day_meant

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-31", "2026-12-31"),
        ("2026/12/31", "2026-12-31"),
        ("2026. 12. 31.", "2026-12-31"),
        ("31.12.2026", "2026-12-31"),
        ("31. 12. 2026", "2026-12-31"),
        ("31.12.26", "2026-12-31"),
        ("31.12.", "2026-12-31"),
        ("31.12", "2026-12-31"),
        ("31/12", "2026-12-31"),
        ("12/31", "2026-12-31"),
        ("31/12/2026", "2026-12-31"),
        ("31-12-2026", "2026-12-31"),
        ("6.1.", "2027-01-06"),
        ("29.2.", "2028-02-29"),
        ("31 December", "2026-12-31"),
        ("31st of Dec.", "2026-12-31"),
        ("Dec 31, 2027", "2027-12-31"),
        ("1 march", "2027-03-01"),
        ("today", "2026-11-23"),
        ("Tomorrow", "2026-11-24"),
        ("the day after tomorrow", "2026-11-25"),
        ("yesterday", "2026-11-22"),
        ("+14", "2026-12-07"),
        ("+ 2w", "2026-12-07"),
        ("+1m", "2026-12-23"),
        ("-1", "2026-11-22"),
        ("in two weeks", "2026-12-07"),
        ("in  2 Weeks", "2026-12-07"),
        ("a week", "2026-11-30"),
        ("next week", "2026-11-30"),
        ("in a fortnight", "2026-12-07"),
        ("in three months", "2027-02-23"),
        ("next month", "2026-12-23"),
        ("in a year", "2027-11-23"),
        ("Sunday", "2026-11-29"),
        ("on sun", "2026-11-29"),
        ("monday", "2026-11-30"),
        ("next Tuesday", "2026-11-24"),
    ],
)
def test_a_day_is_understood_however_it_is_written(text: str, day: str) -> None:
    assert day_meant(text, MONDAY, {}) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "when it thaws",
            "31",
            "2026",
            "2026-11",
            "3-4",
            "31.2.",
            "0.0.",
            "13/13",
            "in some weeks",
        ),
        *("30.2.2026", "31 Dec more", "may", "+", "+99999", "in 9999 years", "1.2.3.4", "2 or 3"),
        *("su", "marching 3", "31.12.20261"),
    ],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert day_meant(text, MONDAY, {}) is None


@pytest.mark.parametrize(
    ("settings", "day"),
    [
        ({"LANG": "en_GB.UTF-8"}, "2026-12-03"),
        ({"LANG": "de_DE.UTF-8", "LC_TIME": "en_US.UTF-8"}, "2027-03-12"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "C"}, "2026-12-03"),
        ({}, "2026-12-03"),
    ],
)
def test_figures_that_could_be_two_days_are_read_as_the_reader_is_used_to(
    settings: dict[str, str], day: str
) -> None:
    assert day_meant("3/12", MONDAY, settings) == date.fromisoformat(day)
    assert day_meant("3.12.", MONDAY, settings) == date(2026, 12, 3)


def test_a_month_ends_where_it_ends() -> None:
    assert day_meant("in a month", date(2027, 1, 31), {}) == date(2027, 2, 28)
    assert day_meant("in a month", date(2027, 3, 31), {}) == date(2027, 4, 30)
