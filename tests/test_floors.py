"""The floors at run time: what is below the screens never loads Textual, and one floor alone loads TinyDB."""

import subprocess
import sys

import pytest


def loaded_by(statement: str) -> set[str]:
    """The names of all modules that are loaded after `statement` in a new interpreter."""
    code = f"import sys\n{statement}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("floor", ["text", "book", "answers", "export", "session", "paths", "cli.main"])
def test_nothing_below_the_screens_loads_textual(floor: str) -> None:
    """Not even through another package: neither Textual nor Rich is there."""
    assert not {"textual", "rich"} & loaded_by(f"import workbook.{floor}")


@pytest.mark.parametrize("floor", ["text", "book", "export", "paths"])
def test_only_the_answers_load_tinydb(floor: str) -> None:
    """A floor that reads the file by itself would tie it to its format, and printing waits for none."""
    assert "tinydb" not in loaded_by(f"import workbook.{floor}")


def test_the_screens_do_load_textual() -> None:
    """The control: what the first test looks for can be found."""
    assert "textual" in loaded_by("import workbook.tui.app")


def test_the_answers_do_load_tinydb() -> None:
    """The control of the second."""
    assert "tinydb" in loaded_by("import workbook.answers")


def test_no_start_waits_for_what_is_printed_or_shared() -> None:
    """Nor for a dialog: what an action opens is imported by it. Each module costs a start a third of a ms."""
    loaded = loaded_by("import workbook.tui.app")
    late = ("workbook.export", "workbook.tui.screens.printing", "workbook.tui.screens.sharing")
    assert sorted(name for name in loaded if name.startswith(late)) == []
    assert sorted(name for name in loaded if name.startswith("workbook.tui.screens.dialogs.")) == []


def test_an_action_does_load_what_it_opens() -> None:
    """The control: these are the names under which it is loaded."""
    loaded = loaded_by("import workbook.tui.screens.printing.print_dialog")
    assert {"workbook.export.printing", "workbook.tui.screens.dialogs.dialog"} <= loaded
