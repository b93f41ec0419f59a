"""A reader's evening with the installed command, on the shipped book."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .terminal import Window, window

COMMAND = str(Path(sys.executable).with_name("workbook"))
SAVED = 2.0
"""Seconds after the last key was heard at which a kill may lose nothing."""


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the answers go."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("NO_COLOR", "EDITOR", "VISUAL", "WORKBOOK_DATA", "WORKBOOK_BOOK"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "data"


def answers(data: Path) -> dict[str, Any]:
    """What the file holds, by address."""
    tables = json.loads((data / "emotional-connection.json").read_bytes())
    return {address: kept["value"] for address, kept in tables["answers"].items() if "value" in kept}


def go_to_the_signs(opened: Window) -> None:
    """From the cover to the checklist of the five signs, through the contents."""
    opened.wait_for("Begin with chapter 1")
    opened.press("f2")
    opened.wait_for("The five signs")
    opened.press(*["down"] * 6, "enter")
    opened.wait_for("On a rainy day")
    opened.press("n")
    opened.wait_for("Trust.")
    opened.press("n")
    opened.wait_for("Thinking of the last two weeks")


def test_an_evening_from_the_cover_to_the_printed_chapter(data: Path) -> None:
    """Start, read, fill in, quit; start again at the same place in a smaller window; print."""
    with window([COMMAND, "--data", str(data)], size=(80, 24)) as opened:
        go_to_the_signs(opened)
        opened.press("tab", "space", "down", "down", "space", "tab", "On Tuesday it was raining")
        opened.wait_for("On Tuesday it was raining")
        opened.press("ctrl+q")
        assert opened.wait_for_end() == 0
    with window([COMMAND, "--data", str(data)], size=(60, 20)) as opened:
        opened.wait_for("The five signs · 3 of 3")
        opened.wait_for("Esc to the page")
        opened.press(", and warm.")
        opened.wait_until(
            lambda: "raining, and warm." in opened.text.replace("\n", " "), "the words together"
        )
        opened.press("ctrl+q")
        assert opened.wait_for_end() == 0
    assert answers(data) == {
        "signs/five/trust": True,
        "signs/five/fun": True,
        "signs/proof": "On Tuesday it was raining, and warm.",
    }
    printed = subprocess.run([COMMAND, "--data", str(data), "export", "6"], capture_output=True, check=True)
    text = printed.stdout.decode("utf-8")
    assert "- [x] We trust each other." in text
    assert "- [ ] We show affection" in text
    assert "> On Tuesday it was raining, and warm." in text


def test_a_kill_two_seconds_after_the_last_key_loses_nothing(data: Path) -> None:
    """No signal handler, no time to say good-bye: what was typed is there, and so is the place."""
    with window([COMMAND, "--data", str(data)]) as opened:
        go_to_the_signs(opened)
        opened.press("tab", "tab", "Support, on the stairs.")
        opened.wait_for("Support, on the stairs.")  # a busy machine hears a key when it can
        opened.read(SAVED)
        opened.kill(9)
        assert opened.wait_for_end() == -9
    assert answers(data) == {"signs/proof": "Support, on the stairs."}
    with window([COMMAND, "--data", str(data)]) as opened:
        opened.wait_for("Support, on the stairs.")


def test_the_first_page_is_painted_on_a_bare_machine_with_nothing_typed(data: Path) -> None:
    """No data folder, no settings: the cover, and where words are kept."""
    with window([COMMAND, "--data", str(data)], size=(80, 24)) as opened:
        opened.wait_for("If you feel afraid of your partner")
        opened.wait_for("Enter opens")
        opened.press("down", "down", "down", "enter")
        path = str(data / "emotional-connection.json")
        opened.wait_until(lambda: path in "".join(opened.text.split()), "the path of the answers")
        opened.press("ctrl+q")
        assert opened.wait_for_end() == 0


def test_the_next_morning_no_key_writes_and_enter_goes_on_at_the_very_line(data: Path) -> None:
    with window([COMMAND, "--data", str(data)]) as opened:
        go_to_the_signs(opened)
        opened.press("tab", "tab", "On the stairs.", "ctrl+q")
        assert opened.wait_for_end() == 0
    file = data / "emotional-connection.json"
    tables = json.loads(file.read_bytes())
    tables["place"]["1"]["day"] = "2026-01-01"
    file.write_text(json.dumps(tables), "utf-8")
    with window([COMMAND, "--data", str(data)], size=(60, 20)) as opened:
        opened.wait_for("On from where you stopped")
        assert "signs" not in opened.text
        opened.press("space")
        opened.wait_for("On the stairs.")
        opened.wait_for("Tab write on")
        opened.press("tab")
        opened.wait_for("Esc to the page")
        opened.press(" Yes.", "ctrl+q")
        assert opened.wait_for_end() == 0
    assert answers(data) == {"signs/proof": "On the stairs. Yes."}
