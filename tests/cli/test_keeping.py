"""`workbook where`, `backup`, `restore` and `erase`."""

import errno
import io
import re
import shutil
import stat

import pytest

from tests.cli.shell import Shell
from tests.disk import FOLDERS_REFUSED, refuse_to_confirm
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


@pytest.mark.parametrize("named", [(), ("the move.json",), ("the move",), ("backups/mine.txt",)])
def test_a_backup_made_inside_the_data_folder_is_listed_and_erased(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, named: tuple[str, ...]
) -> None:
    shell.answer(signs__proof="On Tuesday")
    shell.answer(signs__proof="On Wednesday")
    monkeypatch.chdir(shell.data)
    before = {path for path in shell.data.rglob("*") if path.is_file()}
    assert shell.run("backup", *named) == 0
    (copy,) = {path for path in shell.data.rglob("*") if path.is_file()} - before
    shell.run("where")
    assert str(copy) in shell.out
    monkeypatch.chdir(shell.folder)
    monkeypatch.setattr("sys.stdin", io.StringIO("yes\n"))
    assert shell.run("erase") == 0
    assert not shell.data.exists()


def test_the_answers_of_somebody_else_are_named_by_where_and_left_by_erase(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.answer(signs__proof="Of somebody else")
    theirs = (shell.data / "small.json").read_bytes()
    shutil.rmtree(shell.data)
    shell.answer(signs__proof="Mine")
    (shell.data / "kim.json").write_bytes(theirs)
    shell.run("where")
    assert re.search(r"^Not yours, .*\n.*/kim\.json$", shell.out, re.M)
    monkeypatch.setattr("sys.stdin", io.StringIO("yes\n"))
    assert shell.run("erase") == 0
    assert [path.name for path in shell.data.iterdir()] == ["kim.json"]


@pytest.mark.parametrize("number", FOLDERS_REFUSED, ids=errno.errorcode.__getitem__)
def test_where_says_that_the_disk_does_not_confirm_names_and_backup_and_restore_succeed_there(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    shell.answer(signs__proof="On Tuesday")
    shell.run("where")
    assert "confirm" not in shell.out
    refuse_to_confirm(monkeypatch, number)
    shell.run("where")
    assert shell.out.count("This disk does not confirm the names of files") == 1
    copy = shell.folder / "copy.json"
    assert shell.run("backup", copy) == 0
    assert shell.run("restore", copy) == 0


def test_a_backup_to_a_dash_goes_to_the_output_and_can_be_restored(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(shell.folder)
    shell.answer(signs__proof="On Tuesday")
    assert shell.run("backup", "-") == 0
    assert not (shell.folder / "-").exists()
    (shell.folder / "copy.json").write_text(shell.out, "utf-8")
    shell.answer(signs__proof="Something else")
    assert shell.run("restore", shell.folder / "copy.json") == 0
    shell.run("export", "signs")
    assert "> On Tuesday" in shell.out


@pytest.mark.parametrize("file", ["-", ".", ""])
def test_what_is_no_file_is_not_restored(shell: Shell, file: str) -> None:
    shell.answer(signs__proof="On Tuesday")
    before = shell.kept_files()
    assert shell.run("restore", file) == 2
    assert re.fullmatch(r"workbook: [^\n]+\n", shell.err)
    assert shell.kept_files() == before


@pytest.mark.parametrize(
    "file",
    [
        "data/small.json",
        "data/small.json.bak",
        "data/small.lock",
        "data/small.json.tmp",
        "data/keys.toml",
        "data/backups/",
        "new/",
    ],
)
def test_a_backup_takes_no_place_of_a_file_of_the_answers_and_makes_no_file_of_a_folder(
    shell: Shell, file: str
) -> None:
    shell.answer(signs__proof="On Tuesday")
    shell.answer(signs__proof="On Wednesday")
    (shell.data / "small.json.bak").unlink()
    for copy in (shell.data / "backups").iterdir():
        copy.unlink()
    before = shell.kept_files()
    assert shell.run("backup", f"{shell.folder}/{file}") == 2
    assert re.fullmatch(r"workbook: [^\n]+\n", shell.err)
    assert shell.kept_files() == before
    assert not (shell.folder / "new").exists()


def test_nothing_is_said_of_who_reads_that_is_not_so_on_this_disk(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.answer(signs__proof="On Tuesday")
    monkeypatch.setattr("sys.platform", "win32")  # which has no modes
    shell.run("where")
    assert "Nobody but you" not in shell.out
    assert "Whoever can use this account, or this disk, can read them." in shell.out
    assert shell.run("backup", shell.folder / "copy.json") == 0
    assert "Only you" not in shell.out
    assert shell.run("export", "signs", "-o", shell.folder / "out.md") == 0
    assert "only you" not in shell.out


def test_a_file_of_keys_is_named_by_where_and_left_by_erase_which_says_so(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reader wrote it by hand, and no answer is in it."""
    shell.answer(signs__proof="On Tuesday")
    keys = shell.data / "keys.toml"
    keys.write_text('[keys]\nfind = "ctrl+f"\n', "utf-8")
    assert shell.run("where") == 0
    assert f"Your keys: {keys}." in shell.out
    monkeypatch.setattr("sys.stdin", io.StringIO("yes\n"))
    assert shell.run("erase") == 0
    assert f"Your keys stay, in {keys}" in shell.out
    assert list(shell.data.iterdir()) == [keys]
