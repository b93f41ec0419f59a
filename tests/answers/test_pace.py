"""When a change is saved, played through on a clock that the test turns."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.answers.saving.pace import EASE, LONGEST, QUIET, Pace


def saves(keys: list[float], takes: float) -> list[tuple[float, float]]:
    """The saves (begun, ended) that changes at the times `keys` lead to; each save takes `takes` seconds."""
    pace, found, waiting, now = Pace(0.0), [], False, 0.0
    for key in [*keys, keys[-1] + 1000]:
        while waiting and max(pace.due, now) <= key:
            begun = max(pace.due, now)
            now = begun + takes
            pace.tried(begun, now)
            found.append((begun, now))
            waiting = False
        now = max(now, key)
        pace.heard(now, is_first=not waiting)
        waiting = True
    return found


def test_one_change_is_saved_after_a_quarter_of_a_second() -> None:
    assert saves([5.0], 0.001) == [(5.25, 5.251)]


def test_a_burst_of_a_hundred_keys_in_two_seconds_is_three_saves_at_most() -> None:
    assert 1 <= len(saves([number / 50 for number in range(100)], 0.001)) <= 3


def test_unbroken_typing_is_saved_once_a_second() -> None:
    found = saves([number / 10 for number in range(600)], 0.001)
    assert 55 <= len(found) <= 61


@pytest.mark.parametrize("takes", [0.02, 0.04])
def test_saving_takes_a_twentieth_of_the_time_at_most(takes: float) -> None:
    pauses = [number * 0.3 for number in range(200)]
    found = saves(pauses, takes)
    gaps = [later[0] - sooner[1] for sooner, later in pairwise(found)]
    assert min(gaps) >= EASE * takes - 1e-6


keys = st.lists(st.floats(0.001, 3.0), min_size=1, max_size=60)


@given(keys, st.floats(0.0, 2.0))
def test_no_change_waits_longer_than_a_second_and_one_save(pauses: list[float], takes: float) -> None:
    times = [sum(pauses[: number + 1]) for number in range(len(pauses))]
    found = saves(times, takes)
    for key in times:
        begun = min(begun for begun, _ in found if begun >= key)
        assert begun - key <= LONGEST + takes + 1e-6


@given(keys)
def test_where_saving_is_quick_a_pause_is_always_used(pauses: list[float]) -> None:
    times = [sum(pauses[: number + 1]) for number in range(len(pauses))]
    found = [begun for begun, _ in saves(times, 0.0)]
    for key, following in zip(times, [*times[1:], float("inf")], strict=True):
        if following - key > QUIET:
            assert any(key < begun <= key + QUIET + 1e-6 for begun in found)
