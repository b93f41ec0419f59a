"""The cards of two copies in their order: which one is up, whether it was turned, and what comes next."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a start waits for no export
    from ..export.sharing import Beside, Pair


class Pack:
    """The questions that both put in, one card each; behind them, as the last, what one put in alone.

    Where there is no card, its place is taken by a word on why.
    """

    def __init__(self, copies: "Beside") -> None:
        self.copies = copies
        self.at = 0
        """The number of the card that is up, from 0."""
        self._turned: set[int] = set()

    @property
    def cards(self) -> tuple["Pair", ...]:
        """All cards."""
        return self.copies.pairs

    @property
    def card(self) -> "Pair | None":
        """The card that is up; None behind the last one, and where there is none."""
        return self.cards[self.at] if self.at < len(self.cards) else None

    @property
    def is_turned(self) -> bool:
        """Whether both answers can be read."""
        return self.at in self._turned

    @property
    def is_behind(self) -> bool:
        """Whether what one of the two put in alone is up."""
        return self.at >= max(1, len(self.cards))

    @property
    def _last(self) -> int:
        return max(1, len(self.cards)) - (not (self.copies.yours or self.copies.theirs))

    def turn(self) -> None:
        """Turn the card: both answers at once, and for good."""
        self._turned.add(self.at)

    def go(self, number: int) -> bool:
        """Have the card `number` up, or what stands behind the last one; whether there is such a thing."""
        is_there = 0 <= number <= self._last
        if is_there:
            self.at = number
        return is_there

    @property
    def has_next(self) -> bool:
        """Whether anything comes after what is up."""
        return self.at < self._last
