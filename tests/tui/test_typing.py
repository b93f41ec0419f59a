"""What is typed is what is kept: every character, however it comes in, in every kind of field."""

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from tests.books import book_of
from tests.tui.hearing import at_once, composed, numbered, pasted, send, singly, spelt
from tests.tui.program import opened, seen, settled
from tests.tui.test_page import press
from workbook.text import canonical, clean
from workbook.tui.widgets import LineField

FIELDS = """\
# Fields

<!-- @text #long rows=3 -->

What comes to mind?

> …

<!-- @text #row -->

In a line?

> …

<!-- @text #day type=date -->

Which day?

> …
"""
PHRASES = {
    "French, with spaces that do not break": "avec\xa0toi, dit-il\u202f: «\xa0oui\xa0»",
    "Persian, with joiners": "می\u200cخواهم، نمی\u200cدانم",
    "Hindi, with joiners": "क्\u200dषत्रिय र्\u200dय क्\u200cष",
    "Thai": "คิดถึงเธอทุกวัน",
    "Hangul, composed and in parts": "보고 싶어 \u1112\u1161\u11ab\u1100\u1173\u11af",
    "Japanese, with its own space": "今日は\u3000雨だった。",
    "Chinese": "我很想念你",
    "letters with marks of their own": "cafe\u0301 Z\u0335a\u0300\u0316lgo",
    "Hebrew and Arabic, with marks of direction": "שלום \u200fabc\u200e مرحبا \u061c",
    "a hyphen that hides": "Zu\xadsam\u2060men\ufeff",
    "emoji": "👩\u200d👩\u200d👧\u200d👦 🏳\ufe0f\u200d🌈 👋🏽 🇵🇱🇺🇦 1\ufe0f\u20e3",
    "a flag of tags": "🏴\U000e0067\U000e0062\U000e007f",
    "what Python does not know yet": "\U0001fae9 \U0001fabe \u0378 \ue0b0 \U000f0001",
}
SAMPLED = 8
"""So many characters of each category."""


def sample() -> Iterator[str]:
    """Some characters of each category, spread over all scripts, each between two letters."""
    found: dict[str, list[str]] = {}
    for character in map(chr, range(0x20, 0x110000)):
        if clean(character) == character:
            found.setdefault(unicodedata.category(character), []).append(character)
    for characters in found.values():
        yield "".join(f"a{c}b" for c in characters[:: max(1, len(characters) // SAMPLED)])


TEXT = " ".join([*PHRASES.values(), *sample()])
WAYS = (singly, spelt, numbered, composed, pasted, at_once)


@pytest.mark.parametrize("way", WAYS)
async def test_whatever_is_typed_is_on_the_disk(tmp_path: Path, way: Callable[[str], Iterable[str]]) -> None:
    """In a field for many lines, in one for a line, and in a date."""
    book = book_of(tmp_path / "book", fields=FIELDS)
    async with opened(book, tmp_path / "data") as (_, pilot):
        await pilot.press("n")
        await settled(pilot)
        for _ in range(3):
            await send(pilot, "\t", *way(TEXT))
    kept = json.loads((tmp_path / "data" / "small.json").read_bytes())["answers"]
    said = {address: answer["value"] for address, answer in kept.items()}
    assert said == dict.fromkeys(("fields/long", "fields/row", "fields/day"), canonical(TEXT))


@pytest.mark.parametrize("way", WAYS)
async def test_whatever_is_typed_is_looked_for(tmp_path: Path, way: Callable[[str], Iterable[str]]) -> None:
    book = book_of(tmp_path / "book", fields=FIELDS)
    async with opened(book, tmp_path / "data") as (app, pilot):
        await pilot.press("slash")
        await settled(pilot)
        await send(pilot, *way(TEXT))
        assert app.screen.query_one(LineField).value == TEXT


async def test_a_phrase_of_two_hundred_letters_is_a_phrase(tmp_path: Path) -> None:
    phrase = "我很想念你，" * 33 + "再见"
    book = book_of(tmp_path / "book", fields=FIELDS)
    async with opened(book, tmp_path / "data") as (app, pilot):
        await pilot.press("n", "tab")
        await settled(pilot)
        await send(pilot, *composed(phrase))
        assert app.answers["fields/long"] == phrase
        await pilot.press("ctrl+z")
        await settled(pilot)
        assert "fields/long" not in app.answers


@pytest.mark.parametrize(
    "keys",
    ["\x1b[24;8~", "\x1b[57428u", "\x1b[99999999u", "\x1b[49;;99999999:27u", "\x1b[97;9u", "\x1b[1;2;3;4Z"],
)
async def test_a_key_that_nobody_knows_types_nothing(tmp_path: Path, keys: str) -> None:
    book = book_of(tmp_path / "book", fields=FIELDS)
    async with opened(book, tmp_path / "data") as (app, pilot):
        await pilot.press("n", "tab")
        await settled(pilot)
        await send(pilot, "a", keys, "b")
        assert app.answers["fields/long"] == "ab"


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("\x1b[13;2u", "a\nb"),  # Shift+Enter
        ("\x1b[13;5u", "a\nb"),  # Ctrl+Enter
        ("\x1b[106;5u", "a\nb"),  # Ctrl+J
        ("\n", "a\nb"),
        ("x\x1b[127;2u", "ab"),  # Shift+Backspace
        ("\x1b[27;5;122~", "b"),  # Ctrl+Z, spelt out by xterm
        ("\x1b[57405u", "a6b"),  # the keypad
        ("\x1b[1;3D", "ba"),  # Alt+Left
        ("\x1b[1;129D", "ba"),  # Left, with Num Lock on
        ("\x1b[120;1:3u", "ab"),  # x is let go
    ],
)
async def test_a_key_that_is_spelt_out_does_what_it_always_does(tmp_path: Path, keys: str, said: str) -> None:
    book = book_of(tmp_path / "book", fields=FIELDS)
    async with opened(book, tmp_path / "data") as (app, pilot):
        await pilot.press("n", "tab")
        await settled(pilot)
        await send(pilot, "a", keys, "b")
        assert app.answers["fields/long"] == said


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_a_notice_never_covers_the_row_that_is_written_in(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """Neither while it comes, nor where the cursor goes while it stands."""
    ask = "<!-- @text #{} rows=2 -->\n\nHow?\n\n> …\n\n"
    book = book_of(tmp_path / "book", fields="# Fields\n\n" + "".join(ask.format(f"f{n}") for n in range(4)))
    async with opened(book, tmp_path / "data", size=size) as (app, pilot):
        await press(pilot, "n")
        for _ in range(4):
            words = "w" * (size[0] - 16)
            await press(pilot, "tab", *words, "ctrl+s", "x")
            row = seen(app).splitlines()[app.cursor_position.y]
            assert f"{words}x" in row, seen(app)
            assert "sav" in seen(app).split("\n", 1)[1], seen(app)
