"""Files that are not called as ours are: whose they are is told by what is in them."""

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.answers.conftest import Open
from tests.answers.samples import names
from workbook.answers import backup, erase, files, open_answers, read_answers, strangers
from workbook.answers.file.storage import dumps
from workbook.book import Book

OFTEN, WHEN, NEAR = "signs/often", "signs/when", "signs/near"
BOTH = {OFTEN: "both have this", NEAR: 7}
CALLED = (
    "small-LAPTOP.json",
    "small (1).json",
    "small 2.json",
    "small (Kim's conflicted copy 2026-11-22).json",
    "small.sync-conflict-20261122-201500-ABCDEFG.json",
    "small (SFConflict kim@example.org 2026-11-22-20-15-00).json",
    "small.Conflict.json",
    "small.json.conflict1",
    "SMALL~1.JSON",
    "kopie.json",
    "kopie von gestern",
    "backups/small-LAPTOP.json",
    "backups/kopie.json",
)
"""What OneDrive, Google Drive, iCloud, Dropbox, Syncthing, Seafile, Resilio, rclone and people make of it."""

pytestmark = pytest.mark.usefixtures("patient")


@pytest.fixture
def file(opened: Open, folder: Path) -> Path:
    """The file of the answers, with a text and a number."""
    answers = opened()
    answers[OFTEN] = "both have this"
    answers[NEAR] = 7
    assert answers.close()
    return folder / "small.json"


@pytest.fixture
def changed_there(file: Path, book: Book, tmp_path: Path) -> Path:
    """What another machine made of the file: one text is another, and one is new."""
    shutil.copytree(file.parent, tmp_path / "laptop", ignore=shutil.ignore_patterns("*.lock"))
    there = open_answers(tmp_path / "laptop", book)
    there[OFTEN] = "changed there"
    there[WHEN] = "new there"
    assert there.close()
    return tmp_path / "laptop" / "small.json"


@pytest.fixture
def theirs(book: Book, tmp_path: Path) -> Path:
    """The file of somebody else, with the same exercises filled in."""
    other = open_answers(tmp_path / "partner", book)
    other[OFTEN] = "words of somebody else"
    assert other.close()
    return tmp_path / "partner" / "small.json"


def put(source: Path, target: Path) -> Path:
    """Copies a file, 0644, as a sync program would."""
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(source.read_bytes())
    target.chmod(0o644)
    return target


@pytest.mark.parametrize("name", CALLED)
def test_a_copy_of_ours_is_joined_whatever_it_is_called(
    file: Path, changed_there: Path, book: Book, opened: Open, name: str
) -> None:
    copy = put(changed_there, file.parent / name)
    assert dict(read_answers(file.parent, book)) == BOTH | {OFTEN: "changed there", WHEN: "new there"}
    assert copy.exists()
    answers = opened()
    assert dict(answers) == BOTH | {OFTEN: "changed there", WHEN: "new there"}
    assert answers.close()
    assert not copy.exists()
    assert any(kept.endswith("-conflict.json") for kept in names(file.parent / "backups"))
    assert not strangers(file.parent, book.id)


def test_what_was_written_on_both_sides_is_kept(file: Path, changed_there: Path, opened: Open) -> None:
    answers = opened()
    answers[OFTEN] = "changed here"
    assert answers.close()
    put(changed_there, file.with_name("small-LAPTOP.json"))
    record = opened().record(OFTEN)
    assert record is not None
    assert {record.value, *(other.value for other in record.alternatives)} == {
        "changed here",
        "changed there",
    }


def test_a_copy_that_adds_nothing_stays_where_it_is_and_is_closed_to_others(file: Path, opened: Open) -> None:
    copy = put(file, file.with_name("small (1).json"))
    raw = copy.read_bytes()
    answers = opened()
    answers[OFTEN] = "written since"
    assert answers.close()
    assert dict(opened()) == BOTH | {OFTEN: "written since"}
    assert copy.read_bytes() == raw
    assert copy.stat().st_mode & 0o077 == 0
    assert "conflict" not in str(names(file.parent / "backups"))


def test_a_word_that_was_erased_is_not_brought_back_by_an_older_copy(file: Path, opened: Open) -> None:
    put(file, file.with_name("small (1).json"))
    answers = opened()
    del answers[OFTEN]
    assert answers.close()
    assert dict(opened()) == {NEAR: 7}


@pytest.mark.parametrize("name", ["kim.json", "small (2).json", "small-2026-11-22.json", "backups/kim.json"])
def test_the_file_of_somebody_else_is_named_once_and_never_joined_or_erased(
    file: Path, theirs: Path, book: Book, opened: Open, name: str
) -> None:
    other = put(theirs, file.parent / name)
    raw = other.read_bytes()
    answers = opened()
    assert dict(answers) == BOTH
    assert not answers.notices
    assert answers.flush()
    (said,) = answers.notices
    assert said.startswith(f"{other} holds answers to this book, and none of yours")
    assert answers.close()
    again = opened()
    again[WHEN] = "written later"
    assert again.flush()
    assert (dict(again), again.notices) == (BOTH | {WHEN: "written later"}, ())
    assert again.close()
    assert [fact.path for fact in strangers(file.parent, book.id)] == [other]
    assert other not in {fact.path for fact in files(file.parent, book.id)}
    erase(file.parent, book.id)
    assert names(file.parent) == [name]
    assert other.read_bytes() == raw


