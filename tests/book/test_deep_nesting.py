"""However deep a list or quote goes, nothing of a chapter is hidden by it."""

from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.front_matter import front_matter_plugin

from tests.reading_back.parts import parts
from workbook.book import Chapter, Prose, plain, read_source
from workbook.book.markdown.source import parser

HEAD = "---\nid: x\ntitle: X\n---\n\n<!-- @text #before -->\n\n> …\n\n"
TAIL = (
    "\n\nAfter.\n\n<!-- @text #after -->\n\n> …\n\n"
    "## More\n\n<!-- @checklist #last -->\n\n- [ ] a <!-- #a -->\n"
)
FIRST = HEAD.count("\n") + 1
"""The line on which what stands between the two begins."""

DEEP: dict[str, Callable[[int], str]] = {
    "bullets": lambda n: "\n".join("  " * k + f"- w{k}." for k in range(n)),
    "numbers": lambda n: "\n".join("   " * k + f"1. w{k}." for k in range(n)),
    "loose bullets": lambda n: "\n\n".join("  " * k + f"- w{k}." for k in range(n)),
    "bullets on one line": lambda n: "- " * (n - 1) + "- w0.",
    "quotes": lambda n: "\n".join(">" * (k + 1) + f" w{k}." for k in range(n)),
    "loose quotes": lambda n: "\n".join(">" * (k + 1) + f" w{k}.\n" + ">" * (k + 1) for k in range(n)),
    "quotes on one line": lambda n: "> " * n + "w0.",
    "bullets in quotes": lambda n: "\n".join("> - " * k + f"> - w{k}." for k in range(n // 2)),
    "up and down": lambda n: "\n".join(
        "  " * k + f"- w{i}." for i, k in enumerate([*range(n), *reversed(range(n))])
    ),
    "links": lambda n: "[" * n + "w0." + "](b)" * n,
    "pictures": lambda n: "![" * n + "w0." + "](b)" * n,
    "stars": lambda n: "*a **b " * n + "w0." + "** *" * n,
}


def said(chapter: Chapter) -> str:
    """All the words of its prose."""
    found = [block for page in chapter.pages for block in page.blocks if isinstance(block, Prose)]
    return "\n".join(plain(block.runs) for prose in found for block in prose.blocks)


@pytest.mark.parametrize("depth", [9, 10, 20, 49, 50, 51, 99, 100, 101, 300])
@pytest.mark.parametrize("shape", DEEP)
def test_no_word_and_no_exercise_is_lost_in_or_below_what_is_deep(shape: str, depth: int) -> None:
    text = DEEP[shape](depth)
    chapter = read_source(HEAD + text + TAIL)
    words = said(chapter)
    assert [k for k in range(text.count("w")) if f"w{k}." not in words] == []
    assert "After." in words
    assert list(chapter.exercises) == ["before", "after", "last"]
    assert [page.title for page in chapter.pages] == ["X", "More"]


@pytest.mark.parametrize(
    ("shape", "depth"),
    [("bullets", 50), ("numbers", 50), ("quotes", 100), ("bullets in quotes", 66), ("links", 1_000)],
)
def test_what_is_drawn_as_deep_as_it_is_written_is_no_problem(shape: str, depth: int) -> None:
    assert read_source(HEAD + DEEP[shape](depth) + TAIL).problems == ()


@pytest.mark.parametrize(("shape", "last"), [("bullets", 50), ("numbers", 50), ("quotes", 100)])
def test_what_goes_deeper_is_told_once_with_its_line(shape: str, last: int) -> None:
    (problem,) = read_source(HEAD + DEEP[shape](last + 20) + TAIL).problems
    assert (problem.code, problem.level, problem.line) == ("too-deep", "error", FIRST + last)


def test_each_list_that_goes_too_deep_is_told() -> None:
    chapter = read_source(HEAD + DEEP["bullets"](60) + "\n\nBetween.\n\n" + DEEP["bullets"](60) + TAIL)
    assert [problem.line for problem in chapter.problems] == [FIRST + 50, FIRST + 63 + 50]


def test_a_line_that_comes_back_from_too_deep_stands_in_its_own_list_again() -> None:
    chapter = read_source(HEAD + DEEP["up and down"](60) + TAIL)
    blocks = [b for block in chapter.pages[0].blocks if isinstance(block, Prose) for b in block.blocks]
    assert [(b.mark, b.depth) for b in blocks if plain(b.runs) == "w119."] == [("•", 0)]
    assert [(b.mark, b.depth) for b in blocks if plain(b.runs) == "w100."] == [("•", 19)]


def test_an_exercise_below_what_is_deep_is_read_back_from_a_filled_file() -> None:
    for shape in DEEP:
        for depth in (10, 20, 60, 300):
            found = parts(HEAD + DEEP[shape](depth) + TAIL)
            assert [part.id for part in found] == ["x", "before", "after", "last"], (shape, depth)
            assert found[-1].items


PIECES = ("- ", "1. ", "> ", "  ", "    ", "\n", "\n\n", "a", "[x]: y", "```", "# ", "---", "| a |")


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_what_is_not_deep_is_read_as_markdown_it_reads_it(text: str) -> None:
    plainly = MarkdownIt("gfm-like", {"maxNesting": 100, "store_labels": True}).use(front_matter_plugin)
    assert parser().parse(text) == plainly.parse(text)


@pytest.mark.parametrize(
    ("shape", "deep"), [("bullets on one line", 1_000), ("quotes on one line", 1_000), ("loose quotes", 400)]
)
def test_time_does_not_grow_faster_than_the_text(shape: str, deep: int) -> None:
    """Of each the quickest of some: whatever else a busy machine does makes none of them quicker."""

    def seconds_a_character(depth: int) -> float:
        text = DEEP[shape](depth)
        return min(seconds(text) for _ in range(4)) / len(text)

    def seconds(text: str) -> float:
        began = process_time()
        read_source(text)
        return process_time() - began

    shallow = seconds_a_character(100)
    assert seconds_a_character(deep) < 4 * shallow  # it is half to twice it; seven times, if depth counted
