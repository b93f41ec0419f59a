"""An answer cannot leak out of its slot, wherever it stands."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from markdown_it import MarkdownIt

from tests.books import book_of
from tests.export.strategies import stored
from tests.reading_back import read_filled
from workbook.book import Book, read_source
from workbook.export import filled_chapter

CHAPTER = """# Words

<!-- @text #word -->

A word?

> …

<!-- @group #causes -->

Tick.

1. [ ] Sleep <!-- #sleep -->

<!-- @text #how -->

How?

> …

<!-- @end -->

<!-- @choice #often -->

How often?

- ( ) Daily <!-- #daily -->

The [end][n].

[n]: https://example.org
"""


BLOCKS = MarkdownIt("gfm-like").disable("inline")
"""Blocks are what must not change; what stands inside a quote is the matter of `test_quoting`."""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """A book of one chapter, with a text at the margin and one in a row."""
    return book_of(Path(tmp_path_factory.mktemp("book")), c=CHAPTER)


def _blocks(markdown: str) -> list[tuple[str, str]]:
    """The blocks of a page, with nothing of what stands in quotes."""
    found, quotes = [], 0
    for token in BLOCKS.parse(markdown.split("\n---\n", 1)[1]):
        quotes -= token.type == "blockquote_close"
        if not quotes:
            found.append((token.type, token.content))
        quotes += token.type == "blockquote_open"
    return found


@settings(max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck))
@given(stored)
def test_an_answer_changes_no_block_outside_its_quote(book: Book, text: str) -> None:
    (chapter,) = book.chapters
    filled = filled_chapter(chapter, {"c/word": text, "c/causes/sleep/how": text, "c/often": "daily"})
    usual = filled_chapter(chapter, {"c/word": "a", "c/causes/sleep/how": "a", "c/often": "daily"})
    assert _blocks(filled) == _blocks(usual)
    assert read_filled(book, filled) == {"c/word": text, "c/causes/sleep/how": text, "c/often": "daily"}


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(stored)
def test_a_chapter_with_a_filled_text_is_still_the_same_chapter(book: Book, text: str) -> None:
    (chapter,) = book.chapters
    again = read_source(filled_chapter(chapter, {"c/word": text}), chapter.front.path)
    assert list(again.exercises) == list(chapter.exercises)
    assert [problem.code for problem in again.problems] == []
