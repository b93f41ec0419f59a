"""A chapter on its way to being printed: its lines, and the answers that are to stand in them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..markdown import Edit
from ..model import Answer, Item
from .boxes import ticked


class Filling(NamedTuple):
    """The lines of a chapter, and the answers that are to stand in them, each of them fitting its blank."""

    lines: Sequence[str]
    answers: Mapping[str, Answer]
    latest: bool = False
    """Whether only the newest entry of what repeats is wanted."""
    after: Mapping[str, str] = {}
    """Which entry each one was begun after, where the names do not tell."""

    def tick(self, item: Item) -> Edit:
        """A tick in the box of `item`."""
        line = item.lines.start
        return Edit(range(line, line + 1), [ticked(self.lines[line])])


class FilledSlot(NamedTuple):
    """The slot of an exercise as it stands in a filled file, and as it stands in the chapter."""

    quote: tuple[str, ...]
    """The lines of a quote; none of a list."""
    ticks: tuple[str, ...]
    """The ids of the items that have a tick here which they do not have in the chapter."""
    printed: tuple[str, ...]
    """The lines of the slot in the chapter."""
