"""Entries stand in the order in which they were begun, whatever the clocks said."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.book import Answer, Dated, entries, newest_before

AT = "talking/practice"


TOKYO, ANGELES = "2026-06-10T2000", "2026-06-10T0800"
DAYS = [f"2026-06-{day:02}" for day in range(1, 9)]


class Known(dict[str, Answer], Dated):
    """Answers in memory that know which entries were begun after which."""

    def __init__(self, names: Iterable[str], after: Mapping[str, str]) -> None:
        super().__init__((f"{AT}@{name}/say/heard", "words") for name in names)
        self._after = after

    @property
    def after(self) -> Mapping[str, str]:
        """By entry, the one before it."""
        return {f"{AT}@{name}": earlier for name, earlier in self._after.items()}

    def written_at(self, address: str) -> None:
        """Not known."""


def chained(names: list[str], after: Mapping[str, str]) -> tuple[str, ...]:
    """The entries called `names` in their order, of which some were begun `after` another."""
    return entries(AT, Known(names, after))


def test_an_entry_stands_right_behind_the_one_it_was_begun_after() -> None:
    names = ["2026-06-11T0900", ANGELES, TOKYO, "2026-06-09T0900"]
    assert chained(names, {ANGELES: TOKYO}) == ("2026-06-09T0900", TOKYO, ANGELES, "2026-06-11T0900")


def test_those_begun_after_the_same_one_stand_by_name_each_with_what_followed_it() -> None:
    after = {"2026-06-01": "2026-06-10", "2026-06-02": "2026-06-10", "2026-05-01": "2026-06-01"}
    assert chained(["2026-06-10", *after], after) == ("2026-06-10", "2026-06-01", "2026-05-01", "2026-06-02")


def test_an_entry_that_is_gone_keeps_the_place_of_what_was_begun_after_it() -> None:
    assert chained(["2026-06-11", ANGELES, "2026-06-09"], {ANGELES: TOKYO}) == (
        "2026-06-09",
        ANGELES,
        "2026-06-11",
    )


@pytest.mark.parametrize(
    "ring",
    [
        {"2026-06-02": "2026-06-02"},
        {"2026-06-01": "2026-06-03", "2026-06-03": "2026-06-01"},
        {"2026-06-01": "2026-06-02", "2026-06-02": "2026-06-03", "2026-06-03": "2026-06-01"},
    ],
)
def test_a_ring_counts_as_none(ring: dict[str, str]) -> None:
    names = ["2026-06-03", "2026-06-01", "2026-06-02"]
    assert chained(names, ring) == ("2026-06-01", "2026-06-02", "2026-06-03")


def test_what_leads_into_a_ring_still_stands_behind_what_it_was_begun_after() -> None:
    ring = {"2026-06-02": "2026-06-03", "2026-06-03": "2026-06-02", "2026-06-01": "2026-06-03"}
    assert chained(list(ring), ring) == ("2026-06-02", "2026-06-03", "2026-06-01")


def test_what_is_no_entry_is_nothing_to_stand_behind() -> None:
    assert chained(["2026-06-02", "2026-06-01"], {"2026-06-01": "soon", "later": "2026-06-02"}) == (
        "2026-06-01",
        "2026-06-02",
    )


def test_another_exercise_says_nothing_of_this_one() -> None:
    behind = {"talking/practice-2@2026-06-01": "2026-06-02", "x/practice@2026-06-01": "2026-06-02"}
    answers = [f"{AT}@2026-06-0{day}/heard" for day in (2, 1)]
    assert entries(AT, answers, behind) == ("2026-06-01", "2026-06-02")


@given(st.sets(st.sampled_from(DAYS)), st.dictionaries(st.sampled_from(DAYS), st.sampled_from(DAYS)))
def test_every_entry_is_there_once_whatever_stands_behind_what(
    names: set[str], after: dict[str, str]
) -> None:
    assert sorted(chained(list(names), after)) == sorted(names)


@given(st.lists(st.sampled_from(DAYS), unique=True))
def test_entries_begun_in_any_order_of_names_stand_in_the_order_in_which_they_were_begun(
    names: list[str],
) -> None:
    after: dict[str, str] = {}
    for number, name in enumerate(names):
        if newest := newest_before(AT, name, Known(names[:number], after)):
            after[name] = newest
    assert chained(names, after) == tuple(names)


def test_thousands_of_entries_begun_after_a_day_far_ahead_are_ordered_at_once() -> None:
    first = date(2010, 1, 1)
    names = ["2099-01-01", *((first + timedelta(days)).isoformat() for days in range(5_000))]
    after = dict(zip(names[1:], names, strict=False))
    assert chained(names, after) == tuple(names)
