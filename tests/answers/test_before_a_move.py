"""Answers that move because the book was given other names for their places: there is a way back."""

from pathlib import Path

import pytest

from tests.answers.conftest import TEXTS, Open
from tests.books import book_of
from workbook.answers import open_answers, restore
from workbook.book import Book

EDITED = TEXTS.replace("#often", "#frequency was=often").replace("#trust", "#we-trust was=trust")


@pytest.fixture
def edited(tmp_path: Path) -> Book:
    """A copy of the book under the same id, in which two places have other names."""
    return book_of(tmp_path / "edited", signs=EDITED)


def copies(folder: Path) -> list[Path]:
    return sorted((folder / "backups").glob("small-*-before-move.json"))


def test_a_copy_of_before_is_kept_and_the_reader_told_how_to_go_back(
    opened: Open, folder: Path, book: Book, edited: Book
) -> None:
    answers = opened()
    answers.update({"signs/often": "every day", "signs/five/trust": True})
    answers.close()
    before = (folder / "small.json").read_bytes()

    moved = open_answers(folder, edited)
    assert moved["signs/frequency"] == "every day"
    (kept,) = copies(folder)
    assert kept.read_bytes() == before
    assert any(f"workbook restore {kept}" in notice for notice in moved.notices)
    moved.close()

    again = open_answers(folder, edited)
    assert not again.notices
    again.close()
    assert copies(folder) == [kept]

    restore(folder, "small", kept)
    back = open_answers(folder, book)
    assert (back["signs/often"], back["signs/five/trust"]) == ("every day", True)
    back.close()


def test_nothing_is_copied_where_nothing_moves(opened: Open, folder: Path, edited: Book) -> None:
    answers = opened()
    answers["signs/near"] = 4
    answers.close()
    open_answers(folder, edited).close()
    assert copies(folder) == []


def test_where_no_copy_can_be_made_nothing_moves_on_the_disk(
    opened: Open, folder: Path, edited: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = opened()
    answers["signs/often"] = "every day"
    answers.close()

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("workbook.answers.saving.answers_file.keep_moment", fails)
    moved = open_answers(folder, edited)
    assert any("No space left on device" in notice for notice in moved.notices)
    assert moved["signs/often"] == "every day"
    moved.close()
    assert copies(folder) == []
