"""Whatever comes in, by key, by paste, by file or by a widget that forgets, is harmless when it is drawn."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Static

from workbook.book import Book
from workbook.text import clean, one_line
from workbook.tui.app import WorkbookApp
from workbook.tui.screens.dialogs.find import FindDialog
from workbook.tui.widgets import LineField
from workbook.tui.widgets.fields.text import TextField

from ..e2e.hostile import payloads
from .program import opened, seen, settled

ADDRESS = "ground/one-word"


async def at_one_word(app: WorkbookApp, pilot: Pilot[None]) -> TextField:
    """Go to the first text of the book."""
    await pilot.press("n", "n")
    await settled(pilot)
    await pilot.press("tab")
    await settled(pilot)
    assert isinstance(app.focused, TextField)
    return app.focused


def is_harmless(text: str) -> bool:
    """Whether nothing but words and line ends is in it."""
    return clean(text) == text


@settings(max_examples=10_000, deadline=None)
@given(st.text(st.characters(codec=None), max_size=40) | st.sampled_from(payloads()))
def test_what_is_clean_stays_so_and_has_no_control_character(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert not any((ord(char) < 32 and char != "\n") or 127 <= ord(char) < 160 for char in once)
    assert not set(once) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")
    assert "\n" not in one_line(text)
    assert [char for char in once if char.isalnum()] == [char for char in text if char.isalnum()]


async def test_pastes_are_harmless_in_every_field_that_takes_words(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        field = await at_one_word(app, pilot)
        for text in payloads():
            app.post_message(events.Paste(text))
        await settled(pilot)
        assert is_harmless(field.text)
        assert all(text[:4] in field.text for text in payloads())
        assert is_harmless(str(app.answers[ADDRESS]))
        await pilot.press("escape", "slash")
        await settled(pilot)
        assert isinstance(app.screen, FindDialog)
        for text in payloads():
            app.post_message(events.Paste(text))
        await settled(pilot)
        assert is_harmless(app.screen.query_one(LineField).value)
        assert "\n" not in app.screen.query_one(LineField).value


@pytest.mark.parametrize("character", ["\x1b", "\x9b", "\x00", "\x07", "\u202e", "\u2028"])
async def test_keys_whose_text_is_a_control_character_write_nothing(
    allotment: Book, tmp_path: Path, character: str
) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        field = await at_one_word(app, pilot)
        app.post_message(events.Key("a", character))  # as the kitty protocol can say it
        await settled(pilot)
        assert field.text == ""


async def test_a_widget_that_draws_what_it_is_given_draws_no_control_character(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path, size=(120, 40)) as (app, pilot):
        chance = random.Random(3)
        for text in chance.sample(payloads(), 60):
            await app.screen.mount(Static(Content(text)))
        app.notify("\x1b]0;title\x07in a toast", markup=False)
        await settled(pilot)
        assert is_harmless(seen(app))
        assert "]0;titlein a toast" in seen(app)
