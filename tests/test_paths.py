"""Where things are."""

from pathlib import Path

import platformdirs
import pytest

from workbook.paths import PACKAGE, book_folder, data_folder, exports_folder


def test_what_is_given_stands_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBOOK_DATA", "/elsewhere")
    monkeypatch.setenv("WORKBOOK_BOOK", "/elsewhere")
    assert data_folder("/here") == Path("/here")
    assert book_folder("/here") == Path("/here")


def test_the_environment_stands_before_the_systems_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBOOK_DATA", "/elsewhere")
    monkeypatch.setenv("WORKBOOK_BOOK", "/elsewhere/book")
    assert data_folder() == Path("/elsewhere")
    assert book_folder() == Path("/elsewhere/book")


def test_else_answers_are_in_the_users_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBOOK_DATA", "")
    assert data_folder() == platformdirs.user_data_path("workbook", appauthor=False)


def test_a_tilde_is_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert data_folder("~/words") == tmp_path / "words"
    assert book_folder("~/book") == tmp_path / "book"


def test_the_data_folder_does_not_move_when_the_working_folder_does(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert data_folder("words") == tmp_path / "words"


def test_the_chapters_are_beside_the_package_in_a_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WORKBOOK_BOOK", raising=False)
    assert book_folder() == PACKAGE.parent / "chapters"


def test_chapters_inside_the_package_stand_before_those_beside_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("WORKBOOK_BOOK", raising=False)
    monkeypatch.setattr("workbook.paths.PACKAGE", tmp_path)
    (tmp_path / "chapters").mkdir()
    assert book_folder() == tmp_path / "chapters"


def test_exports_go_to_the_documents_or_else_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(platformdirs, "user_documents_path", lambda: documents)
    assert exports_folder() == tmp_path
    documents.mkdir()
    assert exports_folder() == documents
