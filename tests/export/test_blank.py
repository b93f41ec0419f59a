"""A blank export, and what the export may import."""

import subprocess
import sys

import pytest

from tests.export.shelf import SHELF, Shelved, book
from workbook.book import read_source
from workbook.export import filled_book, filled_chapter


@pytest.mark.parametrize("shelved", SHELF)
def test_a_blank_chapter_is_its_file_byte_for_byte(shelved: Shelved) -> None:
    whole, chapter = shelved
    file = chapter.front.path.read_bytes()
    assert filled_chapter(chapter, {}).encode() == file
    assert filled_chapter(chapter, {}, latest=True).encode() == file
    assert filled_book(whole, {}, [chapter]).encode() == file


@pytest.mark.parametrize("ending", ["", "\n", "\n\n\n"])
def test_a_blank_chapter_keeps_the_end_of_its_file(ending: str) -> None:
    text = f"---\nid: c\ntitle: C\n---\n\nWords.{ending}"
    assert filled_chapter(read_source(text), {}) == text


def test_a_blank_chapter_has_neither_bom_nor_foreign_newlines() -> None:
    text = "---\nid: c\ntitle: C\n---\n\n<!-- @text #word -->\n\n> …\n"
    assert filled_chapter(read_source("\ufeff" + text.replace("\n", "\r\n")), {}) == text


def test_a_blank_book_is_its_chapters_under_their_ids_without_front_matter() -> None:
    fixture = book("fixture")
    bodies = {chapter.id: chapter.source.split("\n---\n\n", 1)[1] for chapter in fixture.chapters}
    assert filled_book(fixture, {}) == "".join(
        f"<!-- @chapter #{name} -->\n\n{body.rstrip()}\n" for name, body in bodies.items()
    )


def test_exporting_imports_neither_screens_nor_the_database() -> None:
    names = "sorted({'textual', 'rich', 'tinydb'} & set(sys.modules))"
    code = f"import sys, workbook.export; print({names})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
