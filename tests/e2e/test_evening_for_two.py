"""A couple's evening on one account, key by key: each fills in, ticks, shares; then theirs beside mine."""

import base64
import re
import shlex
import sys
from pathlib import Path

import pytest

from .terminal import Window, window

COMMAND = str(Path(sys.executable).with_name("workbook"))
ADA = ("The bus was late, Ada says", "Quarter past six, Ada says", "Ada keeps this back")
BO = ("The man with the cello, Bo says", "Breakfast before the news, Bo says", "Bo keeps this back")
"""When a sign was noticed last, the best moment of the day, and what has been trimmed, which is private."""
TOGETHER = "We talked about the drawer"
ADDED = ", and the bus"
"""What an editor puts behind it."""
_WRITTEN = re.compile(r"Written: ~/(for-you-[\d-]+\.md)")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the answers of both go; their home folder stands beside it."""
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in ("NO_COLOR", "VISUAL", "WORKBOOK_DATA", "WORKBOOK_BOOK"):
        monkeypatch.delenv(name, raising=False)
    adds = f"import sys; open(sys.argv[1], 'r+').write(open(sys.argv[1]).read().rstrip() + {ADDED!r})"
    monkeypatch.setenv("EDITOR", shlex.join([sys.executable, "-c", adds]))
    return tmp_path / "data"


def program(data: Path, *arguments: str) -> list[str]:
    """The installed command over the folder of both."""
    return [COMMAND, "--data", str(data), *arguments]


def chosen(opened: Window, words: str, shown: str) -> None:
    """Choose in the palette what `words` find, and wait for what it shows."""
    opened.press("ctrl+p", words)
    opened.rest()
    opened.press("enter")
    opened.wait_for(shown)
    opened.rest()


def fill_in(opened: Window, proof: str, moment: str, trimmed: str) -> None:
    """Chapter 6: three signs, and when one was seen. Chapter 9: a small change, a moment, a private word."""
    opened.wait_for("Begin with chapter 1")
    chosen(opened, "6. the five signs", "On a rainy day")
    opened.press("n", "n")
    opened.wait_for("Thinking of the last two weeks")
    opened.press("tab", "space", "down", "down", "space", "tab", proof)
    opened.wait_for(proof)
    opened.press("esc")
    chosen(opened, "9. seven steps", "Closeness can be built")
    opened.press("n")
    opened.wait_for("Which one small change")
    opened.press("tab", "down", "space", "tab", moment)
    opened.wait_for(moment)
    opened.press("esc", "n")
    opened.wait_for("What have you been trimming")
    opened.press("tab", trimmed)
    opened.wait_for(trimmed)
    opened.press("esc")


def share(opened: Window) -> str:
    """Tick all that may be shared, and make the copy; returns its name, in which the day stands."""
    chosen(opened, "a copy to share", "For one other person.")
    opened.press("space", "down", "space", "down", "space", "tab")
    opened.wait_for("3 answers, into")
    opened.press("enter")
    opened.wait_until(lambda: _WRITTEN.search(opened.text), "the name of the copy")
    [name] = _WRITTEN.findall(opened.text)
    opened.press("esc", "ctrl+q")
    assert opened.wait_for_end() == 0
    return str(name)


def guess_and_turn(opened: Window, mine: tuple[str, ...], theirs: tuple[str, ...]) -> None:
    """Go through the pack: nothing of either stands on the front of a card, both on its back."""
    opened.wait_for("Side by side · 1 of 3")
    opened.rest()
    assert "What do you think they wrote?" in opened.text
    assert not any(words in opened.text for words in (*mine, *theirs))
    opened.press("space")
    opened.wait_for("Ask each other one thing about it.")
    opened.rest()
    assert mine[0] in opened.text
    assert theirs[0] in opened.text
    opened.press("space")
    opened.wait_for("Which one small change")
    opened.press("t")
    opened.wait_for("One of you types, and everyone has a say.")
    opened.press("tab", "tab", TOGETHER)
    opened.wait_for(TOGETHER)
    opened.press("ctrl+o")
    opened.wait_for(TOGETHER + ADDED)
    opened.press("esc", "esc")
    opened.wait_for("Which one small change")
    opened.press("space", "space")
    opened.wait_for("At which moment of your day")
    opened.press("space")
    opened.wait_for(theirs[1])
    opened.rest()
    assert mine[1] in opened.text
    assert not any(words in opened.text for words in (mine[2], theirs[2]))


def without_words(opened: Window, words: tuple[str, ...]) -> bool:
    """Whether nothing of it stands on the screen, and none of it was handed to a clipboard."""
    sent = [base64.b64encode(word.encode()) for word in words]
    told = b"\x1b]52" in opened.raw or any(word in opened.raw for word in sent)
    return not told and not any(word in opened.text for word in words)


def test_each_fills_in_ticks_and_shares_and_lays_the_other_one_beside_both_ways(
    data: Path, tmp_path: Path
) -> None:
    copies = []
    for name, words in (("ada", ADA), ("bo", BO)):
        with window(program(data, "--as", name)) as opened:
            fill_in(opened, *words)
            copies.append(share(opened))
    first, second = copies
    assert first != second
    with window(program(data, "--as", "ada", "beside", f"~/{second}")) as opened:
        guess_and_turn(opened, ADA, BO)
        opened.press("esc")
        opened.wait_for("On from where you stopped")
        opened.press("ctrl+q")
        assert opened.wait_for_end() == 0
        assert without_words(opened, BO)
    with window(program(data, "--as", "bo"), size=(120, 36)) as opened:
        opened.wait_for("What have you been trimming")
        opened.press("esc")
        chosen(opened, "lay your partner", "Theirs is read, and kept nowhere.")
        opened.press(f"~/{first}", "enter")
        guess_and_turn(opened, BO, ADA)
        opened.press("f9")
        assert opened.wait_for_end() == 0
        assert without_words(opened, ADA)
    homes = {"ada": data / "readers" / "ada", "bo": data / "readers" / "bo"}
    for name, words in (("ada", BO), ("bo", ADA)):
        kept = b"".join(path.read_bytes() for path in homes[name].rglob("*") if path.is_file())
        assert not any(word.encode() in kept for word in words)
        assert (TOGETHER + ADDED).encode() in kept
    left = {path for path in tmp_path.rglob("*") if path.is_file()} - {
        path for home in homes.values() for path in home.rglob("*")
    }
    assert left == {tmp_path / "home" / name for name in (first, second)}
