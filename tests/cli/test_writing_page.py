"""The page that teaches the format is true: each of its examples is read by the reader of books."""

import re
from pathlib import Path

import pytest

from tests.cli.shell import Shell
from workbook.book import Group, read_source
from workbook.book.kinds import FIELDS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "writing.md").read_text("utf-8")
_FENCE = r"```markdown\n(.*?)^```$"


def marked(mark: str, then: str = "") -> list[tuple[str, ...]]:
    """The examples of the page below a comment that matches `mark`, after what the mark captures."""
    return re.findall(rf"^<!-- {mark} -->\n{_FENCE}{then}", PAGE, re.MULTILINE | re.DOTALL)


NEW = marked(r"new: (\S+)")
TAKEN = marked(r"from: (\S+)")
FAULTS = marked("fault", r"\n\n```\n(.*?)^```$")


def test_no_example_of_the_page_goes_unread() -> None:
    every = re.findall(_FENCE, PAGE, re.MULTILINE | re.DOTALL)
    assert len(every) == len(NEW) + len(TAKEN) + len(FAULTS)
    assert NEW
    assert TAKEN
    assert FAULTS


def test_the_page_begins_with_what_new_writes(shell: Shell) -> None:
    folder = shell.folder / "bread"
    shell.run("new", folder)
    made = re.compile(r"^id: bread-[0-9a-f]{8}$", re.MULTILINE)
    written = {path.name: made.sub("id: bread-…", path.read_text("utf-8")) for path in folder.iterdir()}
    assert {name: made.sub("id: bread-…", text) for name, text in NEW} == written
    assert PAGE.index("<!-- new") < PAGE.index("<!-- from")


@pytest.mark.parametrize(("path", "example"), TAKEN)
def test_an_example_stands_so_in_a_fixture_and_nothing_is_wrong_with_it(path: str, example: str) -> None:
    assert path.startswith("tests/fixtures/")
    assert example in (ROOT / path).read_text("utf-8")
    chapter = read_source(f"---\nid: x\ntitle: X\n---\n\n{example}")
    assert chapter.problems == ()
    assert len(chapter.exercises) == 1


def test_the_examples_show_every_kind() -> None:
    chapters = [read_source(f"---\nid: x\ntitle: X\n---\n\n{example}") for _, example in TAKEN]
    kinds = {type(exercise) for chapter in chapters for exercise in chapter.exercises.values()}
    assert kinds == {*FIELDS.values(), Group}


@pytest.mark.parametrize(("example", "said"), FAULTS)
def test_a_fault_is_said_as_the_page_says_it(example: str, said: str) -> None:
    chapter = read_source(example, Path("01-kitchen.md"))
    assert [str(problem) for problem in chapter.problems] == said.splitlines()
