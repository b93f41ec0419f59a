"""Help: the keys of this place, and what to know about one's words."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from ...commands import PaletteLine
from ...own_keys import key_of, shown_of
from ...widgets import KeyLine, PageView
from ...widgets.prose import Lines, hung
from .dialog import Dialog, titled

PAGE = [
    ("↑ ↓  j k", "Read line by line."),
    ("Space, PgDn, PgUp", "Read screen by screen."),
    ("Home, End", "The top and the bottom of the page."),
    ("→ ←", "Choose a link of the page: Enter follows it, Esc lets go."),
    ("Ctrl+P", "Everything that can be done, and every chapter."),
]
FIELDS = [
    ("Tab, Shift+Tab", "The next field, the one before."),
    ("Esc", "Out of a field, back to the page. It never changes a word."),
    ("Space, Enter", "In a list: tick, or take the tick back."),
    ("Enter", "Where a tick opens questions: tick, and go into the first of them."),
    ("← →", "In a line of options: move. Space chooses."),
    ("← →  0–9", "On a scale: choose a number. Backspace takes it back."),
    ("↑ ↓", "In a date: a day later, a day earlier."),
    ("Space, ← →", "On a card: turn it over; see the others."),
    ("Space, ← →", "In turns: start and stop the clock; go to the next, or back."),
    ("Ctrl+Z, Ctrl+Y", "In a text: undo, and undo the undoing."),
    ("F7", "In a text: mark all of it. Shift and an arrow mark a part."),
]
WORDS = (
    "Every word is saved a moment after you type it; the top line says when it is. "
    "Nothing has to be filled in, and leaving never asks.",
    'Where the top line says "kept out of copies", no copy that you make to share holds what you write.',
    "Letters such as n and p act while you read, large or small. In an exercise they are text or nothing; "
    "use {f3} and {f4} there.",
    "Leave now ({f9}) clears this window and its whole scroll-back, so whatever stood there before "
    "goes as well. It cannot hide that the program was used.",
    "Drag over words to mark them, click twice for a word, three times for a paragraph; Ctrl+C copies. Hold "
    "Shift while you drag, and your terminal marks what it shows, in its own way.",
    "Words that you copy are in the clipboard then, and stay there after Leave now, until you copy "
    "something else.",
)
WIDTH = 19
"""Cells for the keys, so that what they do stands in one column."""
LEAST = 24
"""Cells that what they do is given beside them at least; else it stands beneath."""


def keys_of(screen: Screen[Any]) -> Sequence[tuple[str, str]]:
    """What the keys do where the reader is: what the dialog says of its own, else what the key line says."""
    if isinstance(screen, Dialog):
        return screen.keys_here
    said = (hint for line in screen.query(KeyLine) for hint in line.keys)
    return [(key, f"{does[:1].upper()}{does[1:]}.") for key, does, action in said if action != "app.help"]


def _to_know(app: App[Any]) -> str:
    """What to know, with the keys that the reader has."""
    f3, f4 = key_of(app, "previous_page", "F3"), key_of(app, "next_page", "F4")
    return "\n\n".join(WORDS).format(f3=f3, f4=f4, f9=shown_of(app, "leave_now", "F9 or Ctrl+T"))


class KeySaid(Lines):
    """A key and what it does."""

    def __init__(self, key: str, does: str) -> None:
        super().__init__()
        self._key = Content(key).stylize("bold")
        self._does = Content(does)

    def wrapped(self, width: int) -> list[Content]:
        """Side by side where there is room."""
        if width - WIDTH < min(LEAST, self._does.cell_length):
            return [self._key, *(line for line, _ in hung(Content("  "), self._does, width))]
        return [line for line, _ in hung(self._key.pad_right(WIDTH - len(self._key)), self._does, width)]


class HelpDialog(Dialog[None]):
    """The help, scrolled like a page; `lines` are all commands of the place it was opened from.

    `here` are the keys of that very place, which come first.
    """

    BINDINGS = [Binding("f1,question_mark", "close", show=False, id="help")]

    def __init__(self, lines: Iterable[PaletteLine], here: Iterable[tuple[str, str]] = ()) -> None:
        super().__init__()
        self._here = list(here)
        self._shown = [(line.keys, line.explained) for line in lines if line.keys]

    def compose(self) -> ComposeResult:
        """One page of keys, and some things to know."""
        with Vertical():
            yield titled("Help", "↑ ↓ read on, Esc closes")
            with PageView():
                for title, keys in (
                    *((("Here", self._here),) if self._here else ()),
                    ("Reading", PAGE),
                    ("Filling in", FIELDS),
                    ("Everything else", self._shown),
                ):
                    yield Static(Content(title), classes="section")
                    for usual, does in keys:
                        key = shown_of(self.app, "leave_field", usual) if usual == "Esc" else usual
                        yield KeySaid(key, does)
                    yield Static()
                yield Static(Content("Good to know"), classes="section")
                yield Static(Content(_to_know(self.app)))

    def on_mount(self) -> None:
        """Read with the arrows at once; what the keys do may change while the page below is laid out."""
        self.query_one(PageView).focus()
        below = self.app.screen_stack[-2]
        for line in below.query(KeyLine):
            self.watch(line, "keys", partial(self._say_anew, below), init=False)

    async def _say_anew(self, below: Screen[Any]) -> None:
        if (here := list(keys_of(below))) != self._here:
            self._here = here
            await self.recompose()
            self.query_one(PageView).focus()
