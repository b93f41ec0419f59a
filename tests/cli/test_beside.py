"""`workbook beside` as far as a shell goes, and the evening for two of the README, command by command."""

import re
import shlex
from datetime import date
from pathlib import Path

import pytest

from tests.cli.shell import Shell
from workbook.answers import open_answers
from workbook.book import read_book
from workbook.export.sharing import offered

README = Path(__file__).parents[2] / "README.md"
NO_TERMINAL = "workbook: a workbook opens in a terminal only; "


def write(shell: Shell, reader: str, words: str) -> None:
    """What a reader writes, and ticks to share."""
    book = read_book(shell.book)
    kept = open_answers(shell.data / "readers" / reader, book)
    kept["signs/proof"] = words
    for one in offered(book, kept, date.today()):
        kept.tick_to_share(one.written.at, one.versions)
    assert kept.close()


def test_every_command_of_the_evening_in_the_readme_does_what_it_says(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(shell.folder)
    for reader, words in (("ada", "MINE"), ("bo", "YOURS")):
        write(shell, reader, words)
    evening = README.read_text("utf-8").partition("## Two of you")[2].partition("\n## ")[0]
    commands = [shlex.split(found)[1:] for found in re.findall(r"`(workbook [^`]+)`", evening)]
    for arguments in commands:
        status = shell.run(*arguments)
        if "share" in arguments or "print" in arguments:
            assert status == 0
        else:
            assert (status, shell.err.startswith(NO_TERMINAL)) == (2, True)
    assert [arguments[2] for arguments in commands if "beside" in arguments] == ["beside", "beside"]
    assert "MINE" in (shell.folder / "from-ada.md").read_text("utf-8")
    assert "YOURS" in (shell.folder / "from-bo.md").read_text("utf-8")


def test_a_wrong_file_is_told_before_any_folder_is_made(shell: Shell) -> None:
    path = shell.folder / "letter.md"
    path.write_text("Dear you\x1b[2J,\n", "utf-8")
    assert shell.run("beside", path) == 2
    assert shell.err == f"workbook: {path} is no copy to share; 'workbook share' makes one\n"
    assert shell.run("beside", shell.folder / "none\x1b[2J.md") == 2
    assert shell.err == f"workbook: {shell.folder}/none[2J.md cannot be read: No such file or directory\n"
    assert shell.run("beside") == 2
    assert shell.err.count("\n") == 1
    assert not shell.data.exists()


def test_help_tells_of_it(shell: Shell) -> None:
    assert shell.run("--help") == 0
    assert "beside     lay another person's copy beside yours" in shell.out
