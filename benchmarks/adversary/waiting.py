"""Waiting for the program until it answers, or had time enough to; and what it does instead."""

import signal
import time
from contextlib import suppress
from pathlib import Path

from benchmarks.terminal import Program, TooLateError

SLOWEST = 10.0
"""Seconds of its own in which the program has to answer a key; whoever waits longer takes it for dead."""
_CALM = 0.3
"""Seconds of its own in which it draws nothing: it has done all that it was asked for."""
_LOOKS = 3
"""How often it is asked where it stands, half a second apart: at one place it hangs, at many it is busy."""
_LIVELY = 2.0
"""Seconds of its own in which it draws itself anew for another window, unless something holds it up."""
_OTHER = (81, 25)
"""A window that is like no other."""


class HungError(TooLateError):
    """The program answers nothing any more."""


class SilentError(TooLateError):
    """The program lives, but what had to show did not."""


class Waiting:
    """Waits for one program; `stacks` is the file in which it says where it stands."""

    def __init__(self, program: Program, stacks: Path) -> None:
        self._program = program
        self._stacks = stacks
        self._patience = program.patience()
        self._since, self._written = program.begun, 0

    def begin(self) -> None:
        """Something is about to be sent."""
        self._patience = self._program.patience()
        self._since, self._written = time.perf_counter(), self._program.written

    def hear(self) -> float:
        """Wait until something was drawn since then, then nothing for a moment; how long the first took."""
        if not self._is_drawn(SLOWEST):
            said = self._said("no answer to a key")
            self.try_again()
            raise SilentError(f"{said}\nIt draws itself anew in another window.\n{self._program.text}")
        answered = self._program.last - self._since
        while self.rest(_CALM, drawing=False):
            if self._patience.own > 2 * SLOWEST:
                raise HungError(self._said("it draws without end"))
        return answered

    def rest(self, seconds: float, *, drawing: bool = True) -> bool:
        """Let it have so many seconds; with `drawing` off, only until it draws. Whether it drew."""
        patience, written = self._program.patience(), self._program.written
        while not self._program.is_over and (left := seconds - patience.own) > 0:
            self._program.hear(left)
            if not drawing and self._program.written > written:
                break
        return self._program.written > written

    def see(self, word: str, seconds: float = 2.0) -> None:
        """Wait until `word` stands on the screen; no longer than it takes to get there."""
        while word not in self._program.text and not self._program.is_over and self._patience.own < seconds:
            self._program.hear(0.02)

    def try_again(self) -> None:
        """Raise HungError unless it draws itself anew in a window of another size."""
        self.begin()
        self._program.resize(_OTHER)
        if not self._is_drawn(_LIVELY):
            raise HungError(self._said("no answer to another window"))

    def _is_drawn(self, seconds: float) -> bool:
        while self._program.written == self._written and not self._program.is_over:
            if not self._program.hear(0.5) and self._patience.own > seconds:
                return False
        return True

    def _said(self, missed: str) -> str:
        """What is missed, for how long, and what it does instead."""
        passed, screen = str(self._patience), self._program.text
        state = f"; its state is {self._program.state}" if not self._program.is_over else ""
        return f"{missed} for {passed}{state}\n{self._stands()}\n{screen}"

    def _stands(self) -> str:
        """Where its threads stand, at some moments in turn."""
        for _ in range(_LOOKS):
            with suppress(ProcessLookupError):
                self._program.signal(signal.SIGURG)
            self._program.listen(0.5)
        return self._stacks.read_text() if self._stacks.exists() else ""
