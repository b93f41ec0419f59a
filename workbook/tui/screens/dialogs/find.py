"""Find, in the book and in the reader's own answers."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from ....answers import Answers
from ....book import Book, Hit, found
from ...widgets import Hanging
from .looking import KEYS, LookingDialog

MOST = 200
"""So many hits are shown at most."""

TEACHING = (
    "Type a word or two, to look in the chapters, the exercises and your own answers. What you type here "
    "is not kept."
)
NOTHING = "These words are not in the book, and not in your answers. A part of a word is enough."


class FindDialog(LookingDialog[Hit]):
    """Words to look for, and where they stand. What was looked for is kept nowhere."""

    def __init__(self, book: Book, answers: Answers, today: date) -> None:
        super().__init__("Find")
        self._book = book
        self._today = today
        self._answers = dict(answers)

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
