"""Editions of the book, schemas of the file and clocks change; the answers stay (row 24 and the moves)."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.answers.conftest import TEXTS, Open
from tests.books import book_of
from workbook.answers import open_answers, read_answers
from workbook.answers.file.storage import dumps
from workbook.book import Book

OFTEN, WHEN = "signs/often", "signs/when"


@pytest.fixture
def file(opened: Open, folder: Path) -> Path:
    """A file with two answers."""
    answers = opened()
    answers[OFTEN] = "one"
    answers[WHEN] = "two"
    answers.close()
    return folder / "small.json"


def renamed(book: Book) -> Book:
    """The next edition: `often` is called `frequency`, and stands in place of `when`, too."""
    text = TEXTS.replace("#often", '#frequency was="when often"').replace("#when", "#other")
    return book_of(book.folder.with_name("second edition"), signs=text)


def test_answers_follow_a_renamed_exercise_and_only_a_writing_program_moves_them(
    file: Path, book: Book
) -> None:
    second = renamed(book)
    before = file.read_bytes()
    assert read_answers(file.parent, second)["signs/frequency"] in ("one", "two")
    assert file.read_bytes() == before
    answers = open_answers(file.parent, second)
    record = answers.record("signs/frequency")
    assert record is not None
    assert set(answers) == {"signs/frequency"}
    assert [record.value, *(other.value for other in record.alternatives)] == ["two", "one"]
    assert answers.close()
    again = open_answers(file.parent, second)
    assert again.record("signs/frequency") == record
    again.close()
    shown = {
        address: document.get("value")
        for address, document in json.loads(file.read_bytes())["answers"].items()
    }
    assert shown == {"signs/frequency": "two", OFTEN: None, WHEN: None}


def test_an_older_copy_does_not_bring_back_what_moved(file: Path, book: Book) -> None:
    older = file.read_bytes()
    second = renamed(book)
    open_answers(file.parent, second).close()
    file.with_name("small.sync-conflict-20261122-201500-ABCDEFG.json").write_bytes(older)
    answers = open_answers(file.parent, second)
    assert set(answers) == {"signs/frequency"}
    assert answers.close()
    assert "value" not in json.loads(file.read_bytes())["answers"][OFTEN]


def test_a_word_erased_at_an_address_that_others_moved_to_does_not_come_back(file: Path, book: Book) -> None:
    older = file.read_bytes()
    answers = open_answers(file.parent, book)
    del answers[OFTEN]
    answers.close()
    text = TEXTS.replace("#often", "#often was=when").replace("#when", "#other")
    third = book_of(book.folder.with_name("third edition"), signs=text)
    open_answers(file.parent, third).close()
    file.with_name("small.sync-conflict-20261122-201500-ABCDEFG.json").write_bytes(older)
    answers = open_answers(file.parent, third)
    record = answers.record(OFTEN)
    assert record is not None
    assert (record.value, record.alternatives) == ("two", ())
    assert answers.close()


CHOICE = """
<!-- @choice #how -->

How was it?

- ( ) Good <!-- #good -->
- ( ) Hard <!-- #hard -->
"""


@pytest.mark.parametrize(("first", "second"), [(False, False), (False, True), (True, False)])
def test_what_was_chosen_is_still_chosen_once_the_option_has_another_id_and_is_as_private(
    folder: Path, tmp_path: Path, *, first: bool, second: bool
) -> None:
    def edition(name: str, options: str, *, is_private: bool) -> Book:
        asked = "#how share=no" if is_private else "#how"
        return book_of(tmp_path / name, signs=options.replace("#how", asked))

    answers = open_answers(folder, edition("first", CHOICE, is_private=first))
    answers["signs/how"] = "good"
    assert answers.close()
    renamed = CHOICE.replace("#good", "#warm was=good")
    answers = open_answers(folder, edition("second", renamed, is_private=second))
    record = answers.record("signs/how")
    assert record is not None
    assert (record.value, record.private) == ("warm", first or second)
    assert answers.close()


def test_an_older_schema_is_migrated_once_and_a_copy_is_kept_before(
    opened: Open, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file.read_bytes()
    for module in ("document.migrations", "document.shape", "file.reading"):
        monkeypatch.setattr(f"workbook.answers.{module}.SCHEMA", 2)
    monkeypatch.setattr("workbook.answers.document.migrations.STEPS", {1: lambda state: state | {"new": {}}})
    answers = opened()
    assert dict(answers) == {OFTEN: "one", WHEN: "two"}
    assert answers.close()
    state = json.loads(file.read_bytes())
    assert (state["meta"]["1"]["schema"], state["new"]) == (2, {})
    (copy,) = [path for path in (file.parent / "backups").iterdir() if "schema-1" in path.name]
    assert copy.read_bytes() == before


class Clock:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 20, 15, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The time it shows."""
        return self.now


@pytest.mark.parametrize("jump", [-timedelta(hours=1), -timedelta(days=9000), timedelta(days=26_663)])
@pytest.mark.usefixtures("patient")
def test_a_clock_that_jumps_costs_no_word_and_an_older_copy_stays_older(
    folder: Path, book: Book, jump: timedelta
) -> None:
    clock = Clock()
    answers = open_answers(folder, book, clock=clock)
    answers[OFTEN] = "first"
    answers.flush()
    older = json.loads((folder / "small.json").read_bytes())
    clock.now += jump
    answers[OFTEN] = "second"
    assert answers.flush()
    (folder / "small.json").write_bytes(dumps(older))
    answers[WHEN] = "third"
    assert answers.flush()
    record = answers.record(OFTEN)
    assert record is not None
    assert (record.value, record.alternatives) == ("second", ())
    assert record.at == f"{clock.now:%Y-%m-%dT%H:%M:%SZ}"
    assert answers.close()
