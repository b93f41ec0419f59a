"""`workbook where`, `backup`, `restore` and `erase`."""

import io
import re
import stat

import pytest

from tests.cli.shell import Shell
from workbook.answers import held


def test_where_says_that_nothing_is_kept_yet(shell: Shell) -> None:
    assert shell.run("where") == 0
    assert shell.out == f"Nothing of yours is kept yet. Your answers will be in {shell.data}.\n"


def test_where_lists_every_file_with_mode_size_and_path(shell: Shell) -> None:
    shell.answer(signs__five__fun=True)
    assert shell.run("where") == 0
    assert re.search(rf"^-rw------- +\d+ B  {re.escape(str(shell.data))}/small\.json$", shell.out, re.M)
    assert "Last backup: none yet." in shell.out
    assert "Nobody but you" in shell.out


def test_where_says_that_others_can_read_a_file(shell: Shell) -> None:
    shell.answer(signs__five__fun=True)
    (shell.data / "small.json").chmod(0o644)
    shell.run("where")
    assert "-rw-r--r--" in shell.out
    assert "Others on this machine can read some of them." in shell.out


def test_where_takes_no_link_of_the_readers_for_a_file_that_others_can_read(shell: Shell) -> None:
    shell.data.mkdir()
    (shell.data / "small.json").symlink_to(shell.folder / "synced.json")
    shell.answer(signs__proof="On Tuesday")
    assert shell.run("where") == 0
    assert re.search(r"^lrwxrwxrwx .*/small\.json$", shell.out, re.M)
    assert re.search(r"^-rw------- .*/synced\.json$", shell.out, re.M)
    assert "Nobody but you" in shell.out


def test_a_backup_can_be_restored(shell: Shell) -> None:
    shell.answer(signs__proof="On Tuesday")
    copy = shell.folder / "copy.json"
    assert shell.run("backup", copy) == 0
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    shell.answer(signs__proof="Something else")
    assert shell.run("restore", copy) == 0
    shell.run("export", "signs")
    assert "> On Tuesday" in shell.out
    shell.run("where")
    assert "before-restore" in shell.out


def test_a_backup_overwrites_nothing(shell: Shell) -> None:
    shell.answer(signs__proof="On Tuesday")
    copy = shell.folder / "copy.json"
    copy.write_text("mine")
    assert shell.run("backup", copy) == 2
    assert shell.err == f"workbook: {copy} is there already; choose another name\n"
    assert copy.read_text() == "mine"


def test_without_answers_there_is_nothing_to_back_up(shell: Shell) -> None:
    assert shell.run("backup", shell.folder / "copy.json") == 3
    assert not (shell.folder / "copy.json").exists()


@pytest.mark.parametrize("content", [None, "not json", '{"meta": {"1": {"book": "other", "schema": 1}}}'])
def test_what_is_no_copy_of_these_answers_is_not_restored(shell: Shell, content: str | None) -> None:
    shell.answer(signs__proof="On Tuesday")
    before = shell.kept_files()
    copy = shell.folder / "copy.json"
    if content is not None:
        copy.write_text(content)
    assert shell.run("restore", copy) == 2
    assert re.fullmatch(r"workbook: [^\n]+\n", shell.err)
    assert shell.kept_files() == before


def test_what_cannot_be_restored_makes_no_data_folder(shell: Shell) -> None:
    (shell.folder / "junk.json").write_text("not json")
    assert shell.run("restore", shell.folder / "junk.json") == 2
    assert not shell.data.exists()


@pytest.mark.parametrize("command", ["restore", "erase"])
def test_answers_that_another_program_holds_are_left_alone(
    shell: Shell, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.answer(signs__proof="On Tuesday")
    copy = shell.folder / "copy.json"
    shell.run("backup", copy)
    monkeypatch.setattr("sys.stdin", io.StringIO("yes\n"))
    arguments = [command, copy] if command == "restore" else [command]
    before = (shell.data / "small.json").read_bytes()
    with held(shell.data, "small"):
        assert shell.run(*arguments) == 3
    assert (shell.data / "small.json").read_bytes() == before


def test_a_typed_yes_erases_every_file_and_says_what_cannot_be_undone(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.answer(signs__proof="On Tuesday")
    monkeypatch.setattr("sys.stdin", io.StringIO("Yes\n"))
    assert shell.run("erase") == 0
    assert "This cannot be undone." in shell.out
    assert not shell.data.exists()


@pytest.mark.parametrize("typed", ["", "\n", "y\n", "no\n"])
def test_without_a_typed_yes_nothing_is_erased(
    shell: Shell, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.answer(signs__proof="On Tuesday")
    before = shell.kept_files()
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert shell.run("erase") == 2
    assert shell.err == "workbook: nothing was erased\n"
    assert shell.kept_files() == before


def test_where_nobody_can_be_asked_nothing_is_erased(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.answer(signs__proof="On Tuesday")
    before = shell.kept_files()
    monkeypatch.setattr("sys.stdin", io.StringIO("yes\n"))
    monkeypatch.setattr("sys.stdout", None)
    assert shell.run("erase") == 2
    assert shell.err == "workbook: nothing was erased\n"
    assert shell.kept_files() == before


def test_where_there_is_nothing_nothing_has_to_be_typed_to_erase(shell: Shell) -> None:
    assert shell.run("erase") == 0
    assert shell.out == f"There is nothing of yours in {shell.data}.\n"


def test_a_backup_into_a_missing_folder_is_bad_input(shell: Shell) -> None:
    shell.answer(signs__proof="On Tuesday")
    assert shell.run("backup", shell.folder / "missing" / "copy.json") == 2
    assert re.fullmatch(r"workbook: [^\n]+ cannot be written: No such file or directory\n", shell.err)


def test_where_names_what_cannot_be_read(shell: Shell) -> None:
    shell.answer(signs__proof="On Tuesday", signs__five__fun=True)
    path = shell.data / "small.json"
    path.write_bytes(path.read_bytes().replace(b'"value":true', b'"value":1.5'))
    assert shell.run("where") == 0
    assert "Not readable, and kept as it stands: signs/five/fun." in shell.out
    assert shell.run("export", "signs") == 0
    assert "> On Tuesday" in shell.out
    assert "signs/five/fun" in shell.err
