"""Where the adversary sits: one program in its terminal, with its folder, its clock and its editor."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks.adversary.actions import Clock, Heard, Pause, Seen, Size, Stop
from benchmarks.adversary.oracle import Look, look
from benchmarks.adversary.waiting import SLOWEST, HungError, Waiting
from benchmarks.patience import Patience
from benchmarks.terminal import Program, TooLateError

_EDITOR = '#!/bin/sh\necho " and from the editor" >> "$1"\n'


class Seat:
    """The folder of one reader, and what is done to the program in it; one start after the other."""

    def __init__(self, folder: Path, book: Path, book_id: str, fault: str) -> None:
        self.file = folder / "data" / f"{book_id}.json"
        self.program: Program
        self.waiting: Waiting
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
        self.waiting = Waiting(self.program, self._folder / "stacks")
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
            self._play(part)
            self.program.listen(gap)

    def _play(self, part: object) -> None:
        match part:
            case Heard():
                self._hear()
            case Seen():
                self.waiting.see(part.word)
            case _:
                self.pressed.append(repr(part))
                if not isinstance(part, Pause):
                    self.waiting.begin()
                self._do(part)

    def _do(self, part: object) -> None:
        match part:
            case str():
                self.program.press(part)
            case Pause():
                self.waiting.rest(part.seconds)
            case Size():
                self.size = part
                self.program.resize(part)
            case Clock():
                self._clock.with_suffix(".new").write_text(f"{part.ahead:+d}")
                self._clock.with_suffix(".new").replace(self._clock)
            case Stop():
                self._stop()
                self.waiting.begin()
                self.program.signal(signal.SIGCONT)

    def _stop(self) -> None:
        """Have it stopped: it saves first, and must not be continued before that."""
        self.program.signal(signal.SIGTSTP)
        patience = self.program.patience()
        while not self.program.is_stopped and not self.program.is_over:
            if patience.own > SLOWEST:
                raise HungError(f"it does not stop for {patience}\n{self.program.text}")
            self.program.listen(0.05)
        self.program.listen(0.1)

    def _hear(self) -> None:
        self.answered.append(self.waiting.hear())

    def look(self) -> Look:
        """The file as it stands."""
        return look(self.file)

    def patience(self) -> Patience:
        """How long the program has, from now on."""
        return self.program.patience()

    def wait(self, is_so: Callable[[Look], bool], seconds: float) -> Look:
        """The file once it `is_so`, or as it is when the program has had so many seconds to make it so."""
        patience = self.patience()
        while not is_so(found := self.look()) and patience.own < seconds and not self.program.is_over:
            self.program.listen(0.05)
        return found

    def rest(self, seconds: float) -> Look:
        """The file as it is when the program has had so many seconds in which nothing is sent."""
        return self.wait(lambda _: False, seconds)


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
