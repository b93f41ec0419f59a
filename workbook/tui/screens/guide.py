"""Help: the keys of this place, and what to know about one's words."""

from textual.app import ComposeResult

from ...book import Block, Prose, Run
from ..commands import EVERYWHERE, READING
from ..widgets import PageView, ProseView
from .dialog import Dialog

FIELDS = [
    ("Tab, Shift+Tab", "the next field, the one before"),
    ("Esc", "out of a field, back to the page; it never changes a word"),
    ("Space, Enter", "in a list: tick, or take the tick back"),
    ("← →  0–9", "on a scale: choose a number; Backspace takes it back"),
    ("Ctrl+Z, Ctrl+Y", "in a text: undo, and undo the undoing"),
]
PAGE = [
    ("↑ ↓  j k", "read line by line"),
    ("Space, PgDn, PgUp", "read screen by screen"),
    ("Home, End", "the top and the bottom of the page"),
    ("Ctrl+P", "everything that can be done, and every chapter"),
]
WORDS = (
    "Every word is saved a moment after you type it; the top line says when it is. Nothing has to be filled in, "
    "and leaving never asks.",
    "Letters such as n and p act while you read. In a text they are letters; use F3 and F4 there.",
    "Leave now (F9) clears this window and its whole scroll-back, so whatever stood there before goes as well. "
    "It cannot hide that the program was used.",
    "Words that you copy (Ctrl+C) go to the clipboard of your terminal, and stay there.",
)


def guide() -> Prose:
    """All keys, and four things to know."""
    shown = [(command.shown, command.help) for command in (*READING, *EVERYWHERE) if command.shown]
    blocks: list[Block] = []
    for title, keys in (("Reading", PAGE), ("Filling in", FIELDS), ("Everything else", shown)):
        blocks.append(Block("heading", (Run(title),), depth=2))
        blocks += (_line(key, does) for key, does in keys)
    blocks.append(Block("heading", (Run("Good to know"),), depth=2))
    blocks += (Block("paragraph", (Run(words),)) for words in WORDS)
    return Prose(tuple(blocks))


def _line(key: str, does: str) -> Block:
    return Block("item", (Run(does),), mark=f"{key:<17}")


class GuideScreen(Dialog[None]):
    """The help, scrolled like a page."""

    def compose(self) -> ComposeResult:
        """One page of keys."""
        with PageView():
            yield ProseView(guide())

    def on_mount(self) -> None:
        """Read with the arrows at once."""
        self.query_one(PageView).focus()
