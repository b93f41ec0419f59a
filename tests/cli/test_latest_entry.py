"""The latest entry is the one begun last: through flights, clocks that are set back, and winter time."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.shell import Shell
from workbook.answers import open_answers
from workbook.book import begun, entries, read_book

BOOK = Path(__file__).parents[1] / "fixtures" / "book"
NOW = datetime(2026, 6, 10, 15, 0, tzinfo=UTC)
TURNS, WEEK, DAY = "year/turns", "year/week", "year/day"
TOKYO, ANGELES = "2026-06-10T2000", "2026-06-10T0800"


@pytest.fixture
def reader(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A reader of the fixture book."""
    shell = Shell(tmp_path, capsys)
    shutil.rmtree(shell.book)
    shutil.copytree(BOOK, shell.book)
    return shell


def wrote(reader: Shell, at: str, *begun: str, field: str = "say/heard") -> None:
    """Writes the first words of these entries, one after the other, each at a start of its own."""
    for entry in begun:
        answers = open_answers(reader.data, read_book(reader.book), clock=lambda: NOW)
        answers[f"{at}@{entry}/{field}"] = f"in {entry}"
        assert answers.close()


def latest(reader: Shell) -> str:
    """What `export --latest` prints of the second chapter."""
    assert reader.run("export", "year", "--latest") == 0
    return reader.out


def stored(reader: Shell) -> dict[str, dict[str, str]]:
    """What the file says of the order of entries."""
    state: dict[str, dict[str, dict[str, str]]] = json.loads((reader.data / "allotment.json").read_bytes())
    return state.get("entries", {})


def test_eight_in_the_morning_in_los_angeles_comes_after_eight_in_the_evening_in_tokyo(reader: Shell) -> None:
    wrote(reader, TURNS, TOKYO, ANGELES)
    assert stored(reader) == {f"{TURNS}@{ANGELES}": {"after": TOKYO}}
    assert f"in {ANGELES}" in latest(reader)
    assert f"in {TOKYO}" not in reader.out
    assert reader.run("export", "year") == 0
    assert reader.out.index(f"in {TOKYO}") < reader.out.index(f"in {ANGELES}")


def test_a_print_shows_them_in_the_order_in_which_they_were_begun(reader: Shell) -> None:
    wrote(reader, TURNS, TOKYO, ANGELES)
    assert reader.run("print", "year", "--latest") == 0
    assert f"in {ANGELES}" in reader.out
    assert f"in {TOKYO}" not in reader.out
    for form in ([], ["--chapters"]):
        assert reader.run("print", "year", *form) == 0
        first, second = (reader.out.index(f"in {entry}") for entry in (TOKYO, ANGELES))
        assert (first < second) == bool(form), "a print of one's own words begins with the newest"


def test_a_clock_set_back_by_days_does_not_hide_what_is_written_then(reader: Shell) -> None:
    wrote(reader, DAY, "2026-06-10", "2026-06-08", "2026-06-09", "2026-06-11", field="line")
    assert stored(reader) == {
        f"{DAY}@2026-06-08": {"after": "2026-06-10"},
        f"{DAY}@2026-06-09": {"after": "2026-06-08"},
    }
    assert "in 2026-06-11" in latest(reader)
    answers = open_answers(reader.data, read_book(reader.book))
    assert entries(DAY, answers) == ("2026-06-10", "2026-06-08", "2026-06-09", "2026-06-11")
    answers.close()


def test_in_the_hour_that_comes_twice_the_second_ten_past_two_is_the_later(reader: Shell) -> None:
    first = begun("entry", datetime(2026, 10, 25, 2, 30), (), "kqtz")
    second = begun("entry", datetime(2026, 10, 25, 2, 10), {first}, "kqtz")
    third = begun("entry", datetime(2026, 10, 25, 2, 30), {first, second}, "kqtz")
    wrote(reader, TURNS, first, second, third)
    assert f"in {third}" in latest(reader)
    assert stored(reader) == {f"{TURNS}@{second}": {"after": first}}


def test_the_last_week_of_a_year_that_has_53_comes_before_the_first_of_the_next(reader: Shell) -> None:
    wrote(reader, WEEK, "2026-W53", "2027-W01", field="good")
    assert stored(reader) == {}
    assert "in 2027-W01" in latest(reader)


def test_the_last_week_begun_again_behind_the_first_of_the_next_year_is_the_latest(reader: Shell) -> None:
    wrote(reader, WEEK, "2027-W01", "2026-W53", field="good")
    assert "in 2026-W53" in latest(reader)


def test_an_entry_that_was_emptied_and_filled_again_is_not_begun_once_more(reader: Shell) -> None:
    wrote(reader, WEEK, "2026-W23", "2026-W24", field="good")
    answers = open_answers(reader.data, read_book(reader.book))
    del answers[f"{WEEK}@2026-W23/good"]
    answers[f"{WEEK}@2026-W23/good"] = "once more"
    assert answers.close()
    assert stored(reader) == {}
    assert "in 2026-W24" in latest(reader)


def test_the_order_is_kept_when_the_exercise_is_given_another_name(reader: Shell) -> None:
    wrote(reader, TURNS, TOKYO, ANGELES)
    path = reader.book / "02-year.md"
    path.write_text(path.read_text("utf-8").replace("#turns view", "#fence was=turns view"), "utf-8")
    assert f"in {ANGELES}" in latest(reader)
    assert f"in {TOKYO}" not in reader.out
    wrote(reader, DAY, "2026-06-12", field="line")
    assert stored(reader) == {f"year/fence@{ANGELES}": {"after": TOKYO}}
    assert f"in {ANGELES}" in latest(reader)


def test_of_two_machines_that_differ_in_the_order_both_come_to_the_same(reader: Shell) -> None:
    wrote(reader, TURNS, TOKYO, ANGELES)
    state = json.loads((reader.data / "allotment.json").read_bytes())
    state["entries"] = {f"{TURNS}@{ANGELES}": {"after": "2026-06-10T2100"}}
    other = state["answers"][f"{TURNS}@{TOKYO}/say/heard"]
    state["answers"] = {f"{TURNS}@2026-06-10T2100/say/heard": {**other, "value": "in between"}}
    copy = reader.data / "allotment.sync-conflict-20260611-090000-ABCDEFG.json"
    copy.write_text(json.dumps(state))
    assert f"in {ANGELES}" in latest(reader)
    wrote(reader, DAY, "2026-06-12", field="line")
    assert stored(reader)[f"{TURNS}@{ANGELES}"] == {"after": "2026-06-10T2100"}
    assert f"in {ANGELES}" in latest(reader)
