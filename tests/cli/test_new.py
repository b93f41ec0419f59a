"""`workbook new`: a small book to begin with, written into a folder."""

import errno
import os
import re
from pathlib import Path

import pytest

from tests.cli.shell import Shell
from workbook.book import Checklist, Choice, Group, Scale, Text, is_led_to, read_book, suggestions
from workbook.cli import main


@pytest.fixture
def new(shell: Shell) -> Path:
    """The folder of a book that was just made, in a folder that was not there either."""
    assert shell.run("new", shell.folder / "books" / "bread") == 0
    return shell.folder / "books" / "bread"


def test_what_it_writes_has_nothing_wrong_with_it(shell: Shell, new: Path) -> None:
    assert shell.run("check", new) == 0
    assert shell.out == "2 chapters, nothing wrong.\n"


def test_it_shows_every_kind_a_group_a_repeat_and_a_lead(new: Path) -> None:
    book = read_book(new)
    exercises = [exercise for chapter in book.chapters for exercise in chapter.exercises.values()]
    assert {type(exercise) for exercise in exercises} == {Checklist, Choice, Scale, Text, Group}
    assert any(isinstance(exercise, Group) and exercise.repeat for exercise in exercises)
    assert is_led_to(book, "loaf/ideas")
    assert [found.target for found in suggestions(book, {"kitchen/last-loaf/soft": True}, "loaf/ideas")] == [
        "loaf/ideas/heat"
    ]


def test_each_of_its_files_explains_itself_in_comments(new: Path) -> None:
    for path in new.iterdir():
        assert re.search(r"^# |^<!-- [^@#]", path.read_text("utf-8"), re.M), path


def test_it_says_how_to_go_on(shell: Shell) -> None:
    folder = shell.folder / "my book"
    assert shell.run("new", folder) == 0
    assert f"workbook --book '{folder}'" in shell.out
    assert f"workbook check '{folder}'" in shell.out


def test_two_new_books_never_share_their_answers(shell: Shell) -> None:
    folders = [shell.folder / name for name in ("a/bread", "b/bread", "你好", "世界")]
    for folder in folders:
        assert shell.run("new", folder) == 0
    assert len({read_book(folder).id for folder in folders}) == len(folders)
    assert read_book(folders[0]).id.startswith("bread-")


def test_an_empty_folder_is_filled(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    (shell.folder / "empty").mkdir()
    monkeypatch.chdir(shell.folder / "empty")
    assert shell.run("new", ".") == 0
    assert len(read_book(shell.folder / "empty").fronts) == 2


@pytest.mark.parametrize("there", [".git", "01-mine.md", "notes.txt"])
def test_a_folder_that_is_not_empty_is_refused_and_left_as_it_was(shell: Shell, there: str) -> None:
    folder = shell.folder / "mine"
    folder.mkdir()
    (folder / there).write_text("mine")
    assert shell.run("new", folder) == 2
    assert shell.err == f"workbook: {folder} is not empty; name a folder that is, or a new one\n"
    assert shell.out == ""
    assert [path.name for path in folder.iterdir()] == [there]
    assert (folder / there).read_text() == "mine"


def test_what_is_no_folder_is_refused(shell: Shell) -> None:
    (shell.folder / "file").write_text("mine")
    (shell.folder / "nowhere").symlink_to(shell.folder / "gone")
    for name in ("file", "file/below", "nowhere"):
        assert shell.run("new", shell.folder / name) == 2
        assert re.fullmatch(rf"workbook: {re.escape(str(shell.folder))}/[^\n]+\n", shell.err), name
    assert (shell.folder / "file").read_text() == "mine"
    assert not (shell.folder / "gone").exists()


@pytest.mark.parametrize("arguments", [["new"], ["new", ""], ["new", "a", "b"]])
def test_it_asks_for_one_folder(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert re.fullmatch(r"workbook: [^\n]+\n", capsys.readouterr().err)


def test_where_the_disk_is_full_nothing_is_left_behind(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    write_text = Path.write_text

    def full(path: Path, *arguments: str, **options: str) -> int:
        if path.name == "02-loaf.md":
            write_text(path, "half")
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        return write_text(path, *arguments, **options)

    monkeypatch.setattr(Path, "write_text", full)
    folder = shell.folder / "full"
    assert shell.run("new", folder) == 2
    assert re.fullmatch(rf"workbook: {folder}[^\n]+No space left on device\n", shell.err)
    assert not folder.exists()
    folder.mkdir()
    assert shell.run("new", folder) == 2
    assert list(folder.iterdir()) == []
