"""What a terminal sends, byte by byte, to the program as it is started."""

import pytest

from .starting import Start, begin_to_write

SENT = {
    "spaces that do not break": ("avec\xa0toi\u202f!", "avec\xa0toi\u202f!"),
    "a joiner": ("می\u200cخواهم", "می\u200cخواهم"),
    "a phrase of an input method": ("\x1b[49;;25105:24456:24819:24565:20320u", "我很想念你"),
    "a paste with escapes in it": (
        "\x1b[200~I felt \x1b[20~ unseen\x07 and said so\x1b[201~",
        "I felt [20~ unseen and said so",
    ),
    "a key that nobody knows": ("be\x1b[57428ufore", "before"),
}
LATE = {"ESCDELAY": "20000"}
"""Milliseconds after which the beginning of a sequence is a key: who sends the rest may be held up."""


@pytest.mark.parametrize(("sent", "kept"), SENT.values(), ids=SENT)
@pytest.mark.parametrize("singly", [True, False], ids=["byte by byte", "at once"])
def test_what_was_typed_or_pasted_is_kept(start: Start, sent: str, kept: str, singly: bool) -> None:
    with start(environ=LATE) as opened:
        begin_to_write(opened)
        for byte in sent.encode() if singly else ():
            opened.child.send(bytes([byte]))
            opened.read(0.001)
        if not singly:
            opened.child.send(sent)
        opened.press("tab", "!")
        opened.wait_for(" !")
        opened.press("ctrl+q")
        assert opened.wait_for_end() == 0
    assert (start.word(), start.word(address="words/second")) == (kept, "!")


def test_no_keyboard_protocol_is_asked_for(start: Start) -> None:
    """Ctrl keys would be lost on every layout without Latin letters."""
    with start() as opened:
        begin_to_write(opened)
        assert b"\x1b[>25u" not in opened.raw
        assert b"\x1b[>1u" not in opened.raw
