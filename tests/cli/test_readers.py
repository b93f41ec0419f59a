"""`--as NAME`: a workbook each on one account, of which neither hears of the other."""

import pytest

from tests.cli.shell import Shell
from workbook.answers import held, open_answers
from workbook.book import read_book


def write(shell: Shell, reader: str, words: str) -> None:
    """What a reader with a name writes."""
    kept = open_answers(shell.data / "readers" / reader, read_book(shell.book))
    kept["signs/proof"] = words
    assert kept.close()


def test_each_reader_has_words_of_their_own(shell: Shell) -> None:
    shell.answer(signs__proof="NOBODY")
    write(shell, "ada", "MINE")
    write(shell, "bo", "YOURS")
    for arguments, words in (((), "NOBODY"), (("--as", "ada"), "MINE"), (("--as", "bo"), "YOURS")):
        assert shell.run("export", *arguments) == 0
        assert [word for word in ("NOBODY", "MINE", "YOURS") if word in shell.out] == [words]


def test_nothing_that_is_listed_is_another_readers(shell: Shell) -> None:
    shell.answer(signs__proof="NOBODY")
    write(shell, "ada", "MINE")
    write(shell, "bo", "YOURS")
    assert shell.run("where") == 0
    assert "readers" not in shell.out
    assert shell.run("where", "--as", "ada") == 0
    assert "bo/" not in shell.out


def test_erasing_without_a_name_leaves_the_readers_alone(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.answer(signs__proof="NOBODY")
    write(shell, "ada", "MINE")
    monkeypatch.setattr("builtins.input", lambda _: "yes")
    assert shell.run("erase") == 0
    assert "readers" not in shell.out
    assert not (shell.data / "small.json").exists()
    assert shell.run("export", "--as", "ada") == 0
    assert "MINE" in shell.out
    assert shell.run("erase", "--as", "ada") == 0
    assert not (shell.data / "readers" / "ada").exists()


def test_one_reader_does_not_lock_the_other_out(shell: Shell) -> None:
    write(shell, "ada", "MINE")
    with held(shell.data / "readers" / "ada", "small"):
        other = open_answers(shell.data / "readers" / "bo", read_book(shell.book))
        assert other.read_only == ""
        other.close()


@pytest.mark.parametrize(
    "name", ["", ".", "..", "a/b", "../x", "a\\b", "-a", "a b", "a\nb", "con", "x" * 41, "a.b"]
)
def test_a_name_that_is_no_name_for_a_folder_is_refused_in_one_line(shell: Shell, name: str) -> None:
    assert shell.run("where", f"--as={name}") == 2
    assert shell.err.count("\n") == 1
    assert not shell.data.exists()


@pytest.mark.parametrize("name", ["ada", "Łódź", "7", "a-b_c"])
def test_a_name_of_any_script_will_do(shell: Shell, name: str) -> None:
    assert shell.run("where", "--as", name) == 0


def test_no_command_of_one_reader_writes_over_the_words_of_another(shell: Shell) -> None:
    shell.answer(signs__proof="NOBODY")
    write(shell, "ada", "MINE")
    write(shell, "bo", "YOURS")
    before = shell.kept_files()
    homes = {(): "readers/bo", ("--as", "ada"): "readers/bo", ("--as", "bo"): "."}
    for arguments, home in homes.items():
        path = shell.data / home / "small.json"
        assert shell.run("export", "-o", path, "--force", *arguments) == 2
        assert shell.run("backup", path, *arguments) == 2
    assert shell.kept_files() == before
