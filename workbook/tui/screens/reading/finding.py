"""Finding words: what was looked for last, the way to what was found, and its mark on the page."""

from collections.abc import Callable
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

from ....book import Hit, found
from ....session import WORDS, PageRef, ScrollAnchor
from ..dialogs.find import EVERYWHERE, OWN, FindDialog, Ground, Sought
from .hit import mark_hit

if TYPE_CHECKING:
    from .reading import ReadingScreen


class Finding:
    """Asks over `screen` what is looked for, remembers it for a while, and goes there.

    It is forgotten on another day and whenever the curtain has fallen: who lifts it may be somebody else.
    """

    def __init__(self, screen: "ReadingScreen") -> None:
        self._screen = screen
        self._sought: dict[Ground, Sought] = {}
        self._day: date | None = None
        """The day on which that was looked for."""
        self._hit: Hit | None = None
        """What was found, until its page is there."""

    def ask(self, own: Callable[[str], tuple[Hit, ...]] | None) -> None:
        """Ask for words, and go where they stand; `own` looks in the reader's alone, else everywhere."""
        ground, today = OWN if own else EVERYWHERE, self._screen.now().date()
        if today != self._day:
            self.forget()
        self._day = today
        last = self._sought.get(ground, Sought())
        dialog = FindDialog(self._screen.book, own or self._everywhere(), ground, last)

        def leave(hit: Hit | None) -> None:
            self._sought[ground] = dialog.last
            if hit:
                self._go_to(hit)

        self._screen.app.push_screen(dialog, leave)

    def forget(self) -> None:
        """Begin with nothing the next time."""
        self._sought.clear()

    def mark(self) -> None:
        """Mark what was found, once the page that was opened for it is laid out."""
        if self._hit is not None:
            self._screen.call_after_refresh(mark_hit, self._screen.view, self._hit)
            self._hit = None

    def _everywhere(self) -> Callable[[str], tuple[Hit, ...]]:
        """What finds words in the book, in the answers and in what is kept aside, as that is now."""
        book, answers, today = self._screen.book, self._screen.answers, self._screen.now().date()
        aside = cache(partial(self._aside, today))
        return lambda words: found(book, answers, words, today, aside())

    def _aside(self, today: date) -> tuple[str, ...]:
        from ....export.printing.kept_aside import words_aside
        from ..editing import LeftOvers

        book, answers = self._screen.book, self._screen.answers
        left = LeftOvers(book, answers, self._screen.reopen).found()
        return (*words_aside(book, answers, today), *(one.words or "" for one in left))

    def _go_to(self, hit: Hit) -> None:
        screen, spot = self._screen, ScrollAnchor(hit.block, hit.part)
        front = screen.book.front(hit.chapter)
        if hit.chapter == WORDS.id:
            screen.go(PageRef(WORDS), spot=spot, field=hit.address)
        elif front is None:
            screen.action_kept()
        elif front in screen.book.extras:
            screen.open_leaflet(front, hit.page, spot)
        else:
            self._hit = hit
            screen.go(screen.journey.page_called(hit.chapter, number=hit.page), spot=spot, field=hit.address)
