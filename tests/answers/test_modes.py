"""Row 18 of the fault matrix: from its first instant every file is 0600 and every folder 0700."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.answers.conftest import Open
from tests.answers.failing import CALLS
from tests.books import book_of
from workbook.answers import Answers, open_answers
from workbook.book import Book, read_book

OFTEN = "signs/often"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs modes")


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=["umask-000", "umask-022", "umask-077"])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """Each umask that a login may set."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@pytest.fixture
def modes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, set[int]]:
    """The modes that each file and folder was seen with, after every system call that could change one."""
    found: dict[str, set[int]] = {}

    def look() -> None:
        for path in (folder, *folder.rglob("*")):
            try:
                found.setdefault(path.name, set()).add(stat.S_IMODE(path.lstat().st_mode))
            except FileNotFoundError:
                continue

    def watched(original: Any) -> Any:
        def call(*args: Any, **named: Any) -> Any:
            result = original(*args, **named)
            look()
            return result

        return call

    for name in (*CALLS, "mkdir", "fdopen"):
        monkeypatch.setattr(os, name, watched(getattr(os, name)))
    return found


@pytest.mark.usefixtures("umask", "patient")
def test_every_file_and_folder_is_private_at_every_instant(
    opened: Open, folder: Path, modes: dict[str, set[int]]
) -> None:
    answers = opened()
    for turn in range(3):
        answers[OFTEN] = f"word {turn}"
        assert answers.flush()
    answers.save_copy(folder / "copy.json")
    answers.close()
    day = next((folder / "backups").iterdir()).name
    files = {
        "small.json",
        "small.json.tmp",
        "small.json.bak",
        "small.json.bak.tmp",
        "small.lock",
        "copy.json",
    }
    assert set(modes) == {"data", "backups", day, f"{day}.tmp", *files}
    assert {name for name, seen in modes.items() if seen == {0o700}} == {"data", "backups"}
    assert {name for name, seen in modes.items() if seen == {0o600}} == files | {day, f"{day}.tmp"}


@pytest.mark.usefixtures("umask")
def test_folders_that_are_missing_above_are_private_too(tmp_path: Path, book: Book) -> None:
    open_answers(tmp_path / "share" / "workbook" / "data", book).close()
    for folder in (
        tmp_path / "share",
        tmp_path / "share" / "workbook",
        tmp_path / "share" / "workbook" / "data",
    ):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "name", ["small.json.tmp", "small.json.bak", "small.json.bak.tmp", "small.lock", "backups"]
)
@pytest.mark.usefixtures("patient")
def test_a_planted_symlink_is_not_followed(opened: Open, folder: Path, tmp_path: Path, name: str) -> None:
    victim = tmp_path / "victim"
    victim.mkdir() if name == "backups" else victim.write_bytes(b"untouched")
    folder.mkdir(mode=0o700)
    (folder / name).symlink_to(victim)
    answers = opened()
    if answers.read_only:
        assert name == "small.lock"
        assert "small.lock cannot be written" in answers.read_only
    else:
        for turn in range(3):
            answers[OFTEN] = f"word {turn}"
            assert answers.flush()
    answers.close()
    if name == "backups":
        assert list(victim.iterdir()) == []
    else:
        assert victim.read_bytes() == b"untouched"


@pytest.mark.usefixtures("patient")
def test_a_symlink_to_the_answers_is_the_readers_own_and_stays(
    opened: Open, folder: Path, tmp_path: Path
) -> None:
    synced = tmp_path / "synced"
    synced.mkdir(mode=0o700)
    folder.mkdir(mode=0o700)
    (folder / "small.json").symlink_to(synced / "small.json")
    answers = opened()
    for turn in range(2):
        answers[OFTEN] = f"word {turn}"
        assert answers.flush()
    answers.close()
    assert (folder / "small.json").is_symlink()
    assert dict(opened()) == {OFTEN: "word 1"}
    assert {path.name for path in synced.iterdir()} == {"small.json", "small.json.bak", "backups"}


