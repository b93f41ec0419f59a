"""The command line as a whole: usage, exit statuses, and what is never printed."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.shell import Shell
from workbook.book import read_source
from workbook.cli import main

ROOT = Path(__file__).parents[2]


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"workbook {project['version']}\n"


def test_help_names_every_command_and_every_exit_status(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    for word in (
        "print",
        "share",
        "export",
        "progress",
        "check",
        "new",
        "where",
        "backup",
        "restore",
        "erase",
        "--data",
        "--book",
    ):
        assert word in said
    assert re.search(r"0 done; 1 problems found; 2 wrong usage or bad input; 3 the answers", said)


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["export", "--nonsense"],
        ["restore"],
        ["--data"],
        ["--data=", "where"],
        ["--vers"],
        ["export", "--\x1b[2J\nno"],
    ],
)
def test_wrong_usage_is_one_line_and_status_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert re.fullmatch(r"workbook: [^\n\x1b]+\n", err)


def test_without_a_terminal_it_does_not_open(shell: Shell) -> None:
    assert shell.run() == 2
    assert shell.err.startswith("workbook: a workbook opens in a terminal only; 'workbook print --blank' ")
    assert shell.err.count("\n") == 1


def test_no_control_character_of_a_chapter_reaches_the_terminal(shell: Shell) -> None:
    title = "A \x1b]52;c;aGVsbG8=\x07title"
    (shell.book / "03-odd.md").write_text(f"---\nid: odd\ntitle: {title}\n---\n\n\x1b[2J\x9b31mWords\u202e\n")
    for arguments in (["export"], ["progress"], ["progress", "--json"], ["check"], ["export", "\x1b[2J"]):
        shell.run(*arguments)
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", shell.out + shell.err)


@pytest.mark.parametrize("command", ["export", "progress", "check", "where", "backup", "erase"])
def test_a_book_that_is_not_there_is_bad_input(
    shell: Shell, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "--book", str(shell.folder / "none"), "--data", str(shell.data)]) == 2
    assert capsys.readouterr().err == f"workbook: there is no folder {shell.folder}/none\n"


def test_reading_commands_write_nothing_in_the_data_folder_not_even_the_folder(shell: Shell) -> None:
    commands = (["export"], ["progress"], ["check"], ["where"], ["backup", shell.folder / "copy.json"])
    for command in commands:
        shell.run(*command)
    assert not shell.data.exists()
    shell.answer(signs__five__fun=True)
    before = shell.kept_files()
    for command in commands:
        assert shell.run(*command) == 0
    assert shell.kept_files() == before


@pytest.mark.parametrize("command", [["export"], ["export", "1"], ["progress"]])
def test_a_chapter_that_cannot_be_read_is_not_shown_as_an_empty_one(
    shell: Shell, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read_bytes = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "01-signs.md":
            raise PermissionError(13, "Permission denied", str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    assert shell.run(*command) == 2
    assert shell.out == ""
    assert re.fullmatch(r"workbook: [^\n]+01-signs\.md: [^\n]+Permission denied\n", shell.err)


@pytest.mark.parametrize("command", ["export", "progress", "backup"])
def test_answers_of_another_book_end_with_status_3(shell: Shell, command: str) -> None:
    shell.data.mkdir()
    (shell.data / "small.json").write_text('{"meta": {"1": {"book": "other", "schema": 1}}}')
    assert shell.run(command) == 3
    assert re.fullmatch(r"workbook: [^\n]+\n", shell.err)


@pytest.mark.parametrize("command", ["export", "progress", "backup", "where", "erase"])
def test_a_data_folder_that_cannot_be_listed_ends_with_status_3(
    shell: Shell, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.answer(signs__proof="On Tuesday")
    listed = Path.iterdir

    def iterdir(path: Path) -> Iterator[Path]:
        if path == shell.data:
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    assert shell.run(command) == 3
    assert shell.out == ""
    assert re.fullmatch(rf"workbook: {shell.data}[^\n]* Permission denied\n", shell.err)


def test_a_newer_file_is_exported_and_the_reader_told_on_stderr(shell: Shell) -> None:
    shell.answer(signs__proof="On Tuesday")
    file = shell.data / "small.json"
    file.write_text(file.read_text().replace('"schema":1', '"schema":2'))
    assert shell.run("export", "signs") == 0
    assert "> On Tuesday" in shell.out
    assert re.fullmatch(r"workbook: [^\n]+ was made by a newer version of this program[^\n]+\n", shell.err)


def test_a_present_folder_that_is_gone_is_said_to_be_gone(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = shell.folder / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert main(["where", "--book", str(shell.book), "--data", "here"]) == 2
    assert (
        capsys.readouterr().err == "workbook: the present folder is no longer there; change to another one\n"
    )


@pytest.mark.parametrize("command", ["export", "progress", "backup", "where", "erase"])
def test_a_file_in_the_place_of_the_data_folder_ends_with_status_3(shell: Shell, command: str) -> None:
    shell.data.write_text("a file")
    assert shell.run(command) == 3
    assert re.fullmatch(r"workbook: [^\n]+\n", shell.err)


def test_an_error_in_the_program_shows_where_and_never_what_the_reader_wrote(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> str:
        return str(int("my secret words"))

    monkeypatch.setattr("workbook.cli.export.filled_book", broken)
    shell.answer(signs__proof="my secret words")
    assert shell.run("export") == 1
    assert "my secret words" not in shell.out + shell.err
    assert re.search(r"\(ValueError\)", shell.err)
    assert re.search(r"^  \S+test_usage\.py:\d+ in broken$", shell.err, re.M)


def test_ctrl_c_ends_without_a_word(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("workbook.cli.export.filled_book", interrupted)
    assert shell.run("export") == 130
    assert (shell.out, shell.err) == ("", "")


def test_the_places_may_stand_before_the_command_too(
    shell: Shell, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--book", str(shell.book), "--data", str(shell.data), "export", "story", "--blank"]) == 0
    assert capsys.readouterr().out == shell.source("02-story.md")


def test_the_shipped_book_is_the_default(shell: Shell, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "1", "--blank", "--data", str(shell.data)]) == 0
    first = sorted((ROOT / "chapters").glob("01-*.md"))[0]
    assert read_source(capsys.readouterr().out).source == read_source(first.read_text("utf-8")).source
