"""Row 14 of the fault matrix: the file changes underneath, by whatever hand, and no word is lost."""

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.answers.conftest import TEXTS, Open
from tests.answers.samples import names
from tests.books import book_of
from workbook.answers import Answers, open_answers, read_answers
from workbook.answers.document.state import State
from workbook.answers.file.storage import dumps, read_state
from workbook.book import Book

OFTEN, WHEN, TRUST = "signs/often", "signs/when", "signs/five/trust"


def alternatives(answers: Answers, address: str) -> list[object]:
    """The other versions of an answer."""
    record = answers.record(address)
    assert record is not None
    return [other.value for other in record.alternatives]


def changed_elsewhere(folder: Path, state: State) -> None:
    """Does what a sync program does: puts another file in the place of the answers."""
    (folder / "arriving").write_bytes(dumps(state))
    os.replace(folder / "arriving", folder / "small.json")


def elsewhere(folder: Path, book: Book, tmp_path: Path) -> Answers:
    """The same answers, opened on another machine from a copy of the folder."""
    shutil.copytree(folder, tmp_path / "other machine", ignore=shutil.ignore_patterns("*.lock"))
    return open_answers(tmp_path / "other machine", book)


def arrive(
    answers: Answers, folder: Path, book: Book, tmp_path: Path, there: bool | str, here: str = ""
) -> None:
    """Has a file come underneath in which another machine wrote `there`, while `here` was written here."""
    address = TRUST if there is True else OFTEN
    answers.flush()
    other = elsewhere(folder, book, tmp_path)
    other[address] = "before that"
    other.flush()
    other[address] = there
    answers[WHEN] = "something else is saved"
    answers[address] = here
    other.close()
    shutil.copy(tmp_path / "other machine" / "small.json", folder / "small.json")
    assert answers.flush()
    assert answers[address] == there


@pytest.mark.usefixtures("patient")
def test_a_file_changed_underneath_is_joined_and_both_texts_are_kept(
    answers: Answers, folder: Path, book: Book, tmp_path: Path
) -> None:
    answers[OFTEN] = "both had this"
    answers.flush()
    other = elsewhere(folder, book, tmp_path)
    other[OFTEN] = "written there"
    other["signs/near"] = 4
    other.close()
    answers[WHEN] = "written here"
    answers[OFTEN] = "written here, too"
    (folder / "small.json").unlink()
    shutil.copy(tmp_path / "other machine" / "small.json", folder / "small.json")
    assert answers.flush()
    assert set(answers) == {OFTEN, WHEN, "signs/near"}
    assert {answers[OFTEN], *alternatives(answers, OFTEN)} == {"written there", "written here, too"}
    assert answers.notices == (
        "Another program changed the file of your answers: both versions were joined.",
    )
    assert dict(read_answers(folder, book)) == dict(answers)


@pytest.mark.usefixtures("patient")
def test_a_text_that_arrived_while_its_field_was_open_is_kept_when_the_field_is_typed_in(
    answers: Answers, folder: Path, book: Book, tmp_path: Path
) -> None:
    answers[OFTEN] = "both had this"
    answers.flush()
    other = elsewhere(folder, book, tmp_path)
    other[OFTEN] = "written there"
    other.close()
    shutil.copy(tmp_path / "other machine" / "small.json", folder / "small.json")
    answers[WHEN] = "something else is saved"
    answers.flush()
    assert answers[OFTEN] == "written there"
    answers[OFTEN] = "both had this, and the field still showed it"
    answers.flush()
    assert alternatives(answers, OFTEN) == ["written there"]
    answers[OFTEN] = "typed on"
    answers.flush()
    assert alternatives(answers, OFTEN) == ["written there"]
    answers.pick(OFTEN, answers[OFTEN])
    assert (answers[OFTEN], alternatives(answers, OFTEN)) == ("typed on", [])
    answers.flush()
    assert (answers[OFTEN], alternatives(answers, OFTEN)) == ("typed on", [])


@pytest.mark.usefixtures("patient")
def test_a_text_that_arrived_is_not_taken_away_by_emptying_a_field_that_never_showed_it(
    answers: Answers, folder: Path, book: Book, tmp_path: Path
) -> None:
    answers[OFTEN] = "both had this"
    answers.flush()
    other = elsewhere(folder, book, tmp_path)
    other[OFTEN] = "written there"
    other.close()
    shutil.copy(tmp_path / "other machine" / "small.json", folder / "small.json")
    answers[WHEN] = "something else is saved"
    answers.flush()
    answers[OFTEN] = ""
    answers.flush()
    assert answers[OFTEN] == "written there"
    assert dict(read_answers(folder, book)) == dict(answers)