def test_looser_modes_are_tightened_and_the_reader_is_told_once(opened: Open, folder: Path) -> None:
    answers = opened()
    answers[OFTEN] = "word"
    answers.close()
    (folder / "small.json").chmod(0o644)
    folder.chmod(0o755)
    again = opened()
    assert sorted(again.notices) == [
        f"Others could read {folder / 'small.json'}; from now on only you can.",
        f"Others could read {folder}; from now on only you can.",
    ]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "small.json").stat().st_mode) == 0o600
    again.close()
    assert opened().notices == ()


def test_a_folder_that_holds_other_things_too_keeps_its_mode(opened: Open, folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o755)
    (folder / "holiday.jpg").write_bytes(b"")
    answers = opened()
    answers[OFTEN] = "word"
    answers.close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755
    assert stat.S_IMODE((folder / "small.json").stat().st_mode) == 0o600


def test_a_folder_for_everybody_keeps_its_mode(folder: Path, book: Book, answers: Answers) -> None:
    answers.close()
    folder.chmod(0o1777)
    open_answers(folder, book).close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o1777


def test_a_folder_that_was_there_before_keeps_its_mode_though_nothing_was_in_it(
    opened: Open, folder: Path
) -> None:
    folder.mkdir()
    folder.chmod(0o775)
    assert opened().notices == ()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o775


@pytest.mark.parametrize("names", [["package.json"], ["composer.json", "composer.lock"]])
def test_a_folder_keeps_its_mode_where_files_of_others_only_look_like_answers(
    opened: Open, folder: Path, names: list[str]
) -> None:
    folder.mkdir()
    folder.chmod(0o755)
    for name in (*names, "small.json"):
        (folder / name).write_bytes(b"{}")
        (folder / name).chmod(0o644)
    opened().close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755
    assert {stat.S_IMODE((folder / name).stat().st_mode) for name in names} == {0o644}


def test_a_folder_of_two_books_is_there_for_answers_alone(opened: Open, folder: Path, tmp_path: Path) -> None:
    made = book_of(tmp_path / "other book", signs="")
    (made.folder / "index.md").write_text("---\nid: other\ntitle: Another book\n---\n")
    other = open_answers(folder, read_book(made.folder))
    other[OFTEN] = "word"
    other.close()
    answers = opened()
    answers[OFTEN] = "word"
    answers.close()
    folder.chmod(0o755)
    assert opened().notices == (f"Others could read {folder}; from now on only you can.",)


@pytest.mark.usefixtures("patient")
def test_a_loose_file_that_a_sync_program_put_there_is_no_loose_bak(answers: Answers, folder: Path) -> None:
    answers[OFTEN] = "word"
    assert answers.flush()
    arriving = folder / "arriving"
    arriving.write_bytes((folder / "small.json").read_bytes())
    arriving.chmod(0o644)
    arriving.replace(folder / "small.json")
    answers[OFTEN] = "another word"
    assert answers.flush()
    assert stat.S_IMODE((folder / "small.json.bak").stat().st_mode) == 0o600


def test_it_is_known_whether_the_disk_keeps_modes(opened: Open, folder: Path) -> None:
    answers = opened()
    assert answers.keeps_modes
    answers[OFTEN] = "word"
    assert answers.flush()
    assert answers.keeps_modes
    (folder / "small.json").chmod(0o755)  # what a disk without modes says of every file
    assert not answers.keeps_modes


def test_where_a_linked_data_file_lies_on_a_disk_without_modes_that_counts(
    opened: Open, folder: Path, tmp_path: Path
) -> None:
    folder.mkdir()
    (folder / "small.json").symlink_to(tmp_path / "stick.json")
    answers = opened()
    answers[OFTEN] = "word"
    assert answers.flush()
    (tmp_path / "stick.json").chmod(0o777)
    assert not answers.keeps_modes
