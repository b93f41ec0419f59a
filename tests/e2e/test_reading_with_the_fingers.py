"""Braille lines and magnifiers follow the terminal's own cursor: it stands where the reader is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from .starting import Start
from .terminal import Window, window

BOOK = Path(__file__).parent.parent / "fixtures" / "book"
TURNS = {"The ground": 1, "Words for it": 2, "The jobs": 5, "Questions": 6, "Talking": 7, "The week": 8}
"""How often `n` is pressed on the cover to come to a page that is named so."""


@contextmanager
def opened(start: Start, page: str = "") -> Iterator[Window]:
    """The program over the fixture book, on one of its pages."""
    start.book = BOOK
    with window(start.argv()) as shown:
        shown.wait_for("Enter opens")
        shown.press(*["n"] * TURNS.get(page, 0))
        shown.wait_for(page)
        yield shown


def stands(shown: Window, on: str) -> None:
    """Wait until the cursor stands at the beginning of `on`; right behind a word for none."""

    def is_so() -> bool:
        cursor = shown.screen.cursor
        row = str(shown.screen.display[cursor.y])
        before, after = row[: cursor.x], row[cursor.x :].rstrip(" │")  # a dialog has a frame
        return after.startswith(on) if on else not after and before.strip() != "" and before[-1] != " "

    shown.wait_until(is_so, f"the cursor on {on!r}")


@pytest.mark.parametrize(
    ("page", "steps"),
    [
        ("", [("", "▸ Begin with chapter 1"), ("down", "▸ ")]),
        ("The ground", [("", "The ground"), ("tab", "[ ] Worms"), ("down", "[ ] Standing water")]),
        ("The ground", [("tab tab", "( ) All day"), ("down", "( ) Half the day")]),
        ("The ground", [("tab tab tab", "▸"), ("3", "[3]"), ("left", "[2]")]),
        ("The ground", [("right", "the second chapter")]),
        ("Words for it", [("tab", "…"), ("Loam", ""), ("home", "Loam"), ("esc", "Words for it")]),
        (
            "The jobs",
            [
                ("tab", "▸ A place"),
                ("tab", "[ ] 1. Turn"),
                ("space tab", "( ) a little"),
                ("right", "( ) some"),
            ],
        ),
        ("Questions", [("tab", "When do you prune"), ("right", "Why do beans")]),
        ("Talking", [("tab", "▸  3:00"), ("right", "▸  1:00")]),
        ("The week", [("tab tab", "[ ] Weeds"), ("tab 4", "[4]")]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_on_a_page_it_follows_the_keys(start: Start, page: str, steps: list[tuple[str, str]]) -> None:
    with opened(start, page) as shown:
        for keys, on in steps:
            shown.press(*keys.split())
            stands(shown, on)


@pytest.mark.parametrize(
    ("key", "words", "steps"),
    [
        ("c", "The year", [("", "▸"), ("down", " ○  2 The year"), ("esc", "The ground")]),
        ("/", "Type a word", [("soil", ""), ("down", "▸ "), ("home", "soil")]),
        ("ctrl+p", "Your words", [("find", ""), ("down", "▸ "), ("home", "find")]),
        ("f1", "Reading", [("", "Here")]),
        ("f5", "Wear gloves", [("", "Staying safe")]),
        ("f8", "Press any key", [("", "Press any key")]),
        ("ctrl+e", "Print it", [("", "▸ Print it")]),
    ],
)
def test_in_whatever_opens_over_it_too(
    start: Start, key: str, words: str, steps: list[tuple[str, str]]
) -> None:
    with opened(start, "The ground") as shown:
        shown.press(key)
        shown.wait_for(words)
        for keys, on in steps:
            shown.press(*keys.split())
            stands(shown, on)


@pytest.mark.parametrize(
    ("action", "words", "steps"),
    [
        ("theme", "Enter keeps", [("", "(•) lamp"), ("down", "( ) paper")]),
        ("curtain by itself", "It falls by itself", [("", "(•) after 5"), ("down", "( ) after 10")]),
        ("save elsewhere", "Enter writes it", [("end", "")]),
    ],
)
def test_in_what_the_palette_opens_too(
    start: Start, action: str, words: str, steps: list[tuple[str, str]]
) -> None:
    with opened(start, "The ground") as shown:
        shown.press("ctrl+p")
        shown.wait_for("Next page")
        shown.press(action, "enter")  # who is quicker than it looks means what stands in the line
        shown.wait_for(words)
        for keys, on in steps:
            shown.press(*keys.split())
            stands(shown, on)
