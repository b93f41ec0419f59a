"""The command line as a process of its own: what it imports, and how it ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.books import book_of
from tests.e2e.resting import wait_until_idle

LONG = "# Long\n\n```\n" + "Many words that fill a pipe.\n" * 20_000 + "```\n"


_HELP = "import argparse, sys; argparse.ArgumentParser().format_help(); print(*sys.modules)"
_ARGPARSE = set(subprocess.check_output([sys.executable, "-c", _HELP], text=True).split())
"""What this Python imports for any help at all."""


def environment(folder: Path) -> dict[str, str]:
    """An environment in which the small book of `folder` is the one that is opened."""
    places = {"WORKBOOK_DATA": str(folder / "data"), "WORKBOOK_BOOK": str(folder / "book")}
    own = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**own, **places, "PYTHONPATH": str(Path(__file__).parents[2])}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a small book and no answers."""
    book_of(tmp_path / "book", signs="# Signs\n\nWords.\n", long=LONG)
    return tmp_path


def imported(folder: Path, *arguments: str) -> set[str]:
    """The modules that a command has imported when it is done."""
    script = (
        "import sys; from workbook.cli import main; status = main(sys.argv[1:]);"
        "print(*sys.modules, file=sys.stderr); sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=environment(folder),
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.split())


@pytest.mark.parametrize("command", ["print", "export", "progress", "check", "where"])
def test_no_command_but_opening_imports_textual(folder: Path, command: str) -> None:
    modules = imported(folder, command)
    assert "workbook.book" in modules
    assert not {"textual", "rich"} & {module.partition(".")[0] for module in modules}


def test_a_new_book_is_written_without_textual_and_without_a_database(folder: Path) -> None:
    modules = imported(folder, "new", str(folder / "new"))
    assert "workbook.book" in modules
    assert not {"textual", "rich", "tinydb"} & {module.partition(".")[0] for module in modules}


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_the_version_and_the_help_import_no_floor_below(folder: Path, option: str) -> None:
    modules = imported(folder, option)
    assert "workbook.cli.parser" in modules
    own = modules - _ARGPARSE  # newer Pythons give help its colours, which imports dataclasses
    assert not {"workbook.book", "workbook.answers", "tinydb", "markdown_it", "dataclasses"} & own


def test_it_runs_as_a_module_and_reads_its_places_from_the_environment(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "workbook", "export", "signs"],
        env=environment(folder),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (folder / "book" / "01-signs.md").read_text("utf-8")


def test_a_reader_that_stops_listening_is_no_error(folder: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "workbook", "export"],
        env=environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 128 + signal.SIGPIPE


def test_an_output_that_knows_only_ascii_gets_question_marks_and_no_traceback(folder: Path) -> None:
    book_of(folder / "book", signs="# Signs\n\n<!-- @text #a -->\n\nA?\n\n> …\n")
    done = subprocess.run(
        [sys.executable, "-m", "workbook", "progress"],
        env={**environment(folder), "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "  ?   0 of 1     1  On signs" in done.stdout


def test_an_export_is_utf_8_whatever_the_locale_says(folder: Path) -> None:
    book_of(folder / "book", signs="# Signs\n\nCafé …\n")
    done = subprocess.run(
        [sys.executable, "-m", "workbook", "export"],
        env={**environment(folder), "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=False,
    )
    assert "Café …".encode() in done.stdout


@pytest.mark.skipif(os.name != "posix", reason="Ctrl+C is no signal there")
def test_ctrl_c_at_the_question_erases_nothing(folder: Path) -> None:
    data = folder / "data"
    data.mkdir(mode=0o700)
    (data / "small.json").write_text('{"meta": {"1": {"book": "small", "schema": 1}}}')
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "workbook", "erase"],
        env=environment(folder),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # whatever runs the tests ignores
    ) as process:
        try:
            assert process.stdout
            said = ""
            while "Type yes" not in said:
                letter = process.stdout.read(1)
                assert letter, f"it ended after {said!r}"
                said += letter
            wait_until_idle(process.pid)  # Ctrl+C between the question and its reading is heard by nobody
            process.send_signal(signal.SIGINT)
            assert process.communicate()[1] == ""
        finally:
            process.kill()
    assert process.returncode == 128 + signal.SIGINT
    assert (data / "small.json").exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is unreadable to root")
@pytest.mark.parametrize(("place", "status"), [("data", 3), ("book", 2)])
def test_a_folder_that_cannot_be_read_is_one_clear_line(folder: Path, place: str, status: int) -> None:
    locked = folder / place
    locked.mkdir(exist_ok=True)
    locked.chmod(0)
    done = subprocess.run(
        [sys.executable, "-m", "workbook", "export"],
        env=environment(folder),
        capture_output=True,
        text=True,
        check=False,
    )
    locked.chmod(0o700)
    assert done.returncode == status
    assert done.stderr.count("\n") == 1
