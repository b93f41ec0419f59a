"""The examples in `tests/fixtures/filled`, which are the manual of what an export looks like."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.books import book_of
from tests.export.goldens import Golden, goldens
from tests.reading_back import read_filled
from workbook.book import Book, Chapter
from workbook.export import filled_chapter

HEAD = "---\nid: c\ntitle: On c\n---\n\n"


@pytest.fixture
def book(tmp_path: Path) -> Callable[[str], tuple[Book, Chapter]]:
    """Makes the book whose one chapter has the id `c` and the given body, without errors."""

    def made(body: str) -> tuple[Book, Chapter]:
        small = book_of(tmp_path, c=body)
        chapter = next(small.chapters)
        assert [str(problem) for problem in chapter.problems if problem.level == "error"] == []
        return small, chapter

    return made


def _named(golden: object) -> str | None:
    return golden.title if isinstance(golden, Golden) else None


@pytest.mark.parametrize(
    "golden",
    [*goldens("exercises"), *goldens("groups"), *goldens("entries"), *goldens("orphans")],
    ids=_named,
)
def test_a_chapter_is_filled_as_the_manual_shows_and_read_back(
    golden: Golden, book: Callable[[str], tuple[Book, Chapter]]
) -> None:
    small, chapter = book(golden.chapter)
    filled = filled_chapter(chapter, golden.answers)
    assert filled == HEAD + golden.filled
    assert read_filled(small, filled) == golden.answers


@pytest.mark.parametrize("golden", goldens("latest"), ids=_named)
def test_the_latest_entry_alone_is_as_the_manual_shows(
    golden: Golden, book: Callable[[str], tuple[Book, Chapter]]
) -> None:
    _, chapter = book(golden.chapter)
    assert filled_chapter(chapter, golden.answers, latest=True) == HEAD + golden.filled
