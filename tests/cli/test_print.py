"""`workbook print`: what comes out, and which files are written."""

import os
import re
import stat
from datetime import date, datetime, time
from typing import Self

import pytest

from tests.books import book_of
from tests.cli.shell import SIGNS, Shell

SAFE = "---\nid: staying-safe\ntitle: Staying safe\n---\n\nWear gloves; see [the signs](01-signs.md).\n"
PLAN = '# Plan\n\n<!-- @text #plan home="What I do" -->\n\nWhat? *(For example: "Dig.")*\n\n> …\n'


@pytest.fixture
def written(shell: Shell) -> Shell:
    """A book with a leaflet, and some answers."""
    book_of(shell.book, signs=SIGNS, plan=PLAN)
    (shell.book / "02-story.md").unlink()
    (shell.book / "staying-safe.md").write_text(SAFE, "utf-8")
    shell.answer(signs__proof="On *Tuesday*", signs__five__fun=True, plan__plan="Sow beans")
    return shell


@pytest.fixture
def one_day(monkeypatch: pytest.MonkeyPatch) -> date:
    """Today; no midnight comes between two prints."""
    today = date.today()

    class Noon(datetime):
        @classmethod
        def now(cls, tz: object = None) -> Self:  # noqa: ARG003 - the same everywhere
            return cls.combine(today, time(12))

    monkeypatch.setattr("workbook.cli.print_words.datetime", Noon)
    return today


def test_what_was_written_is_printed_question_and_answer(written: Shell) -> None:
    assert written.run("print") == 0
    assert re.findall(r"^\*\*.*?\*\*|^>.*", written.out, re.M) == [
        *("**Which are there?**", "> - Fun", "**When?**", "> On \\*Tuesday\\*", "**What?**", "> Sow beans"),
    ]
    assert "<!--" not in written.out
    assert "For example" not in written.out


@pytest.mark.parametrize(
    ("place", "holds", "lacks"),
    [
        ("signs", "Tuesday", "beans"),
        ("1", "Tuesday", "beans"),
        ("signs/proof", "Tuesday", "Fun"),
        ("1/proof", "Tuesday", "Fun"),
        ("now", "What I do", "Tuesday"),
        ("staying-safe", "Wear gloves", "Tuesday"),
        ("small", "# A small book", "Tuesday"),
    ],
)
def test_a_place_is_a_chapter_an_exercise_a_leaflet_or_now(
    written: Shell, place: str, holds: str, lacks: str
) -> None:
    assert written.run("print", place) == 0
    assert holds in written.out
    assert lacks not in written.out


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("sings", "there is no 'sings' in this book. Did you mean 'signs'?"),
        ("signs/prof", "there is no 'signs/prof' in this book. Did you mean 'signs/proof'?"),
        ("3", "there is no '3' in this book. There are: signs, plan, small, staying-safe, now."),
        ("signs/five/fun", "there is no 'signs/five/fun' in this book. Did you mean 'signs/five'?"),
        ("\x1b[2J", "there is no '[2J' in this book. There are: signs, plan, small, staying-safe, now."),
    ],
)
def test_an_unknown_place_is_one_line_with_what_is_near(written: Shell, place: str, said: str) -> None:
    assert written.run("print", place) == 2
    assert (written.out, written.err) == ("", f"workbook: {said}\n")


def test_whole_chapters_have_the_answers_and_no_marks_and_the_book_is_whole(written: Shell) -> None:
    assert written.run("print", "--chapters") == 0
    titles = ["# A small book", "# The signs", "# Plan", "# Staying safe"]
    assert re.findall("^# .*", written.out, re.M) == titles
    assert "- [x] Fun\n" in written.out
    assert "> On \\*Tuesday\\*\n" in written.out
    assert "[the signs](#the-signs)" in written.out
    assert "<!--" not in written.out
    assert "id: " not in written.out


def test_empty_sheets_hold_every_question_and_no_answer(written: Shell) -> None:
    assert written.run("print", "--blank") == 0
    for words in ("When?", "- [ ] Fun", "Wear gloves", "> …"):
        assert words in written.out
    for words in ("Tuesday", "beans", "[x]", "<!--"):
        assert words not in written.out
    assert written.run("print", "signs/five", "--blank") == 0
    assert written.out == "# On signs\n\nWhich are there?\n\n- [ ] Trust\n- [ ] Fun\n"


def test_what_looks_like_a_mark_in_a_block_of_code_stays(shell: Shell) -> None:
    book_of(
        shell.book,
        code="# Code\n\n```\n<!-- @text #x -->\n> a\\\n```\n\n<!-- a note\nof two lines -->\n\nEnd.\n",
    )
    assert shell.run("print", "code", "--blank") == 0
    assert shell.out == "# Code\n\n```\n<!-- @text #x -->\n> a\\\n```\n\nEnd.\n"


