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
