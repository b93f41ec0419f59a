"""One example of each kind of exercise, answered, and a book in which it stands wherever a kind can stand.

A new kind needs an example here; the tests of every kind then ask for it in every place.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tests.books import book_of
from workbook.book import Answer, Book

ENTRIES = ("2026-W46", "2026-W47")
"""The weeks in which the exercise that repeats was filled in."""


class Example(NamedTuple):
    """The slot of a kind, an answer to it, and what a reader sees of the answer."""

    slot: str
    answers: Mapping[str, Answer]
    """By what stands behind the address of the exercise: `/walk`, or nothing."""
    words: tuple[str, ...]
    """All that was answered, as it is said everywhere."""
    sought: str
    """A word by which Find comes to it."""
    keys: tuple[str, ...]
    """What a reader presses in its field to say something."""


EXAMPLES: Mapping[str, Example] = {
    "checklist": Example(
        "- [ ] Sleep <!-- #sleep leads=help -->\n- [ ] A walk <!-- #walk -->\n- [ ] Tea <!-- #tea -->",
        {"/sleep": True, "/walk": True},
        ("Sleep", "A walk"),
        "walk",
        ("down", "space"),
    ),
    "choice": Example(
        "- ( ) At ebb <!-- #ebb leads=help -->\n- ( ) At flood <!-- #flood -->",
        {"": "ebb"},
        ("At ebb",),
        "ebb",
        ("space",),
    ),
    "scale": Example("> … / 10", {"": 7}, ("7",), "calm", ("7",)),
    "text": Example("> …", {"": "Salt on the lips"}, ("Salt on the lips",), "salt", tuple("salt")),
}

_ASKED = "<!-- @{kind} #one {options}-->\n\nHow is the sea?\n\n{slot}\n"
_PAGES = """
# On tides

EXERCISE
## Every week

<!-- @group #week repeat=week -->

EXERCISE
<!-- @end -->

## By place

<!-- @group #rows -->

- The mouth <!-- #mouth -->

EXERCISE
<!-- @end -->
"""
_OPTIONS = {"scale": 'low="calm" high="rough" '}


def addresses(example: Example) -> dict[str, Answer]:
    """The answers of the example in all the places where it stands in the book."""
    week = (f"tides/week@{entry}" for entry in ENTRIES)
    return {
        f"{at}{behind}": value
        for at in ("tides/one", *(f"{place}/one" for place in (*week, "tides/rows/mouth")))
        for behind, value in example.answers.items()
    }


def book_with(kind: str, folder: Path) -> Book:
    """A book that asks for `kind` alone, in each entry of what repeats, and in the row of a group."""
    exercise = _ASKED.format(kind=kind, options=_OPTIONS.get(kind, ""), slot=EXAMPLES[kind].slot)
    tides = _PAGES.replace("EXERCISE", exercise)
    return book_of(folder, tides=tides, help="# Help\n\nWords.\n")
