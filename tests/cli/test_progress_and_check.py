"""`workbook progress` and `workbook check`."""

import json
import stat

import pytest

from tests.cli.shell import Shell
from tests.disk import recorded


def test_progress_says_how_much_of_each_chapter_is_filled(shell: Shell) -> None:
    shell.answer(signs__five__fun=True, gone__word="An old word")
    assert shell.run("progress") == 0
    assert "◐   1 of 2     1  On signs" in shell.out
    assert shell.out.endswith("1 answer to questions that are gone; 'workbook export' prints them last.\n")


def test_progress_can_be_read_by_programs(shell: Shell) -> None:
    shell.answer(signs__five__fun=True, signs__gone="Mine", gone__word="An old word")
    assert shell.run("progress", "--json") == 0
    assert json.loads(shell.out) == {
        "book": "small",
        "chapters": [
            {"id": "signs", "title": "On signs", "exercises": 2, "filled": 1, "orphans": 1},
            {"id": "story", "title": "On story", "exercises": 0, "filled": 0, "orphans": 0},
        ],
        "orphans": 2,
    }


def test_check_finds_nothing_wrong_with_a_good_book(shell: Shell) -> None:
    assert shell.run("check") == 0
    assert shell.out == "2 chapters, nothing wrong.\n"


def test_check_names_file_line_and_remedy_and_ends_with_1(shell: Shell) -> None:
    path = shell.book / "03-odd.md"
    path.write_text(
        "---\nid: odd\ntitle: Odd\n---\n\n<!-- @cheklist #a -->\n\nWhich?\n\n- [ ] A <!-- #a -->\n"
    )
    assert shell.run("check", shell.book) == 1
    assert f"{path}:6: error: unknown exercise kind '@cheklist'. Did you mean 'checklist'?" in shell.out


def test_warnings_alone_are_no_error(shell: Shell) -> None:
    (shell.book / "index.md").unlink()
    assert shell.run("check") == 0
    assert shell.out.endswith("2 chapters, 0 errors, 1 warning.\n")


def test_check_writes_the_ids_that_lines_miss_and_nothing_else(shell: Shell) -> None:
    path = shell.book / "03-odd.md"
    head = "---\nid: odd\ntitle: Odd\n---\n\n<!-- @checklist #a -->\n\nWhich?\n\n"
    path.write_bytes(f"{head}- [ ] Some fun\n".replace("\n", "\r\n").encode())
    path.chmod(0o640)
    assert shell.run("check") == 1
    assert shell.run("check", "--fix-ids") == 0
    assert path.read_bytes() == f"{head}- [ ] Some fun <!-- #some-fun -->\n".replace("\n", "\r\n").encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert {path.name for path in shell.book.iterdir()} == {
        "index.md",
        "01-signs.md",
        "02-story.md",
        "03-odd.md",
    }


def test_a_mended_chapter_is_on_the_disk_before_it_takes_the_place_of_the_old_one(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = "---\nid: odd\ntitle: Odd\n---\n\n<!-- @checklist #a -->\n\nWhich?\n\n"
    (shell.book / "03-odd.md").write_text(f"{head}- [ ] Some fun\n")
    order = recorded(monkeypatch)
    assert shell.run("check", "--fix-ids") == 0
    assert order == ["file", "03-odd.md", "folder"]