@pytest.mark.usefixtures("patient")
def test_a_text_that_arrived_is_kept_from_one_blank_and_says_so_and_the_second_one_takes_it_away(
    answers: Answers, folder: Path, book: Book, tmp_path: Path
) -> None:
    arrive(answers, folder, book, tmp_path, "written there")
    del answers[OFTEN]
    assert answers.flush()
    assert answers[OFTEN] == "written there"
    assert "empty it again if you do not want it" in answers.notices[-1]
    del answers[OFTEN]
    assert answers.flush()
    assert OFTEN not in answers
    assert OFTEN not in read_answers(folder, book)


@pytest.mark.usefixtures("patient")
def test_what_arrives_after_a_blank_was_kept_from_the_first_text_is_kept_from_the_next_blank_too(
    answers: Answers, folder: Path, book: Book, tmp_path: Path
) -> None:
    arrive(answers, folder, book, tmp_path, "written there")
    other = open_answers(tmp_path / "other machine", book)
    other[OFTEN] = "written there later"
    assert other.close()
    del answers[OFTEN]
    assert answers.flush()
    shutil.copy(tmp_path / "other machine" / "small.json", folder / "small.json")
    answers[WHEN] = "something more is saved"
    assert answers.flush()
    assert answers[OFTEN] == "written there later"
    del answers[OFTEN]
    assert answers.flush()
    assert answers[OFTEN] == "written there later"


@pytest.mark.usefixtures("patient")
def test_a_tick_that_arrived_can_be_taken_away_at_once_for_only_a_field_that_shows_it_can(
    answers: Answers, folder: Path, book: Book, tmp_path: Path
) -> None:
    arrive(answers, folder, book, tmp_path, True)
    del answers[TRUST]
    assert answers.flush()
    assert TRUST not in answers
    assert TRUST not in read_answers(folder, book)


@pytest.mark.usefixtures("patient")
def test_what_arrived_is_the_readers_own_once_they_have_chosen_it(
    answers: Answers, folder: Path, book: Book, tmp_path: Path
) -> None:
    arrive(answers, folder, book, tmp_path, "written there")
    answers.pick(OFTEN, "written there")
    answers.flush()
    del answers[OFTEN]
    assert answers.flush()
    assert OFTEN not in answers


@pytest.mark.usefixtures("patient")
def test_what_is_written_over_private_words_that_arrived_is_private_too(
    answers: Answers, folder: Path, tmp_path: Path
) -> None:
    """Nobody knows which of the two the reader had before them."""
    answers[OFTEN] = "both had this"
    answers.flush()
    private = book_of(tmp_path / "private edition", signs=TEXTS.replace("#often", "#often share=no"))
    other = elsewhere(folder, private, tmp_path)
    other[OFTEN] = "written there, in private"
    other.close()
    shutil.copy(tmp_path / "other machine" / "small.json", folder / "small.json")
    answers[WHEN] = "something else is saved"
    answers.flush()
    answers[OFTEN] = "written here over it"
    assert answers.flush()
    record = answers.record(OFTEN)
    assert record is not None
    assert (record.private, alternatives(answers, OFTEN)) == (True, ["written there, in private"])


@pytest.mark.usefixtures("patient")
def test_a_version_that_was_put_away_does_not_come_back_however_soon_the_reader_types_on(
    answers: Answers, folder: Path, book: Book, tmp_path: Path
) -> None:
    arrive(answers, folder, book, tmp_path, "written there", here="written here")
    assert alternatives(answers, OFTEN) == ["written here"]
    answers.pick(OFTEN, "written there")
    answers[OFTEN] = "written there, and more"
    assert answers.flush()
    assert (answers[OFTEN], alternatives(answers, OFTEN)) == ("written there, and more", [])


@pytest.mark.usefixtures("patient")
def test_a_text_that_arrived_is_kept_beside_what_is_typed_into_a_field_that_was_emptied_first(
    answers: Answers, folder: Path, book: Book, tmp_path: Path
) -> None:
    arrive(answers, folder, book, tmp_path, "written there")
    answers[OFTEN] = ""
    answers.flush()
    answers[OFTEN] = "something else"
    answers.flush()
    assert (answers[OFTEN], alternatives(answers, OFTEN)) == ("something else", ["written there"])


@pytest.mark.usefixtures("patient")
def test_what_the_reader_types_on_over_does_not_stay_beside_a_text_that_arrived(
    answers: Answers, folder: Path, book: Book, tmp_path: Path
) -> None:
    arrive(answers, folder, book, tmp_path, "written there", "wr")
    assert alternatives(answers, OFTEN) == ["wr"]
    for typed in ("written", "written her", "written here"):
        answers[OFTEN] = typed
        answers.flush()
    assert (answers[OFTEN], alternatives(answers, OFTEN)) == ("written here", ["written there"])


