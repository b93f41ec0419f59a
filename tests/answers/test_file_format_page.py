"""The page that describes the file is true: what it says is read by what it says."""

import json
import re
import subprocess
import sys
from pathlib import Path

from tests.answers.conftest import Open
from tests.answers.samples import written
from workbook.answers import Answers
from workbook.answers.document.edit import edited
from workbook.answers.file.damage import loaded

PAGE = (Path(__file__).parents[2] / "docs" / "file-format.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    """The one code block of the page in this language."""
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return str(found)


def test_the_program_on_the_page_reads_a_file_that_the_workbook_wrote(
    opened: Open, folder: Path, tmp_path: Path
) -> None:
    answers = opened()
    answers["signs/often"] = "Every day – nearly.\nAnd 一緒に on Sundays."
    answers["signs/five/trust"] = True
    answers["signs/near"] = 7
    answers["signs/when"] = "taken out again"
    del answers["signs/when"]
    answers.close()
    there = loaded((folder / "small.json").read_bytes())
    there["answers"]["signs/often"] = edited(None, "Seldom.", at="", device="wjpa", asked="")
    (folder / "small.sync-conflict-20261122-201500-ABCDEFG.json").write_bytes(written(there))
    opened().close()
    program = tmp_path / "read.py"
    program.write_text(block("python"), encoding="utf-8")
    printed = subprocess.run(
        [sys.executable, "-I", "-X", "utf8", str(program), str(folder / "small.json")],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    ).stdout
    assert printed == (
        "signs/five/trust  Which are there? We trust each other.\n"
        "    [x]\n"
        "signs/near  How near?\n"
        "    7\n"
        "signs/often  How often?\n"
        "    Every day – nearly.\n"
        "    And 一緒に on Sundays.\n"
        "    or: Seldom.\n"
    )


def test_the_program_on_the_page_gives_the_very_values(answers: Answers, folder: Path) -> None:
    answers.update({"signs/often": "a \\ b\n\n    c", "signs/five/trust": True, "signs/near": 1})
    answers.flush()
    names: dict[str, object] = {"__name__": "read"}
    exec(block("python"), names)
    found = names["read"](folder / "small.json")  # type: ignore[operator]
    assert {address: (type(value), value) for address, _, value, _ in found} == {
        address: (type(value), value) for address, value in answers.items()
    }


def test_the_program_on_the_page_is_about_thirty_lines() -> None:
    assert len(block("python").strip().splitlines()) <= 35


def test_the_example_on_the_page_is_what_the_workbook_would_write() -> None:
    example = loaded(block("json").encode())
    ((_, shown),) = example["answers"].items()
    document = None
    for value, version in ((True, shown["anc"][0].removeprefix("1:")), (None, ""), (True, shown["version"])):
        how = {name: shown[name] for name in ("at", "device", "asked")}
        document = edited(document, value, version=version, private=False, **how)
    assert shown == document
    assert json.loads(block("json")) == example
