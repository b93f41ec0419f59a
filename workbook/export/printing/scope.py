"""How far a request reaches: the whole book, or some chapters and exercises of it."""

from collections.abc import Collection
from typing import NamedTuple

from ...book import exercise_of

NOW = "now"
"""The name of what *Your words* shows first, where a place could be named."""


class Scope(NamedTuple):
    """Places in a book; none of them means all of it."""

    places: Collection[str] = ()
    """Ids of chapters and leaflets, `steps/plan` for an exercise, or `now`."""

    @property
    def is_whole(self) -> bool:
        """Whether it is the whole book."""
        return not self.places

    @property
    def is_now(self) -> bool:
        """Whether what stands at the top of *Your words* is asked for."""
        return NOW in self.places

    def touches(self, chapter: str) -> bool:
        """Whether it reaches into `chapter`, an id."""
        return self.is_whole or any(place.partition("/")[0] == chapter for place in self.places)

    def holds(self, address: str) -> bool:
        """Whether the answer, or the exercise, at `address` is within it."""
        chapter, exercise = address.partition("/")[0], exercise_of(address)[0]
        return self.is_whole or chapter in self.places or exercise in self.places
