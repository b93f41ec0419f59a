"""What is copied reaches the clipboard of the desktop, by its own program, and that of the terminal."""

import base64
import stat
from pathlib import Path

import pytest

from .starting import Start, begin_to_write

XCLIP = """#!/bin/sh
if [ "$3" = -o ]; then exec cat "$CLIPBOARD"; fi
{copies}
"""


@pytest.mark.parametrize(
    ("copies", "said"),
    [
        ('exec cat >"$CLIPBOARD"', "Copied: 2 words."),
        ("cat >/dev/null; echo cannot open display >&2", "hold Shift"),
    ],
    ids=["it works", "it does not"],
)
def test_words_go_to_both_and_it_is_said_what_became_of_them(
    start: Start, tmp_path: Path, copies: str, said: str
) -> None:
    program = tmp_path / "bin" / "xclip"
    program.parent.mkdir()
    program.write_text(XCLIP.format(copies=copies), encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    clipboard = tmp_path / "clipboard"
    clipboard.touch()
    path = f"{program.parent}:/usr/bin:/bin"
    environ = {"DISPLAY": ":9", "WAYLAND_DISPLAY": "", "CLIPBOARD": str(clipboard), "PATH": path}
    with start(environ=environ) as opened:
        begin_to_write(opened)
        opened.press("two words", "\x1b[18~", "ctrl+c")
        opened.wait_for(said)
        opened.wait_until(lambda: "cannot open display" not in opened.text, "the page painted over it")
        sent = base64.b64encode(b"two words")
        assert b"\x1b]52;c;" + sent in opened.raw
        assert (clipboard.read_text(encoding="utf-8") == "two words") == (said == "Copied: 2 words.")


def test_with_nothing_marked_no_clipboard_is_told_of_anything(start: Start) -> None:
    with start() as opened:
        begin_to_write(opened)
        opened.press("words", "ctrl+c")
        opened.wait_for("copies what is marked")
        opened.press("ctrl+g")
        opened.wait_for("Type a word")
        opened.press("ctrl+x")
        opened.rest()
        assert b"\x1b]52" not in opened.raw
