"""The ways to *Your words* and back: made by the first that leads there, for no start waits for it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from ....book import Answer, Hit
from ....session import KEPT, WORDS, PageRef, Place

if TYPE_CHECKING:
    from .moving import MovingScreen
    from .your_words import YourWords


class Gathering:
    """Opens *Your words* on `screen`; `choose` lets one version of an answer stand."""

    def __init__(self, screen: "MovingScreen", choose: Callable[[str, Answer], None]) -> None:
        self._screen = screen
        self._choose = choose
        self._words: YourWords | None = None

    async def show(self, place: Place) -> None:
        """Show the page as it stood at `place`."""
        from .your_words import YourWords

        if self._words is None:
            self._words = YourWords(self._screen, self._choose)
        await self._words.show(place)

    def find(self) -> Callable[[str], tuple[Hit, ...]] | None:
        """What finds words on the page, while it is open."""
        return self._words.find() if self._words and self._screen.is_in_words else None

    def open_or_leave(self) -> None:
        """Open the page; from there, back to where the reader was."""
        if self._screen.is_in_words:
            self.leave()
        else:
            self._screen.go(PageRef(WORDS))

    def open_kept(self) -> None:
        """Open it where the words stand that have no place in the book."""
        self._screen.go(PageRef(WORDS), field=KEPT)

    def leave(self) -> None:
        """Back to where the reader was; where a start began here, to the page before."""
        if self._screen.journey.has_before:
            self._screen.action_back()
        else:
            self._screen.go(self._screen.journey.previous())