@pytest.mark.usefixtures("patient")
def test_a_text_of_the_readers_own_stays_where_they_wrote_something_else_over_one_that_arrived(
    answers: Answers, folder: Path, book: Book, tmp_path: Path
) -> None:
    arrive(answers, folder, book, tmp_path, "written there", "written here, long ago")
    answers[OFTEN] = "written there, and more"
    answers.flush()
    assert alternatives(answers, OFTEN) == ["written there", "written here, long ago"]


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("damage", [b"", b"null", b"half of {", b"\x00" * 100])
def test_a_file_that_was_damaged_underneath_is_set_aside_and_written_anew(
    answers: Answers, folder: Path, damage: bytes
) -> None:
    answers[OFTEN] = "one"
    answers.flush()
    (folder / "small.json").write_bytes(damage)
    answers[WHEN] = "two"
    assert answers.flush() or answers.flush()
    state = read_state(folder / "small.json")
    assert state is not None
    assert {address: document["value"] for address, document in state["answers"].items()} == dict(answers)
    aside = [path for path in folder.iterdir() if "damaged" in path.name]
    assert [path.read_bytes() for path in aside] == [damage]
    assert str(aside[0]) in answers.notices[0]


@pytest.mark.usefixtures("patient")
def test_a_file_that_was_removed_underneath_is_written_anew(answers: Answers, folder: Path) -> None:
    answers[OFTEN] = "one"
    answers.flush()
    (folder / "small.json").unlink()
    answers[WHEN] = "two"
    assert answers.flush()
    assert set(json.loads((folder / "small.json").read_bytes())["answers"]) == {OFTEN, WHEN}


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize(
    ("meta", "reason"),
    [({"schema": 99, "book": "small"}, "newer version"), ({"schema": 1, "book": "cooking"}, "another book")],
)
def test_a_newer_or_foreign_file_that_came_underneath_is_not_touched(
    answers: Answers, folder: Path, meta: dict[str, object], reason: str
) -> None:
    answers[OFTEN] = "one"
    answers.flush()
    changed_elsewhere(folder, {"meta": {"1": meta}, "answers": {}})
    before = (folder / "small.json").read_bytes()
    answers[OFTEN] = "two"
    for _ in range(3):
        assert not answers.flush()
    assert reason in answers.saving.reason
    assert answers[OFTEN] == "two"
    assert (folder / "small.json").read_bytes() == before


@pytest.mark.usefixtures("patient")
def test_a_file_that_changes_during_the_save_itself_is_not_written_over(
    answers: Answers, folder: Path, book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers[OFTEN] = "one"
    answers.flush()
    other = elsewhere(folder, book, tmp_path)
    other[WHEN] = "written there"
    other.close()
    arriving = [tmp_path / "other machine" / "small.json"]
    link = os.link

    def linked(source: Path, target: Path) -> None:
        link(source, target)
        if arriving:
            os.replace(arriving.pop(), folder / "small.json")

    monkeypatch.setattr(os, "link", linked)
    answers[OFTEN] = "two"
    assert not answers.flush()
    assert answers.saving.reason == "another program is writing the same file"
    assert answers.flush()
    assert dict(answers) == {OFTEN: "two", WHEN: "written there"}
    assert dict(read_answers(folder, book)) == dict(answers)


@pytest.mark.parametrize(
    "name",
    [
        "small.sync-conflict-20261122-201500-ABCDEFG.json",
        "small (Anna's conflicted copy 2026-11-22).json",
    ],
)
def test_copies_that_a_sync_program_left_are_joined_at_the_next_start_and_put_away(
    opened: Open, folder: Path, book: Book, tmp_path: Path, name: str
) -> None:
    answers = opened()
    answers[OFTEN] = "here"
    answers.close()
    other = elsewhere(folder, book, tmp_path)
    other[OFTEN] = "there"
    other[WHEN] = "there alone"
    other.close()
    shutil.copy(tmp_path / "other machine" / "small.json", folder / name)
    read = read_answers(folder, book)
    assert dict(read) == {OFTEN: "there", WHEN: "there alone"}
    assert (folder / name).exists()
    again = opened()
    assert dict(again) == dict(read)
    assert again.flush()
    assert not (folder / name).exists()
    assert any("conflict" in entry for entry in names(folder / "backups"))
    assert set(json.loads((folder / "small.json").read_bytes())["answers"]) == {OFTEN, WHEN}


@pytest.mark.usefixtures("patient")
def test_without_a_lock_file_a_thousand_saves_of_two_programs_lose_nothing(
    opened: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _handle: None)  # nothing crashes here, and it is what takes time
    first = opened()
    (folder / "small.lock").unlink()
    second = opened()
    assert not first.read_only
    assert not second.read_only
    for number in range(500):
        for name, program in (("first", first), ("second", second)):
            program[f"{name}/at@{number % 20}"] = f"{name} {number}"
            assert program.flush() or program.flush()  # the second try, where the other came in between
    first.close()
    second.close()
    expected = {
        f"{name}/at@{number % 20}": f"{name} {number}"
        for name in ("first", "second")
        for number in range(480, 500)
    }
    assert dict(opened()) == expected
