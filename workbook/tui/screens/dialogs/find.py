"""Find, in the book and in the reader's own answers."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from textual.content import Content
from textual.widgets import Input

from ....answers import Answers
from ....book import Book, Hit, found
from ...widgets import Hanging
from .looking import KEYS, LookingDialog

MOST = 200
"""So many hits are shown at most."""

TEACHING = (
    "Type a word or two, to look in the chapters, the exercises and your own answers. What you type here "
    "is forgotten when the program ends."
)
NOTHING = "These words are not in the book, and not in your answers. A part of a word is enough."


class Sought(NamedTuple):
    """What was looked for last, and which of the places was opened; in memory alone."""

    words: str = ""
    number: int = 0


class FindDialog(LookingDialog[Hit]):
    """Words to look for, and where they stand. It begins with what was looked for last, ready to be replaced.

    What was looked for is kept in no file.
    """

    def __init__(self, book: Book, answers: Answers, today: date, last: Sought) -> None:
        super().__init__("Find")
        self.last = last
        """What is looked for; of places opened the last one."""
        self._book = book
        self._today = today
        self._answers = dict(answers)

    def on_mount(self) -> None:
        """Show what was found last, with the cursor on the place that was opened; a letter begins anew."""
        super().on_mount()
        if self.last.words:
            with self.line.prevent(Input.Changed):
                self.line.value = self.last.words
            self.line.action_select_all()
            self.look(*self.last)

    def choose(self, number: int, found: Hit) -> None:
        """Leave for the place, and remember it."""
        self.last = Sought(self.words, number)
        super().choose(number, found)

    def action_close(self) -> None:
        """Close it; the words are there the next time, as they were when it was closed."""
        self.last = Sought(self.line.value, self.places.highlighted or 0)
        super().action_close()

    def sought(self, words: str) -> Sequence[Hit]:
        """Where the words stand, in the order of the book."""
        return found(self._book, self._answers, words, self._today)[:MOST]

    def drawn(self, found: Hit, mark: str) -> Hanging:
        """Where it stands, and below it the words in what stands around them."""
        chapter = self._book.chapter(found.chapter)
        title = chapter.front.title if chapter else ""
        page = chapter.pages[found.page].title if chapter else ""
        where = Content(f"{title} · {page}" if page != title else title).stylize("$text-muted")
        own = Content.styled("  your words", "bold $accent") if found.own else Content("")
        snippet = Content(found.snippet).stylize("bold underline", found.start, found.end)
        return Hanging(Content.styled(mark, "bold $accent"), Content("\n").join([where + own, snippet]))

    def said(self, words: str, count: int) -> str:
        """How many places there are, in words; before any were typed, what can be found."""
        if not words.strip():
            return TEACHING
        if count >= MOST:
            return f"The first {MOST} places; one more word makes them fewer. {KEYS}"
        return {0: NOTHING, 1: f"One place. {KEYS}"}.get(count, f"{count} places. {KEYS}")
