"""What is read of a chapter. The fixtures are the manual of the format: title, chapter, what it becomes."""

from pathlib import Path
from unittest.mock import Mock

import pytest
from markdown_it import MarkdownIt
from markdown_it.utils import read_fixture_file

from tests.book.outline import outline
from workbook.book import Front, Run, Text, problems, read_book, read_source
from workbook.book.reading.reader import read_chapter

ROOT = Path(__file__).parents[2]
FIXTURES = Path(__file__).parents[1] / "fixtures"
CASES = {
    f"{file.stem}: {title}": (source, expected)
    for file in sorted((FIXTURES / "reading").glob("*.md"))
    for _, title, source, expected in read_fixture_file(file)
}
SHIPPED = sorted((ROOT / "chapters").glob("*.md"))
CODES = [
    "unknown-kind",
    "missing-id",
    "bad-id",
    "duplicate-id",
    "was-in-use",
    "unknown-option",
    "bad-value",
    "no-slot",
    "bad-slot",
    "empty-item",
    "missing-item-id",
    "no-box",
    "text-after",
    "open-comment",
    "open-fence",
    "open-html",
    "too-deep",
    "lost-cells",
    "unused-link",
    "lazy-line",
    "misplaced",
    "lonely-id",
    "bad-quotes",
    "open-group",
    "stray-end",
    "nested-group",
    "empty-group",
    "two-lists",
    "no-front-matter",
    "missing-key",
    "unknown-key",
    "bad-front-matter",
    "duplicate-key",
    "no-at",
    "stray-list",
    "prefilled",
]
HEAD = "---\nid: x\ntitle: X\n---\n\n"


@pytest.mark.parametrize("title", CASES)
def test_a_chapter_becomes_what_the_manual_says(title: str) -> None:
    source, expected = CASES[title]
    assert outline(read_source(source)) == expected


@pytest.mark.parametrize("code", CODES)
def test_the_manual_shows_every_problem_of_a_chapter(code: str) -> None:
    shown = [expected for title, (_, expected) in CASES.items() if title.startswith(f"errors: {code}: ")]
    assert any(f"[{code}]" in expected for expected in shown)


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_every_shipped_chapter_reads_without_problems(file: Path) -> None:
    number = 1 if file.name[0].isdigit() else 0
    assert read_source(file.read_text("utf-8"), file, number=number).problems == ()


def test_the_shipped_book_has_no_problems() -> None:
    assert [str(problem) for problem in problems(read_book(ROOT / "chapters"))] == []


def test_the_book_of_the_fixtures_has_no_problems() -> None:
    assert [str(problem) for problem in problems(read_book(FIXTURES / "book"))] == []


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_the_lines_are_the_file_without_its_mark_and_with_one_kind_of_newline(newline: str) -> None:
    text = HEAD + "A\tline \x0c and\u2028more\x00\n\n<!-- @text #a -->\n\n> …\n"
    chapter = read_source("\ufeff" + text.replace("\n", newline))
    assert chapter.source == text
    assert list(chapter.exercises) == ["a"]


def test_an_exercise_knows_its_lines() -> None:
    chapter = read_source(HEAD + "<!-- @text #a -->\n\nWhy?\n\n> one\n> two\n\n\nAfter.\n")
    exercise = chapter.exercises["a"]
    assert chapter.lines[exercise.lines.start] == "<!-- @text #a -->"
    assert [chapter.lines[n] for n in exercise.slot] == ["> one", "> two"]
    assert exercise.lines.stop == exercise.slot.stop


def test_a_group_ends_with_its_end_and_its_items_know_their_lines() -> None:
    rows = "1. [ ] one <!-- #one -->\n\n   More.\n\n2. [ ] two <!-- #two -->\n"
    chapter = read_source(f"{HEAD}<!-- @group #g -->\n\n{rows}\n<!-- @end -->\n")
    group = chapter.exercises["g"]
    assert chapter.lines[group.lines.stop - 1] == "<!-- @end -->"
    assert [chapter.lines[n] for n in group.slot] == rows.rstrip("\n").split("\n")
    assert [list(row.lines) for row in group.rows] == [[7, 8, 9], [11]]  # type: ignore[attr-defined]


