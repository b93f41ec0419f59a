"""What belongs to a book: all of it is listed, all of it can be taken away, and nothing else is."""

import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workbook.answers.file.backups import last_backup
from workbook.answers.file.files import erase, files

from .samples import BOOK, names

OURS = (
    "signs.json",
    "signs.json.bak",
    "signs.json.tmp",
    "signs.json.bak.tmp",
    "signs.json.damaged-2026-11-22T201500",
    "signs.json.damaged-2026-11-22T201500-2",
    "signs.json.bak.damaged-2026-11-22T201500",
    "signs.lock",
    "signs.sync-conflict-20261122-201500-ABCDEFG.json",
    "signs.json.sync-conflict-20261122-201500-ABCDEFG.bak",
    "signs (Kim's conflicted copy 2026-11-22).json",
    "signs (conflicted copy 2026-11-22 201500).json",
    "editing-abcd1234.md",
    "editing-abcd1234.md~",
    ".editing-abcd1234.md.swp",
    "editing-signs-five-2026-11-22.md",
    ".#editing-signs-five-2026-11-22.md",
    "backups/signs-2026-11-22.json",
    "backups/signs-2026-11-22.json.tmp",
    "backups/signs-2026-11-22T201500-before-restore.json",
    "backups/signs-2026-11-22T201500-conflict-2.json",
    "backups/signs-2026-11-22T201500-schema-1.json",
    "backups/signs-2026-11-22.sync-conflict-20261122-201500-ABCDEFG.json",
)
OTHERS = (
    "signs-2.json",
    "signs-2.json.bak",
    "signs-2.lock",
    "signs.docx",
    "signs.md",
    "my signs.json",
    "editing.md",
    "backups/signs-2-2026-11-22.json",
    "backups/signs-2026-11-22-2026-11-22.json",
    "backups/signs.zip",
)


def made(folder: Path, *files: str) -> None:
    """Makes files with these names below `folder`."""
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(name.encode())
        (folder / name).chmod(0o600)


def test_every_file_is_listed_with_its_mode_size_and_time(tmp_path: Path) -> None:
    made(tmp_path, *OURS, *OTHERS)
    (tmp_path / "signs.json").chmod(0o640)
    os.utime(tmp_path / "signs.json", (0, 1_800_000_000))
    found = {fact.path.relative_to(tmp_path).as_posix(): fact for fact in files(tmp_path, BOOK)}
    assert set(found) == set(OURS)
    main = found["signs.json"]
    assert (main.mode, main.is_loose, main.size) == (stat.S_IFREG | 0o640, True, len("signs.json"))
    assert main.modified == datetime.fromtimestamp(1_800_000_000, UTC)
    assert (found["signs.lock"].mode, found["signs.lock"].is_loose) == (stat.S_IFREG | 0o600, False)


def test_listing_makes_nothing_not_even_the_folder(tmp_path: Path) -> None:
    assert files(tmp_path / "data", BOOK) == ()
    assert last_backup(tmp_path / "data", BOOK) is None
    assert not (tmp_path / "data").exists()


def test_erasing_leaves_nothing_not_even_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    made(folder, *OURS)
    gone = erase(folder, BOOK)
    assert {path.relative_to(folder).as_posix() for path in gone} == set(OURS)
    assert not folder.exists()


def test_erasing_touches_no_file_of_another_book_or_of_the_readers(tmp_path: Path) -> None:
    made(tmp_path, *OURS, *OTHERS)
    erase(tmp_path, BOOK)
    assert names(tmp_path) == sorted(OTHERS)


def test_the_data_file_and_the_lock_go_last(tmp_path: Path) -> None:
    made(tmp_path, *OURS)
    assert [path.name for path in erase(tmp_path, BOOK)][-2:] == ["signs.json", "signs.lock"]


def test_what_cannot_be_removed_is_reported_after_all_else_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path, *OURS)
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path.name == "signs.json.bak":
            raise PermissionError(13, "Permission denied", str(path))
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(PermissionError, match=r"signs\.json\.bak"):
        erase(tmp_path, BOOK)
    assert names(tmp_path) == ["signs.json.bak"]


def test_a_data_file_that_is_a_symlink_is_erased_where_it_really_is(tmp_path: Path) -> None:
    folder, cloud = tmp_path / "data", tmp_path / "cloud"
    made(folder, "signs.lock")
    made(cloud, "words.json", "words.json.bak", "backups/words-2026-11-22.json", "words.txt", "other.json")
    (folder / "signs.json").symlink_to(cloud / "words.json")
    assert cloud / "words.json.bak" in {fact.path for fact in files(folder, BOOK)}
    erase(folder, BOOK)
    assert names(tmp_path) == ["cloud/other.json", "cloud/words.txt"]
    assert not folder.exists()


def test_erasing_does_not_follow_a_planted_symlink(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "data", tmp_path / "elsewhere"
    made(elsewhere, "signs-2026-11-22.json", "victim")
    made(folder, "signs.json")
    (folder / "signs.json.bak").symlink_to(elsewhere / "victim")
    (folder / "backups").symlink_to(elsewhere)
    erase(folder, BOOK)
    assert names(elsewhere) == ["signs-2026-11-22.json", "victim"]
    assert names(folder) == []


def test_a_folder_reached_through_a_symlink_is_listed_and_emptied(tmp_path: Path) -> None:
    made(tmp_path / "real", *OURS)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert len(files(tmp_path / "link", BOOK)) == len(OURS)
    erase(tmp_path / "link", BOOK)
    assert names(tmp_path / "real") == []


def test_where_no_open_file_can_be_removed_the_lock_is_let_go_before_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows: all of the reader's files are gone all the same, and the lock's was held till then."""
    for name in (f"{BOOK}.json", f"{BOOK}.json.bak", f"{BOOK}.lock"):
        (tmp_path / name).write_text('{"_default": {}}', "utf-8")
    is_held, unlink = [True], Path.unlink

    def refused(path: Path, missing_ok: bool = False) -> None:
        if path.suffix == ".lock" and is_held:
            raise PermissionError(13, "in use", str(path))
        unlink(path, missing_ok)

    def let_go() -> None:
        assert [path.suffix for path in tmp_path.iterdir()] == [".lock"]
        is_held.clear()

    monkeypatch.setattr(Path, "unlink", refused)
    assert [path.suffix for path in erase(tmp_path, BOOK, let_go)][-1] == ".lock"
    assert not tmp_path.exists()
