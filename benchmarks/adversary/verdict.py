"""What was wrong in one life, and what stood in the file when all was well last."""

import sys
from collections.abc import Iterable
from typing import NamedTuple

from benchmarks.adversary.actions import Effect
from benchmarks.adversary.oracle import Kinds, Look, misdeeds, only
from benchmarks.adversary.seat import Seat

LAST = 80
"""How many of the last things that were sent are shown."""


class Fault(NamedTuple):
    """What went wrong, of which kind, and how it came to that."""

    kind: str
    text: str


class Verdict:
    """Judges looks at the file; each becomes what the next one is compared with."""

    def __init__(self, seat: Seat, kinds: Kinds, seed: int) -> None:
        self.faults: list[Fault] = []
        self.late: list[float] = []
        """Seconds after which words were saved that had to be saved sooner."""
        self.starts = self.rounds = 0
        self.known = seat.look()
        self.kinds = kinds
        self.seed = seed
        self._seat = seat

    def judge(self, when: str, effect: Effect) -> None:
        """Compare the file with what it may have become since all was well."""
        after = self._seat.look()
        self._blame_each(f"changed: {when}", misdeeds(self.known, after, effect, self.kinds))
        self.known = after

    def settle(self, kind: str, after: Look, at: str) -> None:
        """Nothing but what stands at `at` may be another than before; all that was sent is done with."""
        self._blame_each(f"elsewhere: {kind}", only(self.known, after, at))
        self.known = after
        self._seat.pressed.clear()

    def begin_anew(self) -> None:
        """It was ended in the middle of something that went wrong; nobody can say what the file must hold."""
        self.known = self._seat.look()

    def _blame_each(self, kind: str, wrong: Iterable[str]) -> None:
        for text in wrong:
            self.blame(kind, text)

    def blame(self, kind: str, text: str) -> None:
        """Something is wrong; it is said at once."""
        where = f"seed {self.seed}, start {self.starts}, round {self.rounds}"
        keys = "\n    ".join(self._seat.pressed[-LAST:])
        screen = lines(self._seat.program.text)
        self.faults.append(Fault(kind, f"{where}: {text}\n  after\n    {keys}\n  on the screen\n{screen}"))
        print(f"{where}: {kind}: {text.strip()[:200]}", file=sys.stderr, flush=True)


def lines(screen: str) -> str:
    """What stands on a screen, without the blanks."""
    return "\n".join(line.rstrip() for line in screen.splitlines() if line.strip())
