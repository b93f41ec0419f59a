"""When a change is saved: soon, but not at every key, and never so often that saving is all a disk does."""

QUIET = 0.25
"""Seconds without a change after which it is saved."""
LONGEST = 1.0
"""Seconds that a change waits at most, however the reader goes on typing."""
EASE = 20
"""A save waits this many times as long as the last one took, within LONGEST: 5 % of the time at most."""


class Pace:
    """Knows when the next save is due, in seconds of a clock that never jumps (`time.monotonic`)."""

    def __init__(self, now: float) -> None:
        self._first = self._last = self._ended = now
        self._took = 0.0

    def heard(self, now: float, *, is_first: bool) -> None:
        """A change came; `is_first` where none was waiting."""
        self._last = now
        if is_first:
            self._first = now

    def tried(self, begun: float, now: float) -> None:
        """A save has ended, well or not; what is still not saved waits for the next quiet moment."""
        self._first = self._last = self._ended = now
        self._took = now - begun

    @property
    def due(self) -> float:
        """When what is waiting is to be saved."""
        calm = max(self._last + QUIET, self._ended + EASE * self._took)
        return min(calm, self._first + LONGEST)