def test_the_slot_of_a_group_without_rows_is_empty() -> None:
    source = f"{HEAD}<!-- @group #g repeat=day -->\n\n<!-- @text #a -->\n\n> …\n\n<!-- @end -->\n"
    assert len(read_source(source).exercises["g"].slot) == 0


def test_pages_cover_the_chapter_below_its_front_matter() -> None:
    chapter = read_source(HEAD + "One.\n\n## Two\n\nTwo.\n")
    assert [page.lines for page in chapter.pages] == [range(4, 7), range(7, 11)]
    assert chapter.lines[chapter.pages[1].lines.start] == "## Two"


def test_an_exercise_line_may_be_the_last_of_a_file_that_ends_without_newline() -> None:
    assert [problem.code for problem in read_source(HEAD + "<!-- @text #a -->").problems] == ["no-slot"]


def test_an_exercise_that_stands_on_a_page_without_a_number_is_misplaced() -> None:
    chapter = read_source(HEAD + "<!-- @text #a -->\n\n> …\n", number=0)
    assert [(problem.code, problem.line) for problem in chapter.problems] == [("misplaced", 6)]
    assert chapter.exercises == {}


NASTY = "a\x1b[31m\x07b\u202ec\x9b\x7f"
NASTY_CHAPTER = f"""\
---
id: x
title: {NASTY}
summary: "{NASTY}"
---

# {NASTY}

`{NASTY}` [{NASTY}](<{NASTY}>)

```
{NASTY}
```

<!-- @scale #s low="{NASTY}" -->

{NASTY}

> … / 10

<!-- @text #t home="{NASTY}" -->

> {NASTY}

<!-- @{NASTY} -->
"""


def test_no_control_character_comes_out_of_a_chapter() -> None:
    chapter = read_source(NASTY_CHAPTER)
    assert chapter.front.title == "a[31mbc"
    assert list(chapter.exercises) == ["s", "t"]
    assert isinstance(text := chapter.exercises["t"], Text)
    assert (text.home, text.placeholder) == ("a[31mbc", "a[31mbc")
    said = repr((chapter.front, chapter.pages, chapter.problems))
    assert [sign for sign in ("\\x1b", "\\x07", "\\u202e", "\\x9b", "\\x7f") if sign in said] == []


def test_a_link_keeps_where_it_leads_whatever_that_is() -> None:
    chapter = read_source(HEAD + "[a](02-b.md#c) [d](mailto:e@f.g)\n")
    prose = chapter.pages[0].blocks[0]
    assert [run.href for run in prose.links] == ["02-b.md#c", "mailto:e@f.g"]  # type: ignore[union-attr]


def test_links_that_run_code_are_plain_words() -> None:
    chapter = read_source(HEAD + "[a](javascript:alert(1))\n")
    prose = chapter.pages[0].blocks[0]
    assert prose.blocks[0].runs == (Run("[a](javascript:alert(1))"),)  # type: ignore[union-attr]


def test_bytes_that_are_not_utf_8_are_told_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "01-x.md"
    path.write_bytes(HEAD.replace("\n", "\r\n").encode() + b"fine\r\nf\xffne\r\n")
    chapter = read_chapter(Front(path=path, id="x", title="X", number=1))
    assert [(problem.code, problem.line) for problem in chapter.problems] == [("bad-encoding", 7)]
    assert chapter.lines[6] == "f\ufffdne"


def test_a_chapter_on_which_the_parser_gives_up_opens_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MarkdownIt, "parse", Mock(side_effect=RecursionError))
    chapter = read_source(HEAD + "Words.\n")
    (problem,) = chapter.problems
    assert (problem.code, problem.line) == ("unreadable", 1)
    assert problem.text in str(chapter.pages)


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    chapter = read_chapter(Front(path=tmp_path / "01-gone.md", id="x", title="X", number=1))
    assert [problem.code for problem in chapter.problems] == ["unreadable"]
    assert [page.title for page in chapter.pages] == ["X"]
