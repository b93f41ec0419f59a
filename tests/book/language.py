"""Measures of plain language: what a chapter says, word by word and sentence by sentence.

Knows Markdown and directives only as far as lines go: a fault in the program cannot hide one in the book.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from math import ceil
from typing import NamedTuple

FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.S)
NOTE = re.compile(r"<!--(?!\s*@).*?-->", re.S)
DIRECTIVE = re.compile(r"<!--\s*@(\w+)")
MARKER = re.compile(r"(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+|\([ xX]\)\s+)?")
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
SENTENCE_END = re.compile(r"""([.!?][”’"')]*)\s+(?=[“‘"'(]*[A-Z0-9])""")
COMPLETE = re.compile(r"""[.!?…:][”’"')]*$""")

WORDS_A_MINUTE = 200


class Piece(NamedTuple):
    """A heading, the label of a list item, or a paragraph, as plain text."""

    kind: str
    text: str


def pieces(markdown: str) -> list[Piece]:
    """Everything a reader reads of a chapter, without front matter, comments, marks and places to fill in."""
    return [Piece(kind, plain(text)) for kind, text in _blocks(markdown) if plain(text)]


def plain(markdown: str) -> str:
    """One block's text without its marks: a link is its words, and emphasis is nothing."""
    text = LINK.sub(r"\1", markdown)
    return " ".join(re.sub(r"[*`]|(?<!\w)_|_(?!\w)", "", text).split())


def words(text: str) -> list[str]:
    """The words of a plain text; a word with a hyphen or an apostrophe is one."""
    return WORD.findall(text)


def sentences(text: str) -> list[str]:
    """A plain text cut where one sentence ends and a capital, a figure or a quotation begins the next."""
    return [part for part in SENTENCE_END.sub(r"\1\n", text).split("\n") if words(part)]


def whole_sentences(chapter: Iterable[Piece]) -> list[str]:
    """The sentences that are averaged; headings and bare labels would flatter the figure."""
    return [
        sentence
        for piece in chapter
        if piece.kind == "paragraph" or (piece.kind == "label" and COMPLETE.search(piece.text))
        for sentence in sentences(piece.text)
    ]


def mean_length(found: list[str]) -> float:
    """Words per sentence."""
    return sum(len(words(sentence)) for sentence in found) / len(found)


def grade(found: list[str]) -> float:
    """The Flesch-Kincaid grade: years of school needed to read these sentences with ease."""
    every = [word for sentence in found for word in words(sentence)]
    return 0.39 * len(every) / len(found) + 11.8 * sum(map(syllables, every)) / len(every) - 15.59


def syllables(word: str) -> int:
    """Syllables of an English word by its spelling: runs of vowels, less the silent, plus the split."""
    letters = re.sub(r"[^a-z]", "", word.lower()).replace("qu", "kw")
    count = len(re.findall(r"[aeiouy]+", letters))
    silent = (
        r"[^aeiouy]e$",  # make, but not free
        r"[^aeioutdy]ed$",  # walked, but not needed
        r"[^aeiouysxzcgh]es$",  # makes, but not wishes
        r"[^aeiouy]e(?:ly|ful|less|ness|ments?|things?|times)$",  # safely, something
    )
    spoken = (
        r"[^aeiouyrl]l(?:e|es|ed)$",  # couple
        r"[aeiouy]ing",  # being
        r"(?<![tscgx])i(?:a|o|u)(?!r$)",  # curious, but not question
        r"[^f]riet|wiet|diet|idea|create|react|theat|poe[mt]|usual|mutual",  # quiet
    )
    count -= sum(bool(re.search(ending, letters)) for ending in silent)
    count += sum(bool(re.search(split, letters)) for split in spoken)
    return max(count, 1)


def minutes(chapter: Iterable[Piece]) -> int:
    """Reading time, rounded up."""
    return ceil(sum(len(words(piece.text)) for piece in chapter) / WORDS_A_MINUTE)


def _blocks(markdown: str) -> Iterator[tuple[str, str]]:
    """The kind and the source of each block; the first quote after @text or @scale is a slot and left out."""
    body = NOTE.sub("", FRONT_MATTER.sub("", markdown))
    kind, lines, slot, slot_due = "paragraph", list[str](), False, False
    for line in [*body.split("\n"), ""]:
        text = line.strip()
        directive = DIRECTIVE.match(text)
        marker = MARKER.match(text)
        quoted = text.startswith(">")
        starts = not text or directive or marker or text.startswith("#") or quoted != (kind == "quote")
        if starts and lines:
            if not slot:
                yield ("paragraph" if kind == "quote" else kind), " ".join(lines)
            kind, lines, slot = "paragraph", [], False
        if directive:
            slot_due = directive[1] in {"text", "scale"}
        elif text.startswith("#"):
            kind, lines = "heading", [text.lstrip("# ")]
        elif marker:
            kind, lines = "label", [text[marker.end() :]]
        elif quoted:
            slot, slot_due = slot or slot_due, False
            kind, lines = "quote", [*lines, text.lstrip("> ")]
        elif text:
            lines.append(text)
