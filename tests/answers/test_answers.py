"""The mapping: what is set is read at once, is what will be saved, and never more than was meant."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.answers.conftest import Open
from workbook.answers import Answers, ReadOnly, read_answers
from workbook.book import Book

OFTEN = "signs/often"


def saved(folder: Path) -> dict[str, Any]:
    """What stands in the file."""
    found: dict[str, Any] = json.loads((folder / "small.json").read_bytes())
    return found


def test_an_answer_is_read_at_once_and_stands_in_the_file_after_a_flush(
    answers: Answers, folder: Path
) -> None:
    answers[OFTEN] = "Every day"
    assert answers[OFTEN] == "Every day"
    assert answers.flush()
    assert saved(folder)["answers"][OFTEN]["value"] == "Every day"


def test_a_document_is_as_the_design_says(answers: Answers, folder: Path) -> None:
    answers[OFTEN] = "Every day"
    answers.flush()
    document = saved(folder)["answers"][OFTEN]
    assert list(document) == ["value", "version", "at", "rev", "device", "private", "asked", "anc", "alts"]
    assert document["asked"] == "How often?"
    assert document["rev"] == 1
    assert document["at"].endswith("Z")
    assert document["device"] == answers.device
    assert saved(folder)["meta"] == {"1": {"schema": 1, "book": "small", "title": "A small book"}}


@pytest.mark.parametrize(
    ("value", "kept"), [(True, True), (0, 0), (7, 7), ("a\tb \r\nc\x1b[2J \n\n", "a    b\nc[2J")]
)
def test_ticks_numbers_and_clean_texts_are_kept_as_they_are(
    opened: Open, value: bool | int | str, kept: bool | int | str
) -> None:
    answers = opened()
    answers[OFTEN] = value
    assert answers[OFTEN] == kept
    assert type(answers[OFTEN]) is type(kept)
    answers.close()
    again = opened()
    assert again[OFTEN] == kept
    assert type(again[OFTEN]) is type(kept)


@pytest.mark.parametrize("blank", [None, False, "", "  \n\n", "\x1b"])
def test_a_blanked_answer_is_gone_and_leaves_a_document_without_its_words(
    answers: Answers, folder: Path, blank: str | bool | None
) -> None:
    answers[OFTEN] = "A word that is taken back"
    answers.flush()
    answers[OFTEN] = blank
    assert OFTEN not in answers
    assert list(answers) == []
    assert len(answers) == 0
    answers.flush()
    assert "value" not in saved(folder)["answers"][OFTEN]
    assert b"taken back" not in (folder / "small.json").read_bytes()


def test_deleting_is_blanking_and_what_is_blank_cannot_be_deleted(answers: Answers) -> None:
    answers[OFTEN] = "x"
    del answers[OFTEN]
    assert OFTEN not in answers
    with pytest.raises(KeyError):
        del answers[OFTEN]


@pytest.mark.parametrize("value", [1.5, b"x", ["x"], {"a": 1}, {1}])
def test_what_no_blank_takes_is_refused_and_saving_goes_on(
    answers: Answers, folder: Path, value: object
) -> None:
    with pytest.raises(TypeError):
        answers[OFTEN] = value  # type: ignore[assignment]
    answers[OFTEN] = "fine"
    assert answers.flush()
    assert saved(folder)["answers"][OFTEN]["value"] == "fine"


@pytest.mark.parametrize("address", ["", "signs//often", "a b", "signs/x\n", "signs/-->", "/signs", "é"])
def test_an_address_that_would_break_a_line_or_a_comment_is_refused(answers: Answers, address: str) -> None:
    with pytest.raises(ValueError, match="names joined by slashes"):
        answers[address] = "x"


def test_a_number_that_other_readers_would_round_is_refused(answers: Answers) -> None:
    with pytest.raises(ValueError, match="exactly"):
        answers[OFTEN] = 2**53


def test_a_tick_and_the_number_one_are_two_answers(opened: Open) -> None:
    answers = opened()
    answers[OFTEN] = True
    answers.flush()
    answers[OFTEN] = 1
    assert answers[OFTEN] is not True
    answers.close()
    assert type(opened()[OFTEN]) is int


def test_the_record_tells_what_is_known_even_before_it_is_saved(answers: Answers) -> None:
    assert answers.record(OFTEN) is None
    answers[OFTEN] = "one"
    first = answers.record(OFTEN)
    assert first is not None
    assert (first.value, first.device, first.asked) == ("one", answers.device, "How often?")
    answers.flush()
    assert answers.record(OFTEN) == first
    answers[OFTEN] = "two"
    second = answers.record(OFTEN)
    assert second is not None
    assert second.value == "two"


def test_questions_are_those_that_were_asked(answers: Answers) -> None:
    answers[OFTEN] = "x"
    answers["gone/for/good"] = "an orphan"
    assert answers.questions == {OFTEN: "How often?", "gone/for/good": ""}


@pytest.mark.usefixtures("patient")
def test_reading_is_right_between_two_saves_during_one_and_after(answers: Answers) -> None:
    answers["signs/when"] = "first"
    answers.flush()
    answers[OFTEN] = "second"
    answers["signs/near"] = 3
    answers["signs/when"] = ""
    expected = {OFTEN: "second", "signs/near": 3}
    assert dict(answers) == expected
    answers.flush()
    assert dict(answers) == expected


def test_place_and_settings_come_back_and_are_not_answers(opened: Open) -> None:
    answers = opened()
    assert (answers.place, answers.settings) == ({}, {})
    place = {"page": "signs", "block": 3, "field": OFTEN, "cursor": [2, 4]}
    answers.keep_place(place)
    answers.keep_setting("theme", "dark")
    answers.keep_setting("idle", 5)
    assert (answers.place, answers.settings) == (place, {"theme": "dark", "idle": 5})
    answers.close()
    again = opened()
    assert (again.place, again.settings) == (place, {"theme": "dark", "idle": 5})
    assert dict(again) == {}
    again.keep_place({"page": "causes"})
    assert again.place == {"page": "causes"}


def test_a_place_that_json_cannot_hold_is_refused_before_it_can_stop_the_saving(answers: Answers) -> None:
    with pytest.raises(TypeError):
        answers.keep_place({"page": Path()})
    answers[OFTEN] = "x"
    assert answers.flush()


def test_closed_answers_can_be_read_and_no_longer_changed(answers: Answers) -> None:
    answers[OFTEN] = "x"
    assert answers.close()
    assert answers[OFTEN] == "x"
    with pytest.raises(ReadOnly, match="closed"):
        answers[OFTEN] = "y"
    assert answers.close()
    assert answers.flush()


def test_reading_alone_makes_no_folder_and_no_file(folder: Path, book: Book, answers: Answers) -> None:
    answers[OFTEN] = "x"
    answers.close()
    elsewhere = folder / "nowhere"
    before = sorted(folder.iterdir())
    assert dict(read_answers(elsewhere, book)) == {}
    assert dict(read_answers(folder, book)) == {OFTEN: "x"}
    assert not elsewhere.exists()
    assert sorted(folder.iterdir()) == before


@pytest.mark.usefixtures("patient")
def test_a_copy_holds_the_last_word_and_never_replaces_a_file(
    answers: Answers, tmp_path: Path, book: Book
) -> None:
    answers["signs/when"] = "saved"
    answers.flush()
    answers[OFTEN] = "not yet saved"
    answers.keep_setting("theme", "dark")
    (tmp_path / "elsewhere").mkdir()
    copy = tmp_path / "elsewhere" / "small.json"
    answers.save_copy(copy)
    assert copy.stat().st_mode & 0o777 == 0o600
    other = read_answers(copy.parent, book)
    assert (dict(other), other.settings) == (dict(answers), {"theme": "dark"})
    with pytest.raises(FileExistsError):
        answers.save_copy(copy)


@pytest.mark.usefixtures("patient")
def test_what_is_not_yet_saved_stands_in_a_copy_as_it_will_stand_in_the_file(
    answers: Answers, folder: Path, tmp_path: Path
) -> None:
    answers[OFTEN] = "one"
    answers["signs/when"] = "yesterday"
    answers.flush()
    answers[OFTEN] = "two"
    del answers["signs/when"]
    answers["signs/near"] = 7
    answers.save_copy(tmp_path / "copy.json")
    assert answers.flush()
    copied, kept = (json.loads(file.read_bytes()) for file in (tmp_path / "copy.json", folder / "small.json"))
    assert copied == kept


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("name", ["small.json", "small.json.bak", "backups/small-2026-11-22.json"])
def test_a_copy_takes_no_place_of_a_later_save(answers: Answers, folder: Path, name: str) -> None:
    answers[OFTEN] = "one"
    (folder / "backups").mkdir(exist_ok=True)
    with pytest.raises(FileExistsError):
        answers.save_copy(folder / name)
    assert not (folder / name).exists()


@pytest.mark.usefixtures("patient")
def test_a_version_chosen_before_the_first_save_of_its_answer_is_kept(
    answers: Answers, book: Book, folder: Path
) -> None:
    answers[OFTEN] = "my words"
    answers.pick(OFTEN, "my words")
    assert answers.flush()
    assert answers[OFTEN] == "my words"
    assert dict(read_answers(folder, book)) == {OFTEN: "my words"}
