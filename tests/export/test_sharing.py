"""No private answer ever enters a shared export."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.books import book_of
from tests.export import strategies
from tests.export.shelf import FOLDERS, SHELF, Shelved, book, shareable
from workbook.book import Answer, Blank, Text
from workbook.export import ExportError, files_at, filled_book, filled_chapter, read_filled

MARK = "Never to be seen"
thorough = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def _blanks(name: str) -> list[Blank]:
    return [blank for chapter in book(name).chapters for blank in strategies.blanks(chapter)]


@pytest.mark.parametrize("name", FOLDERS)
def test_a_shared_book_is_the_same_whatever_is_private_in_it(name: str) -> None:
    blanks = _blanks(name)
    private = {blank.address for blank in blanks if not blank.share}
    assert private

    @thorough
    @given(strategies.answers(blanks), strategies.orphans)
    def is_the_same(found: dict[str, Answer], lost: dict[str, Answer]) -> None:
        public = {address: value for address, value in found.items() if address not in private}
        questions = dict.fromkeys(lost, MARK)
        everything, alone = shareable({**lost, **found}), shareable(public)
        shared = filled_book(book(name), everything, questions=questions, share=True)
        assert shared == filled_book(book(name), alone, share=True)
        assert read_filled(book(name), shared) == public

    is_the_same()


@pytest.mark.parametrize("shelved", SHELF)
def test_no_private_word_appears_in_a_shared_chapter(shelved: Shelved) -> None:
    whole, chapter = shelved
    answers: dict[str, Answer] = {
        blank.address: "for all to see" if blank.share else MARK
        for blank in strategies.blanks(chapter)
        if isinstance(blank.of, Text)
    }
    answers |= {f"{chapter.id}/gone": MARK, f"gone/{MARK}": MARK}
    kept = shareable(answers)
    for latest in (False, True):
        assert MARK not in filled_chapter(chapter, kept, share=True, latest=latest)
        assert MARK not in filled_book(whole, kept, [chapter], share=True, latest=latest)
    assert MARK in filled_chapter(chapter, answers)


@pytest.mark.parametrize("shelved", SHELF)
def test_a_shared_chapter_says_neither_what_is_private_nor_where_a_tick_leads(shelved: Shelved) -> None:
    comments = re.findall("<!--(.*?)-->", filled_chapter(shelved.chapter, {}, share=True))
    assert not [c for c in comments if re.search(r"\b(share|leads|absent|holds|weigh|else|home)=", c)]
    private = [exercise for exercise in shelved.chapter.exercises.values() if not exercise.share]
    left = {tuple(c.split()[:2]) for c in comments}
    assert not [e.id for e in private if (f"@{type(e).__name__.lower()}", f"#{e.id}") in left]


BROKEN = """\
<!-- @text #who share=no rows=tall home="My secret" -->

Who hurt you?

> …
"""


def test_a_chapter_with_errors_is_not_shared_for_what_is_private_in_it_would_be_prose(tmp_path: Path) -> None:
    book = book_of(tmp_path, safe="# Safe\n", broken=BROKEN)
    safe, broken = book.chapters
    assert "My secret" in filled_chapter(broken, {})
    assert filled_book(book, {}, [safe], share=True) == safe.source
    shares: list[Callable[[], object]] = [
        lambda: filled_chapter(broken, {}, share=True),
        lambda: filled_book(book, {}, share=True),
        lambda: files_at(str(tmp_path), book, {}, share=True),
        lambda: files_at(f"{tmp_path}/one.md", book, {}, [broken], share=True),
    ]
    for share in shares:
        with pytest.raises(ExportError, match=r"02-broken\.md has errors.*'workbook check' lists them"):
            share()