def test_what_is_erased_goes_before_the_file_by_which_it_is_known_to_be_ours(
    file: Path, changed_there: Path, book: Book
) -> None:
    """A power cut half way would leave a copy that nothing ever erases."""
    copy = put(changed_there, file.with_name("kopie.json"))
    gone = erase(file.parent, book.id)
    assert gone.index(copy) < gone.index(file)


@pytest.mark.parametrize("name", ["copy.json", "small-2026-11-22.json", "small-2026-11-22-2.json"])
def test_a_backup_made_inside_the_folder_brings_no_erased_word_back_and_is_listed_and_erased(
    file: Path, book: Book, opened: Open, name: str
) -> None:
    copy = backup(file.parent, book.id, file.with_name(name))
    answers = opened()
    for number in range(200):  # more than a document remembers
        answers[OFTEN] = f"written over {number}"
        assert answers.flush()
    del answers[OFTEN]
    answers.close()
    again = opened()
    assert (dict(again), again.notices) == ({NEAR: 7}, ())
    assert again.close()
    assert copy in {fact.path for fact in files(file.parent, book.id)}
    erase(file.parent, book.id)
    assert not file.parent.exists()


def test_a_backup_that_the_first_edition_made_in_the_folder_is_known_by_its_name(
    file: Path, book: Book, opened: Open
) -> None:
    copy = put(file, file.with_name("small-2026-11-22.json"))
    answers = opened()
    for number in range(200):
        answers[OFTEN] = f"written over {number}"
        assert answers.flush()
    answers.close()
    record = opened().record(OFTEN)
    assert record is not None
    assert record.alternatives == ()
    assert copy in {fact.path for fact in files(file.parent, book.id)}


def test_a_restored_backup_is_no_backup_any_more(
    file: Path, changed_there: Path, book: Book, opened: Open
) -> None:
    copy = backup(file.parent, book.id, changed_there.with_name("copy.json"))
    shutil.copy(copy, file)  # as somebody would who does not know of `restore`
    answers = opened()
    answers[WHEN] = "written since"
    assert answers.close()
    assert "backup" not in json.loads(file.read_bytes())["meta"]["1"]


def test_every_copy_of_ours_is_listed_and_erased_whole_or_not(file: Path, book: Book) -> None:
    state = json.loads(file.read_bytes())
    newer = state | {"meta": {"1": {"schema": 99, "book": "small"}}}
    put(file, file.with_name("small-LAPTOP.json"))
    put(file, file.parent / "backups" / "small-2026-11-22-LAPTOP.json")
    file.with_name("small (1).json").write_bytes(file.read_bytes()[:-40])
    file.with_name("small (2).json").write_bytes(dumps(newer))
    assert len(files(file.parent, book.id)) == len(names(file.parent))
    erase(file.parent, book.id)
    assert not file.parent.exists()


def test_files_of_other_kinds_are_neither_named_nor_touched(file: Path, book: Book, opened: Open) -> None:
    state = json.loads(file.read_bytes())
    other = state | {"meta": {"1": {"schema": 1, "book": "cooking"}}}
    for name, raw in {
        "cooking.json": dumps(other),
        "package.json": b'{"name": "small"}',
        "broken.json": b'{"book": "small',
        "list.json": b'["small"]',
        "empty.json": b"",
    }.items():
        file.with_name(name).write_bytes(raw)
    before = names(file.parent)
    answers = opened()
    assert (dict(answers), answers.notices) == (BOTH, ())
    assert answers.close()
    assert set(names(file.parent)) >= set(before)
    assert not strangers(file.parent, book.id)
    assert len(files(file.parent, book.id)) == len(names(file.parent)) - 5


def test_what_cannot_be_read_or_is_no_file_never_hinders_the_start(
    file: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(file.with_name("small (1).json"))
    os.mkfifo(file.with_name("small.sync-conflict-20261122-201500-ABCDEFG.json"))
    os.mkfifo(file.parent / "backups-2.lock")
    file.with_name("small (2).json").symlink_to(file.parent / "nowhere")
    file.with_name("small (3).json").mkdir()
    file.with_name("small (conflicted copy 1).json").mkdir()
    secret = file.with_name("small (4).json")
    secret.write_bytes(b"{}")
    original = os.open

    def refused(path: Path, *args: int, **named: int) -> int:
        if os.fspath(path) == os.fspath(secret):
            raise OSError(5, "Input/output error", os.fspath(path))
        return original(path, *args, **named)

    monkeypatch.setattr(os, "open", refused)
    assert dict(opened()) == BOTH


def test_a_folder_of_huge_files_of_others_is_not_read(
    file: Path, changed_there: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbook.answers.file.kinship.AT_MOST", 10_000)
    for number in range(20):
        put(changed_there, file.with_name(f"{number}.json")).write_bytes(b'{"small": 1}' + b" " * 9_000)
    put(changed_there, file.with_name("small-LAPTOP.json"))
    read: list[str] = []

    def reading(path: Path, _largest: int) -> bytes:
        read.append(path.name)
        return path.read_bytes()

    monkeypatch.setattr("workbook.answers.file.kinship.read_plain", reading)
    assert dict(opened()) == BOTH | {OFTEN: "changed there", WHEN: "new there"}
    assert len(read) <= 3
