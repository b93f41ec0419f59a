"""Disks that confirm no folder (vboxsf, CIFS, WSL): what is saved counts as saved, and files still count."""

import errno
from pathlib import Path

import pytest

from tests.answers.conftest import Open, until
from tests.disk import FOLDERS_REFUSED, refuse_to_confirm
from workbook.answers import Answers, Saving, backup, confirms_names, restore
from workbook.answers.file.storage import read_state
from workbook.book import Book

OFTEN = "signs/often"


@pytest.fixture(params=FOLDERS_REFUSED, ids=errno.errorcode.__getitem__)
def number(request: pytest.FixtureRequest) -> int:
    """What such a disk answers."""
    value: int = request.param
    return value


def test_what_is_saved_there_is_called_saved_and_not_written_again_and_again(
    opened: Open, folder: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    taken = refuse_to_confirm(monkeypatch, number)
    answers = opened()
    answers[OFTEN] = "word"
    assert answers.flush()
    assert answers.saving == Saving()
    assert answers.notices == ()
    written = len(taken)
    assert all(answers.flush() for _ in range(10))  # each of which used to write it anew
    assert len(taken) == written
    state = read_state(folder / "small.json")
    assert state is not None
    assert state["answers"][OFTEN]["value"] == "word"


@pytest.mark.usefixtures("patient")
def test_a_file_that_the_disk_does_not_confirm_is_not_saved(
    answers: Answers, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    refuse_to_confirm(monkeypatch, number, files=True)
    answers[OFTEN] = "word"
    assert not answers.flush()
    assert answers.saving.state == "not saved"
    monkeypatch.undo()
    assert answers.flush()


def test_a_full_disk_under_the_folder_still_counts(answers: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_to_confirm(monkeypatch, errno.ENOSPC)
    answers[OFTEN] = "word"
    assert not answers.flush()
    monkeypatch.undo()
    assert answers.flush()


def test_a_backup_and_a_restore_succeed_there(
    answers: Answers, folder: Path, book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    answers[OFTEN] = "first"
    answers.close()
    refuse_to_confirm(monkeypatch, number)
    copy = backup(folder, book.id, tmp_path / "copy.json")
    (folder / "small.json").unlink()
    restore(folder, book.id, copy)
    assert (folder / "small.json").exists()


def test_a_damaged_file_is_set_aside_there_and_sync_copies_are_joined(
    opened: Open, folder: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    answers = opened()
    answers[OFTEN] = "word"
    answers.close()
    raw = (folder / "small.json").read_bytes()
    (folder / "small.json").write_bytes(b"{")
    (folder / "small.sync-conflict-20261122-201500-ABCDEFG.json").write_bytes(raw)
    refuse_to_confirm(monkeypatch, number)
    again = opened()
    assert again.flush()
    assert again[OFTEN] == "word"
    until(lambda: not list(folder.glob("*sync-conflict*")))


def test_it_is_known_of_a_folder_whether_its_names_are_confirmed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    assert confirms_names(tmp_path)
    refuse_to_confirm(monkeypatch, number)
    assert not confirms_names(tmp_path)
