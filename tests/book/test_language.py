"""The language of the shipped chapters, measured: short sentences, easy words, none that were ruled out."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.book.language import (
    Piece,
    grade,
    mean_length,
    minutes,
    pieces,
    sentences,
    syllables,
    whole_sentences,
    words,
)

BOOK = Path(__file__).parents[2] / "chapters"
FILES = sorted(BOOK.glob("[0-9]*-*.md"))

RULED_OUT = re.compile(
    r"\b(?:husbands?|wi(?:fe|ves)|spouses?|(?:boy|girl)friends?|(?:other|better) half"
    r"|should(?:n['’]t)?|failing|diagnos\w+|scor(?:e[sd]?|ing)|grade[sd]?|streaks?|percent\w*"
    r"|narcissists?|codependent|abusers?|cheaters?|toxic (?:person|people|partners?))\b|%",
    re.I,
)

every_chapter = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
every_page_of_the_book = pytest.mark.parametrize(
    "file", sorted(BOOK.glob("*.md")), ids=lambda file: file.stem
)


def read(file: Path) -> list[Piece]:
    """What a reader reads of a chapter."""
    return pieces(file.read_text(encoding="utf-8"))


def opening(chapter: list[Piece]) -> str:
    """The first five words below the title."""
    first = next(piece for piece in chapter if piece.kind == "paragraph")
    return " ".join(words(first.text)[:5]).lower()


def closing(chapter: list[Piece]) -> str:
    """The last sentence."""
    return " ".join(words(whole_sentences(chapter)[-1])).lower()


def test_there_are_chapters_to_measure() -> None:
    """An empty folder would let every test below pass."""
    assert FILES


@every_page_of_the_book
def test_sentences_average_under_fifteen_words(file: Path) -> None:
    """Prose and prompts together; bare labels and headings do not count."""
    assert mean_length(whole_sentences(read(file))) < 15


@every_page_of_the_book
def test_no_sentence_is_longer_than_thirty_words(file: Path) -> None:
    """Labels count as well."""
    found = [sentence for piece in read(file) for sentence in sentences(piece.text)]
    assert [sentence for sentence in found if len(words(sentence)) > 30] == []


@every_page_of_the_book
def test_the_reading_grade_is_between_three_and_a_half_and_six(file: Path) -> None:
    """Flesch-Kincaid: what a child of eleven reads with ease, and no child of seven is meant to."""
    assert 3.5 <= grade(whole_sentences(read(file))) <= 6


@every_chapter
def test_no_ruled_out_word_is_used(file: Path) -> None:
    """Words that assume, judge or measure people, in titles and the words inside comments too."""
    assert [match[0] for match in RULED_OUT.finditer(file.read_text(encoding="utf-8"))] == []


@every_chapter
def test_minutes_are_words_at_two_hundred_a_minute(file: Path) -> None:
    """The front matter promises what the chapter takes."""
    promised = re.search(r"^minutes: (\d+)$", file.read_text(encoding="utf-8"), re.M)
    assert promised is not None
    assert int(promised[1]) == minutes(read(file))


@pytest.mark.parametrize("edge", [opening, closing])
def test_no_two_chapters_open_or_close_alike(edge: Callable[[list[Piece]], str]) -> None:
    """Each begins with its own scene and points on in its own words."""
    edges = [edge(read(file)) for file in FILES]
    assert sorted(set(edges)) == sorted(edges)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("the", 1),
        ("make", 1),
        ("walked", 1),
        ("makes", 1),
        ("friends", 1),
        ("through", 1),
        ("partner", 2),
        ("needed", 2),
        ("wishes", 2),
        ("couple", 2),
        ("couples", 2),
        ("being", 2),
        ("quiet", 2),
        ("safely", 2),
        ("something", 2),
        ("question", 2),
        ("idea", 3),
        ("physical", 3),
        ("curious", 3),
        ("connection", 3),
        ("emotional", 4),
        ("relationship", 4),
        ("understanding", 4),
    ],
)
def test_syllables_are_counted_as_spoken(word: str, count: int) -> None:
    """Words that the book is made of."""
    assert syllables(word) == count


def test_a_known_text_has_its_known_figures() -> None:
    """Ten words of eleven syllables in two sentences."""
    found = sentences("The cat sat on the mat. They were happy there.")
    assert mean_length(found) == 5
    assert grade(found) == pytest.approx(0.39 * 5 + 11.8 * 1.1 - 15.59)


def test_hard_words_in_a_long_sentence_are_above_grade_six() -> None:
    """The measure must be able to say no."""
    text = "Emotional intimacy necessitates continual communication regarding individual expectations."
    assert grade(sentences(text)) > 6


def test_a_sentence_ends_where_the_next_begins() -> None:
    """A question inside a sentence does not end it."""
    text = '"Where?" they asked. "Here … I think." See page 4! (Or not.)'
    assert sentences(text) == ['"Where?" they asked.', '"Here … I think."', "See page 4!", "(Or not.)"]


@pytest.mark.parametrize(
    "word", ["Wife", "should", "shouldn’t", "her other half", "40%", "percentage", "scores"]
)
def test_a_ruled_out_word_is_found(word: str) -> None:
    """In any case and form."""
    assert RULED_OUT.search(f"So {word}.")


def test_only_what_a_reader_reads_is_measured() -> None:
    """Front matter, comments, marks and slots are nobody's prose; a quote in ordinary prose is."""
    chapter = """---
id: x
---

# A title

<!-- a note
of two lines -->

One **bold** line
that [goes on](on.md).

> A quote.

<!-- @text #a rows=2 -->

Why?

> …

<!-- @choice #b -->

- ( ) Daily <!-- #daily -->
- ( ) Never <!-- #never -->
"""
    assert pieces(chapter) == [
        Piece("heading", "A title"),
        Piece("paragraph", "One bold line that goes on."),
        Piece("paragraph", "A quote."),
        Piece("paragraph", "Why?"),
        Piece("label", "Daily"),
        Piece("label", "Never"),
    ]
