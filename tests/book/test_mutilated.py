"""Whatever is done to a chapter, it opens: nothing is raised, nothing leaks, no line is wrong."""

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import examples
from workbook.book import Chapter, Prose, Run, problems, read_book, read_source, with_ids

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "chapters").glob("*.md"), *(ROOT / "tests" / "fixtures" / "book").glob("*.md")])
SOURCES = [file.read_text("utf-8") for file in FILES]
BITS = """\
---¦<!--¦-->¦<!-- @text #a -->¦<!-- @checklist #b max=2 -->¦<!-- @group #g repeat=day -->¦<!-- @end -->
<!-- #x -->¦<!-- @scale #near min=9 max=1 -->¦<!-- @entry #2026-W48 -->¦<!-- note -->¦<!-- @¦@text¦#¦"¦'¦=
share=no¦was=¦leads=¦- [ ] ¦- ( ) ¦- [x] ¦1. [ ] ¦- ¦* ¦  ¦    ¦\t¦> ¦>¦> … / 10¦> …¦## ¦# ¦===¦```¦~~~¦`¦**
[a](b)¦[a]¦![¦](¦<b>¦<div>¦</div>¦<script>¦<pre>¦<?¦<![CDATA[¦| a | b |\n|---|---|¦|¦&#27;¦&amp;¦\\¦\0
\x1b[31m¦\u202e¦\ufeff¦\u2028¦\x85¦\x0c¦\r¦http://a.b¦id: ¦title: ¦: ¦ #¦…¦日本¦🌤¦٣""".replace(
    "\n", "¦"
).split("¦")
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

bits = st.lists(st.one_of(st.sampled_from([*BITS, "\n", "\n\n", "\n\n\n"]), st.text(max_size=4)), max_size=6)


@st.composite
def mutations(draw: st.DrawFn) -> str:
    """A part of a chapter in which pieces are cut out, put in, doubled and moved."""
    lines = draw(st.sampled_from(SOURCES)).split("\n")
    start = draw(st.integers(0, len(lines)))
    text = "\n".join(
        [*lines[: draw(st.sampled_from([0, 0, 6]))], *lines[start : start + draw(st.integers(5, 60))]]
    )
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        to = min(len(text), at + draw(st.sampled_from([0, 0, 1, 5, 40, 200])))
        put = "".join(draw(bits)) + text[at:to] * draw(st.sampled_from([0, 0, 1, 2]))
        text = text[:at] + put + text[to:]
    return text


def said(chapter: Chapter) -> Iterator[str]:
    """Every text that a screen could show of a chapter."""
    yield from (chapter.front.title, chapter.front.part, chapter.front.summary)
    yield from (problem.text for problem in chapter.problems)
    for page in chapter.pages:
        yield page.title
        for block in page.blocks:
            yield from prose_said(block) if isinstance(block, Prose) else ()
    for exercise in chapter.exercises.values():
        yield from (exercise.home, *prose_said(exercise.prompt))
        for item in exercise.listed:
            yield from (item.short, *(run.text for run in item.label))


def prose_said(prose: Prose) -> Iterator[str]:
    """The words and the links of some prose."""
    for block in prose.blocks:
        runs: list[Run] = [*block.runs, *(run for row in block.cells for cell in row for run in cell)]
        yield from (part for run in runs for part in (run.text, run.href))


def is_well_formed(chapter: Chapter) -> bool:
    """Whether lines are in order, ids and addresses are single, and no control character comes out."""
    lines = [
        line
        for exercise in chapter.exercises.values()
        for line in (exercise.lines.start, exercise.lines.stop)
    ]
    assert lines == sorted(lines)
    assert all(0 <= line <= len(chapter.lines) for line in lines)
    assert all(1 <= problem.line <= len(chapter.lines) for problem in chapter.problems)
    blanks = [b.address for e in chapter.exercises.values() for b in chapter.blanks(e)]
    assert len(blanks) == len(set(blanks))
    assert all(re.fullmatch("[a-z0-9/-]+", address) for address in blanks)
    assert len(chapter.exercises) == sum(len(page.exercises) for page in chapter.pages)
    assert len({page.slug for page in chapter.pages}) == len(chapter.pages) >= 1
    assert [text for text in said(chapter) if CONTROLS.search(text)] == []
    return True


@settings(max_examples=examples(800), deadline=None)
@given(mutations())
def test_a_mutilated_chapter_opens_and_is_well_formed(text: str) -> None:
    chapter = read_source(text)
    assert chapter.source == text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert is_well_formed(chapter)


@settings(max_examples=examples(150), deadline=None)
@given(mutations())
def test_ids_can_be_written_into_a_mutilated_chapter(text: str) -> None:
    fixed = with_ids(text)
    assert "missing-item-id" not in [problem.code for problem in read_source(fixed).problems]
    assert re.sub(" <!-- #[a-z0-9-]+ -->", "", fixed) == re.sub(" <!-- #[a-z0-9-]+ -->", "", text)


@settings(max_examples=examples(150), deadline=None)
@given(st.lists(st.binary(max_size=60), min_size=3, max_size=3), st.booleans())
def test_a_folder_of_any_bytes_opens_and_is_checked(files: list[bytes], front: bool) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        for path, content in zip(("index.md", "01-a.md", "page.md"), files, strict=True):
            (folder / path).write_bytes(b"---\nid: a\ntitle: " * front + content)
        book = read_book(folder)
        assert all(str(problem) for problem in problems(book))
        assert is_well_formed(book.open(book.fronts[0]))


@pytest.mark.parametrize(
    "text",
    [
        ">" * 20_000,
        "- " * 20_000,
        "[" * 20_000,
        "![" * 10_000,
        "*a _b" * 10_000,
        "<!--" * 10_000,
        "&" * 50_000,
        "a\n" * 50_000,
        "<!-- @text #a -->\n\n> …\n\n" * 1_000,
        "<!-- @group #g -->\n\n" * 500,
        "<!-- @checklist #a -->\n\n" + "- [ ] same\n" * 1_000,
        "x" * 1_000_000,
        "| a " * 5_000 + "|\n" + "|---" * 5_000 + "|\n",
        "\n".join("  " * n + "- deep" for n in range(300)),
        "\n".join(">" * n + " deep" for n in range(300)),
    ],
    ids=lambda text: repr(text[:12]),
)
def test_a_chapter_out_of_all_measure_opens(text: str) -> None:
    assert is_well_formed(read_source(text))
