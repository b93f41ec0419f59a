"""Rows 4 and 5 of the fault matrix: a disk that fails costs no word, on it or in memory."""

import errno
import json
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tinydb import TinyDB
from tinydb.storages import JSONStorage

from tests.answers.conftest import until
from tests.answers.failing import FailingDisk
from tests.answers.samples import names
from workbook.answers import Answers, Saving
from workbook.answers.file.storage import read_state

OFTEN = "signs/often"
KEPT = ["small.json", "small.json.bak", "small.lock"]
NUMBERS = (errno.EIO, errno.ENOSPC, errno.EACCES, errno.EMFILE, errno.EXDEV, errno.EPERM, errno.EROFS)

pytestmark = pytest.mark.usefixtures("patient")


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> FailingDisk:
    """The disk of the saver thread, whole until it is told to fail."""
    return FailingDisk(monkeypatch)


@pytest.fixture
def data(answers: Answers, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of `answers`, saved twice with the text "old"; no copy of the day is in the way."""
    monkeypatch.setattr("workbook.answers.saving.answers_file.keep_day", lambda *_: None)
    answers["signs/near"] = 1
    answers.flush()
    answers[OFTEN] = "old"
    assert answers.flush()
    return folder / "small.json"


def text_in(path: Path) -> str:
    """The answer that stands in the file `path`."""
    state = read_state(path)
    assert state is not None
    value = state["answers"][OFTEN]["value"]
    assert isinstance(value, str)
    return value


@pytest.mark.parametrize("number", NUMBERS, ids=errno.errorcode.__getitem__)
@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace"])
def test_a_call_that_fails_keeps_the_old_file_and_the_new_word(
    answers: Answers, disk: FailingDisk, data: Path, call: str, number: int
) -> None:
    before = data.read_bytes()
    disk.fail(number, lambda name, _count: name == call)
    answers[OFTEN] = "new"
    assert not answers.flush()
    assert answers.saving == Saving("not saved", os.strerror(number))
    assert answers[OFTEN] == "new"
    assert data.read_bytes() == before
    assert names(data.parent) == KEPT
    disk.heal()
    assert answers.flush()
    assert answers.saving == Saving()
    assert text_in(data) == "new"
    assert names(data.parent) == KEPT


@pytest.mark.parametrize("number", NUMBERS, ids=errno.errorcode.__getitem__)
def test_each_single_call_may_fail_and_the_next_save_works(
    answers: Answers, disk: FailingDisk, data: Path, number: int
) -> None:
    outcomes: list[str] = []
    for turn in range(100):
        before, word = text_in(data), f"word {turn}"
        disk.fail(number, lambda _name, count, turn=turn: count == turn)  # type: ignore[misc]
        answers[OFTEN] = word
        saved, reached = answers.flush(), disk.count > turn
        disk.heal()
        assert answers[OFTEN] == word
        assert text_in(data) == word if saved else text_in(data) in (before, word)
        assert answers.flush()
        assert text_in(data) == word
        assert names(data.parent) == KEPT
        if not reached:
            break
        outcomes.append("saved" if saved else "not saved")
    assert not reached
    assert len(outcomes) >= 8
    assert "not saved" in outcomes


@pytest.mark.parametrize("number", [*NUMBERS, errno.EMLINK, errno.ENOTSUP], ids=errno.errorcode.__getitem__)
def test_where_links_fail_the_backup_is_a_copy(
    answers: Answers, disk: FailingDisk, data: Path, number: int
) -> None:
    disk.fail(number, lambda name, _count: name == "link")
    answers[OFTEN] = "new"
    assert answers.flush()
    backup = data.with_name("small.json.bak")
    assert (text_in(data), text_in(backup)) == ("new", "old")
    assert backup.stat().st_mode & 0o777 == 0o600


def test_every_word_typed_while_the_disk_fails_is_saved_once_it_works(
    answers: Answers, disk: FailingDisk, data: Path
) -> None:
    disk.fail(errno.ENOSPC, lambda name, _count: name == "write")
    for number in range(20):
        answers[f"signs/entry@{number}"] = f"word {number}"
        assert not answers.flush()
    assert len(answers) == 22
    disk.heal()
    assert answers.flush()
    state = read_state(data)
    assert state is not None
    assert len(state["answers"]) == 22


def test_a_copy_of_the_day_that_fails_does_not_stop_the_saving(answers: Answers, folder: Path) -> None:
    (folder / "backups").write_bytes(b"a file stands in the way")
    answers[OFTEN] = "old"
    answers.flush()
    answers[OFTEN] = "new"
    assert answers.flush()
    answers[OFTEN] = "newer"
    assert answers.flush()
    assert text_in(folder / "small.json") == "newer"
    assert answers.notices == (f"The copy of today could not be made: {os.strerror(errno.EEXIST)}.",)


def test_the_saver_outlives_an_error_of_its_own_and_does_not_quote_it(
    answers: Answers, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_state: object) -> bytes:
        raise ValueError("words of the reader")

    monkeypatch.setattr("workbook.answers.file.storage.dumps", broken)
    answers[OFTEN] = "new"
    assert not answers.flush()
    assert answers.saving == Saving("not saved", "an error in the program: ValueError")
    monkeypatch.undo()
    assert answers.flush()
    assert text_in(data) == "new"


@contextmanager
def no_file_above(size: int) -> Iterator[None]:
    """No file may grow beyond `size` bytes, as if the disk were full: EFBIG."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_disk_that_is_really_full_keeps_the_old_file_and_saves_when_there_is_room(
    answers: Answers, data: Path
) -> None:
    answers["signs/when"] = "x" * 100_000
    assert answers.flush()
    before = data.read_bytes()
    with no_file_above(150_000):
        answers[OFTEN] = "y" * 100_000
        assert not answers.flush()
        assert answers.saving == Saving("not saved", os.strerror(errno.EFBIG))
        assert data.read_bytes() == before
        assert names(data.parent) == KEPT
    assert answers.flush()
    assert text_in(data) == "y" * 100_000


def test_the_storage_that_comes_with_tinydb_loses_everything_on_a_full_disk(tmp_path: Path) -> None:
    path = tmp_path / "db.json"
    database = TinyDB(path, storage=JSONStorage)
    database.insert({"text": "x" * 100_000})
    with no_file_above(150_000), pytest.raises(OSError, match=os.strerror(errno.EFBIG)):
        database.insert({"text": "y" * 100_000})
    with pytest.raises(ValueError, match=r"."):
        json.loads(path.read_bytes())


def test_what_failed_is_saved_by_itself_after_a_quiet_moment(
    answers: Answers, folder: Path, disk: FailingDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbook.answers.saving.pace.QUIET", 0.02)
    heard: list[Saving] = []
    answers.listen(heard.append)
    disk.fail(errno.ENOSPC, lambda name, count: name == "write" and count < 10)
    answers[OFTEN] = "new"
    until(lambda: Saving() in heard)
    assert heard == [Saving("saving"), Saving("not saved", os.strerror(errno.ENOSPC)), Saving()]
    assert text_in(folder / "small.json") == "new"