@pytest.mark.parametrize("form", [("--chapters",), ("--blank",), ("--blank", "--html")])
def test_now_goes_with_what_was_written_alone(written: Shell, form: tuple[str, ...]) -> None:
    assert written.run("print", "now", *form) == 2
    assert written.err.count("\n") == 1
    assert "'now' is a part of what you wrote" in written.err


def test_a_file_is_for_its_owner_alone_and_is_not_written_over(written: Shell) -> None:
    to = written.folder / "out.md"
    assert written.run("print", "-o", to) == 0
    assert stat.S_IMODE(to.stat().st_mode) == 0o600
    assert "Tuesday" in to.read_text("utf-8")
    to.write_text("my notes", "utf-8")
    assert written.run("print", "-o", to) == 2
    assert to.read_text("utf-8") == "my notes"
    assert "is there already" in written.err
    assert written.run("print", "-o", to, "--force") == 0
    assert "Tuesday" in to.read_text("utf-8")


@pytest.mark.usefixtures("one_day")
def test_a_page_for_paper_is_one_file_for_its_owner_alone(written: Shell) -> None:
    to = written.folder / "out.html"
    assert written.run("print", "--html", "-o", to) == 0
    assert stat.S_IMODE(to.stat().st_mode) == 0o600
    page = to.read_text("utf-8")
    assert page.startswith("<!doctype html>\n")
    assert "On *Tuesday*" in page
    assert written.run("print", "--html", "-o", to) == 2
    assert written.run("print", "--html") == 0
    assert written.out == page


@pytest.mark.parametrize(
    ("asked", "holds", "lacks"),
    [
        (("--blank",), 'class="line"', "Tuesday"),
        (("--chapters",), "Wear gloves", "id: "),
        (("now",), "What I do", "Tuesday"),
        (("staying-safe",), "Wear gloves", "Tuesday"),
        (("signs/proof", "--blank"), "When?", "Which are there?"),
    ],
)
def test_all_that_is_printed_can_be_a_page_for_paper(
    written: Shell, asked: tuple[str, ...], holds: str, lacks: str
) -> None:
    assert written.run("print", "--html", *asked) == 0
    assert holds in written.out
    assert lacks not in written.out


@pytest.mark.parametrize(
    ("flags", "name", "said"),
    [
        (("--html",), "mine.md", "It is a page of HTML, whatever its name ends in."),
        (("--blank", "--html"), "mine.Markdown", "It is a page of HTML, whatever its name ends in."),
        ((), "mine.html", "It is Markdown, whatever its name ends in; --html makes a page."),
        (("--html",), "mine.html", ""),
        ((), "mine.md", ""),
        ((), "mine", ""),
    ],
)
def test_a_file_is_called_as_it_was_asked_and_one_line_says_where_its_ending_promises_another_form(
    written: Shell, flags: tuple[str, ...], name: str, said: str
) -> None:
    path = written.folder / name
    assert written.run("print", *flags, "-o", str(path)) == 0
    assert written.out.splitlines() == [
        f"Written to {path}, which only you can read.",
        *([said] if said else ()),
    ]
    assert path.read_text("utf-8").startswith("<!doctype html>" if flags else "# ")


def test_a_dash_is_the_screen(written: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(written.folder)
    assert written.run("print", "-o", "-") == 0
    assert "Tuesday" in written.out
    assert not (written.folder / "-").exists()


def test_in_a_folder_each_form_has_a_name_of_its_own_and_no_print_meets_another(
    written: Shell, one_day: date
) -> None:
    folder = written.folder / "out"
    folder.mkdir()
    for form in ((), (), ("--html",), ("--html",), ("--chapters",), ("--blank",), ("--blank", "--html")):
        assert written.run("print", "-o", folder, *form) == 0
    assert sorted(os.listdir(folder)) == [
        f"my-chapters-{one_day}.md",
        f"my-sheets-{one_day}.html",
        f"my-sheets-{one_day}.md",
        f"my-words-{one_day}-2.html",
        f"my-words-{one_day}-2.md",
        f"my-words-{one_day}.html",
        f"my-words-{one_day}.md",
    ]


@pytest.mark.parametrize("name", ["data/small.json", "data/small.json.bak", "book/01-signs.md"])
def test_neither_an_answer_nor_a_chapter_is_ever_written_over(written: Shell, name: str) -> None:
    path = written.folder / name
    before = path.read_bytes() if path.exists() else b""
    assert written.run("print", "-o", path, "--force") == 2
    assert (path.read_bytes() if path.exists() else b"") == before


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is unreadable to root")
def test_a_chapter_that_cannot_be_read_is_one_clear_line(written: Shell) -> None:
    (written.book / "01-signs.md").chmod(0)
    for form in ((), ("now",), ("--chapters",), ("--blank",), ("--html",), ("--blank", "--html")):
        assert written.run("print", *form) == 2
        assert written.err.count("\n") == 1


def test_a_print_writes_nothing_where_the_answers_are(written: Shell) -> None:
    before = written.kept_files()
    written.run("print")
    written.run("print", "--chapters", "--latest")
    assert written.kept_files() == before
