"""Find: in the book and in the reader's own answers, or in those alone."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual.content import Content
from textual.widgets import Input

from ....book import MOST_HITS, Book, Hit, phrases, words_sought
from ...widgets import Hanging
from .looking import KEYS, LookingDialog


class Ground(NamedTuple):
    """What is looked through, in words for the reader."""

    prompt: str
    teaching: str
    nothing: str
    not_together: str


EVERYWHERE = Ground(
    "Find",
    "Type a word or two, to look in the chapters, the exercises and your own answers. What you type here "
    "is forgotten when the curtain falls, and at the end.",
    "These words are not in the book, and not in your answers. A part of a word is enough.",
    "No paragraph of the book, and none of your answers, has all of these words in it. Try fewer.",
)
OWN = Ground(
    "Find in your own words",
    "Type a word or two, to look in what you wrote, and nowhere else. What you type here is forgotten when "
    "the curtain falls, and at the end.",
    "You wrote no such words. A part of a word is enough.",
    "None of your answers has all of these words in it. Try fewer.",
)


class Sought(NamedTuple):
    """What was looked for last, and which of the places was opened; in memory alone."""

    words: str = ""
    number: int = 0


class FindDialog(LookingDialog[Hit]):
    """Words to look for, and where they stand. It begins with what was looked for last, ready to be replaced.

    What was looked for is kept in no file.
    """

    def __init__(
        self, book: Book, look: Callable[[str], tuple[Hit, ...]], ground: Ground, last: Sought
    ) -> None:
        super().__init__(ground.prompt)
        self.last = last
        """What is looked for; of places opened the last one."""
        self._book = book
        self._look_for = look
        self._ground = ground

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
        return self._look_for(words) if words_sought(words) else ()

    def drawn(self, found: Hit, mark: str) -> Hanging:
        """Where it stands, and below it the words in what stands around them."""
        front = self._book.front(found.chapter)
        title = front.title if front else phrases.KEPT_ASIDE
        page = self._book.open(front).pages[found.page].title if front else title
        place = found.where or (f"{title} · {page}" if page != title else title)
        where = Content(place).stylize("$text-muted")
        is_told = found.own and self._ground is EVERYWHERE
        own = Content.styled("  your words", "bold $accent") if is_told else Content("")
        snippet = Content(found.snippet).stylize("bold underline", found.start, found.end)
        return Hanging(Content.styled(mark, "bold $accent"), Content("\n").join([where + own, snippet]))

    def said(self, words: str, count: int) -> str:
        """How many places there are, in words; before any were typed, what can be found."""
        if not (sought := words_sought(words)):
            return self._ground.teaching
        if count >= MOST_HITS:
            return f"The first {MOST_HITS} places; one more word makes them fewer. {KEYS}"
        nothing = self._ground.not_together if " " in sought else self._ground.nothing
        return {0: nothing, 1: f"One place. {KEYS}"}.get(count, f"{count} places. {KEYS}")
