"""Where the adversary sits: one program in its terminal, with its folder, its clock and its editor."""

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from benchmarks.adversary.actions import Clock, Heard, Pause, Size, Stop
from benchmarks.adversary.oracle import Look, look
from benchmarks.terminal import Program, TooLateError

SLOWEST = 10.0
"""Seconds in which the program has to answer a key; whoever waits longer takes it for dead."""
_CALM = 0.3
_EDITOR = '#!/bin/sh\necho " and from the editor" >> "$1"\n'


class Seat:
    """The folder of one reader, and what is done to the program in it; one start after the other."""

    def __init__(self, folder: Path, book: Path, book_id: str, fault: str) -> None:
        self.file = folder / "data" / f"{book_id}.json"
        self.program: Program
        self.pressed: list[str] = []
        """What was sent since the last time that all was well."""
        self.answered: list[float] = []
        """Seconds after which the program first drew something, each time that it was awaited."""
        self._folder = folder
        self._clock = folder / "clock"
        self._clock.write_text("+0")
        editor = folder / "editor"
        editor.write_text(_EDITOR)
        editor.chmod(0o700)
        (folder / "Documents").mkdir()
        self._environ = {"HOME": str(folder), "TZ": "Europe/Berlin", "EDITOR": str(editor), "ESCDELAY": "100"}
        self._environ |= _faked(self._clock)
        data = ["--data", str(self.file.parent), "--book", str(book)]
        self._command = [sys.executable, "-m", "benchmarks.adversary.started", fault, *data]

    def sit(self, size: Size) -> Program:
        """A start of the program; returns once it stands. Raises TooLateError."""
        self.pressed.append(f"start {size}")
        self.size = size
        self.program = Program(self._command, self._folder, size, self._environ)
        self._marked = 0, self.program.begun
        try:
            self._hear()
        except TooLateError:
            self.program.signal(signal.SIGKILL)
            raise
        return self.program

    @property
    def is_kitty(self) -> bool:
        """Whether the program has asked for every key as an escape code."""
        return b"\x1b[>25u" in self.program.prologue

    def play(self, parts: Iterable[object], gap: float = 0.0) -> None:
        """Do one part after another, with `gap` seconds between them. Raises TooLateError."""
        for part in parts:
            if self.program.is_over:
                return
            if isinstance(part, Heard):
                self._hear()
                continue
            self.pressed.append(repr(part))
            if not isinstance(part, Pause):
                self._marked = self.program.written, time.perf_counter()
            self._do(part)
            self.program.listen(gap)

    def _do(self, part: object) -> None:
        match part:
            case str():
                self.program.press(part)
            case Pause():
                self.program.listen(part.seconds)
            case Size():
                self.size = part
                self.program.resize(part)
            case Clock():
                self._clock.with_suffix(".new").write_text(f"{part.ahead:+d}")
                self._clock.with_suffix(".new").replace(self._clock)
            case Stop():
                self._stop()
                self._marked = self.program.written, time.perf_counter()
                self.program.signal(signal.SIGCONT)

    def _stop(self) -> None:
        """Have it stopped: it saves first, and must not be continued before that."""
        self.program.signal(signal.SIGTSTP)
        until = time.perf_counter() + SLOWEST
        while not self.program.is_stopped and not self.program.is_over:
            if time.perf_counter() > until:
                raise TooLateError(f"it does not stop\n{self.program.text}")
            self.program.listen(0.05)
        self.program.listen(0.1)

    def _hear(self) -> None:
        """Wait until something was drawn since the last part, and then nothing for a moment."""
        written, since = self._marked
        while self.program.written == written and not self.program.is_over:
            if not self.program.hear(0.5) and time.perf_counter() > since + SLOWEST:
                raise TooLateError(f"no answer to a key for {SLOWEST:.0f} s\n{self.program.text}")
        self.answered.append(self.program.last - since)
        while not self.program.is_over and time.perf_counter() < self.program.last + _CALM:
            if time.perf_counter() > since + 2 * SLOWEST:
                raise TooLateError(f"it draws without end\n{self.program.text}")
            self.program.listen(0.05)

    def stacks(self) -> str:
        """Where the threads of a program that hangs stand."""
        if self.program.is_over:
            return ""
        with suppress(ProcessLookupError):
            self.program.signal(signal.SIGUSR2)
        self.program.listen(0.5)
        return (self._folder / "stacks").read_text()

    def look(self) -> Look:
        """The file as it stands."""
        return look(self.file)

    def field(self, seconds: float, *, none: bool = False) -> Look:
        """The file once some field, or with `none` no field, has the focus; else after `seconds`."""
        until = time.perf_counter() + seconds
        while bool((found := self.look()).field) == none and time.perf_counter() < until:
            self.program.listen(0.1)
        return found


def _faked(clock: Path) -> dict[str, str]:
    library = library_of_clocks()
    if not library:
        return {}
    return {
        "LD_PRELOAD": library,
        "FAKETIME_TIMESTAMP_FILE": str(clock),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "NO_FAKE_STAT": "1",
    }


def library_of_clocks() -> str:
    """Where libfaketime is; empty where it is not installed, and the clock of the program cannot be moved."""
    if not shutil.which("faketime"):
        return ""
    asked = ["faketime", "-m", "-f", "+0", "printenv", "LD_PRELOAD"]
    return subprocess.run(asked, capture_output=True, check=False, text=True).stdout.strip()
