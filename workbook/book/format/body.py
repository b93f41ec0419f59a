"""The top-level blocks of a file with the directives among them: where an exercise begins and ends."""

from collections.abc import Mapping
from typing import NamedTuple

from ..markdown import HEADING, LISTS, QUOTE, Piece, Source, prose
from ..model import Prose
from .directives import Directive


class Body(NamedTuple):
    """The blocks of a file, by index, and which of them are directives."""

    source: Source
    pieces: tuple[Piece, ...]
    directives: Mapping[int, Directive]

    def next(self, at: int, kinds: tuple[str, ...]) -> tuple[int, bool]:
        """The index of the first block after `at` that is of one of `kinds`, and True.

        Where a heading, a directive or the end comes before: the index of that one, and False.
        """
        for n in range(at + 1, len(self.pieces)):
            if self.pieces[n].kind in kinds:
                return n, True
            if n in self.directives or self.pieces[n].kind == HEADING:
                return n, False
        return len(self.pieces), False

    def past_broken(self, at: int) -> int:
        """The index of the block after what was meant as an exercise by the directive at block `at`.

        Its list is spoken for: to complain about every line of it would hide the one thing to mend.
        """
        slot, is_there = self.next(at, (*LISTS, QUOTE))
        if not is_there:
            return at + 1
        self.speak_for(slot, slot + 1)
        return slot + 1

    def speak_for(self, start: int, stop: int) -> None:
        """Have nothing said of the lists and quotes from block `start` to before `stop`."""
        for piece in self.pieces[start:stop]:
            if piece.kind in (*LISTS, QUOTE):
                self.source.slots.add(piece.lines.start)
                self.source.used.update(piece.lines)

    def prompt(self, at: int, stop: int) -> Prose:
        """What the blocks after `at` and before `stop` say."""
        return prose([piece.tokens for piece in self.pieces[at + 1 : stop]])
