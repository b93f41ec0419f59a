"""Exports as files: all of them or none, for nobody else to read."""

import os
import stat
from pathlib import Path

import pytest

from tests.books import book_of
from tests.disk import recorded
from workbook.book import Book
from workbook.export import (
    ExportError,
    FileExists,
    files_at,
    filled_book,
    filled_chapter,
    is_folder,
    write_files,
)

OATS = "# Oats\n\n<!-- @text #word -->\n\nA word?\n\n> …\n"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """Two chapters."""
    return book_of(tmp_path / "book", oats=OATS, rye="# Rye\n")


def test_a_name_that_ends_like_a_folder_takes_a_file_for_each_chapter(book: Book, tmp_path: Path) -> None:
    answers = {"oats/word": "bran"}
    oats, rye = book.chapters
    assert files_at(f"{tmp_path}/out/", book, answers) == {
        tmp_path / "out" / "01-oats.md": filled_chapter(oats, answers),
        tmp_path / "out" / "02-rye.md": filled_chapter(rye, answers),
    }
    assert files_at(f"{tmp_path}/out", book, answers) == {tmp_path / "out": filled_book(book, answers)}


def test_a_tilde_is_the_home_of_the_reader(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert list(files_at("~/out.md", book, {})) == [tmp_path / "out.md"]
    assert is_folder("~")
    assert not is_folder("~/out.md")


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_where_the_disk_is_full_no_file_is_new_and_no_file_is_left_behind(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "01-oats.md").write_text("my own notes")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, failing, full)
    with pytest.raises(ExportError, match=r"01-oats\.md cannot be written: No space left on device"):
        write_files(book, files_at(str(folder), book, {}), force=True)
    assert [path.name for path in folder.iterdir()] == ["01-oats.md"]
    assert (folder / "01-oats.md").read_text() == "my own notes"


def test_a_folder_is_made_only_when_asked_for_and_only_for_its_owner(book: Book, tmp_path: Path) -> None:
    texts = files_at(f"{tmp_path}/out/", book, {})
    with pytest.raises(ExportError):
        write_files(book, texts)
    write_files(book, texts, make_folder=True)
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in texts} == {0o600}
    with pytest.raises(FileExists):
        write_files(book, texts, make_folder=True)


def test_the_disk_confirms_every_text_before_the_first_takes_its_name_and_the_names_after(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = recorded(monkeypatch)
    write_files(book, files_at(f"{tmp_path}/", book, {}))
    assert order == ["file", "file", "01-oats.md", "02-rye.md", "folder"]


def test_a_link_that_leads_to_itself_is_replaced_like_any_other(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "out.md"
    path.symlink_to(path)
    texts = files_at(str(path), book, {})
    with pytest.raises(FileExists):
        write_files(book, texts)
    write_files(book, texts, force=True)
    assert path.read_text("utf-8") == filled_book(book, {})


def test_what_is_said_of_an_export_is_one_line_whatever_its_name(book: Book, tmp_path: Path) -> None:
    with pytest.raises(ExportError) as error:
        write_files(book, files_at(f"{tmp_path}/\x1b]0;title\x07\n/out.md", book, {}))
    assert str(error.value).isprintable()
