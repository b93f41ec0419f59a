"""Books that were not written for this program: what their files lack is no business of the reader's."""

from pathlib import Path

import pytest

from workbook.book import Book, Prose, problems, read_book, read_source
from workbook.export import filled_book

EXERCISE = "<!-- @text #why -->\n\nWhy?\n\n> …\n"
FOREIGN = """---
id: tides
title: Tides
author: Somebody: a sailor
layout: [page]
tags:
  - sea
- moon
description: >
  Of high
  and low.
---

# Tides

Words.
"""


def book_with(folder: Path, **files: str) -> Book:
    for name, text in files.items():
        (folder / f"{name.replace('__', '-')[1:]}.md").write_text(text, "utf-8")
    return read_book(folder)


def shown(text: str) -> list[str]:
    """The kinds of the blocks that a reader sees."""
    pages = read_source(text).pages
    return [
        block.kind
        for page in pages
        for part in page.blocks
        if isinstance(part, Prose)
        for block in part.blocks
    ]


@pytest.mark.parametrize(
    "text", ["# Hello\n\nWords.\n", "---\ntitle: Hello\n---\n\n# Hello\n\nWords.\n", FOREIGN]
)
def test_nothing_of_the_front_matter_is_asked_of_a_reader(text: str) -> None:
    assert shown(text) == ["heading", "paragraph"]


def test_a_key_that_is_not_ours_is_a_warning_whatever_it_says() -> None:
    found = [(problem.line, problem.level, problem.code) for problem in read_source(FOREIGN).problems]
    assert found == [(line, "warning", "unknown-key") for line in (4, 5, 6, 9)]


def test_what_is_missing_is_an_error_only_where_answers_hang_on_it() -> None:
    for text, level in (("# Hello\n", "warning"), (f"# Hello\n\n{EXERCISE}", "error")):
        assert [(p.code, p.level) for p in read_source(text).problems] == [("no-front-matter", level)]
    (title,) = read_source(f"---\nid: x\n---\n\n{EXERCISE}").problems
    assert (title.code, title.level) == ("missing-key", "warning")


def test_check_says_each_of_it_once(tmp_path: Path) -> None:
    book = book_with(tmp_path, _01__a="# Hello\n", _02__b=f"# Why\n\n{EXERCISE}")
    codes = [problem.code for problem in problems(book)]
    assert sorted(codes) == ["no-front-matter", "no-front-matter", "no-index"]


def test_an_exercise_without_front_matter_can_be_filled_in_and_printed(tmp_path: Path) -> None:
    book = book_with(tmp_path, _01__why=f"{EXERCISE}\nWords.\n")
    (chapter,) = book.chapters
    assert list(chapter.exercises) == ["why"]
    assert "Why?" in filled_book(book, {})


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\nid: x\ntitle: Given\n---\n\n# Another\n", "Given"),
        ("---\nid: x\n---\n\nWords.\n\n## The *second* `sign`\n", "The second sign"),
        (
            "# An uncommonly long heading, longer than any id may be",
            "An uncommonly long heading, longer than any id may be",
        ),
        ("Underlined\n==========\n", "Underlined"),
        ("```\n# a comment\n```\n\n# A title\n", "A title"),
        ("Words.\n", "A file with quite a LONG name of its own"),
    ],
)
def test_a_title_is_given_or_the_first_heading_or_the_name_uncut(
    tmp_path: Path, text: str, title: str
) -> None:
    book = book_with(tmp_path, _01__a__file__with__quite__a__LONG__name__of__its__own=text)
    assert [front.title for front in book.fronts] == [title]
    assert [chapter.front.title for chapter in book.chapters] == [title]
