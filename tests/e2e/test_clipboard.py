"""What is copied reaches the clipboard of the desktop, by its own program, and that of the terminal."""

import base64
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from .starting import Start, begin_to_write
from .terminal import Window

XCLIP = """#!/bin/sh
if [ "$3" = -o ]; then exec cat "$CLIPBOARD"; fi
{copies}
"""
WORKS, FAILS = "Copied: 2 words.", "hold Shift"
PROGRAMS = {
    "it works": (XCLIP.format(copies='exec cat >"$CLIPBOARD"'), WORKS),
    "it does not": (XCLIP.format(copies="cat >/dev/null; echo cannot open display >&2"), FAILS),
    "it gives back no text": (XCLIP.format(copies="""printf '\\377' >"$CLIPBOARD\""""), FAILS),
    "it cannot be started": ("#!/no/such/shell\n", FAILS),
}


@pytest.fixture
def desktop(tmp_path: Path) -> Callable[[str], dict[str, str]]:
    """Makes `text` the program of the desktop's clipboard; the environment in which it is."""

    def install(text: str) -> dict[str, str]:
        program, clipboard = tmp_path / "bin" / "xclip", tmp_path / "clipboard"
        program.parent.mkdir()
        program.write_text(text, encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        clipboard.touch()
        path = f"{program.parent}:/usr/bin:/bin"
        return {"DISPLAY": ":9", "WAYLAND_DISPLAY": "", "CLIPBOARD": str(clipboard), "PATH": path}

    return install


def copy_two_words(opened: Window) -> None:
    """Type two words, mark and copy them."""
    begin_to_write(opened)
    opened.press("two words", "\x1b[18~", "ctrl+c")


@pytest.mark.parametrize(("program", "said"), PROGRAMS.values(), ids=PROGRAMS)
def test_words_go_to_both_and_it_is_said_what_became_of_them(
    start: Start, tmp_path: Path, desktop: Callable[[str], dict[str, str]], program: str, said: str
) -> None:
    with start(environ=desktop(program)) as opened:
        copy_two_words(opened)
        opened.wait_for(said)
        opened.wait_until(lambda: "cannot open display" not in opened.text, "the page painted over it")
        sent = base64.b64encode(b"two words")
        assert b"\x1b]52;c;" + sent in opened.raw
        assert ((tmp_path / "clipboard").read_bytes() == b"two words") == (said == WORKS)


def test_a_clipboard_that_hangs_holds_nothing_up(
    start: Start, desktop: Callable[[str], dict[str, str]]
) -> None:
    with start(environ=desktop("#!/bin/sh\nexec sleep 60\n")) as opened:
        copy_two_words(opened)
        opened.press("end", " and more")
        opened.wait_for("two words and more")
        opened.press("ctrl+q")
        assert opened.wait_for_end() == 0
    assert start.word() == "two words and more"


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
