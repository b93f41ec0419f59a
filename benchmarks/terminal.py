"""A program in a terminal of its own: keys go in, and what comes out is noted with the time it came.

What came is parsed only when somebody looks, so the cost of playing a terminal is never inside a measurement.
"""

import os
import select
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pexpect

from benchmarks.drawn import Drawn
from benchmarks.patience import Patience

SIZE = (120, 40)
"""Columns and rows."""

_PROLOGUE = 2_000
"""Bytes."""
_UNREAD = 20.0
"""Seconds in which a program has to read keys that there is no more room for."""
_ASKED = b"\x1b[?2026$p"
_ANSWER = b"\x1b[?2026;2$y"
Shown = Callable[[str], bool]
"""Whether a screen, as text, shows what is waited for."""


def _as_a_shell() -> None:
    """Ignore no hang-up, though whoever measures may be told to (nohup)."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


class TooLateError(Exception):
    """What was waited for did not come; the message is the screen."""


class Program:
    """`command`, running; to be used as a context, which ends it."""

    def __init__(
        self,
        command: Sequence[str],
        folder: Path,
        size: tuple[int, int] = SIZE,
        environ: Mapping[str, str] | None = None,
    ) -> None:
        columns, rows = size
        plain = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "PYTHONPATH")}
        plain |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", **(environ or {})}
        self._child = pexpect.spawn(
            command[0],
            list(command[1:]),
            cwd=folder,
            env=plain,
            dimensions=(rows, columns),
            timeout=None,
            preexec_fn=_as_a_shell,
        )
        self._child.delaybeforesend = None
        os.set_blocking(self._child.child_fd, False)
        self.begun = time.perf_counter()
        """When the program was executed."""
        self.last = self.begun
        """When it wrote last."""
        self.written = 0
        """Bytes it wrote so far."""
        self.prologue = b""
        """What it wrote first: the modes that it wants are in it."""
        self.is_over = False
        self._drawn = Drawn(size)
        self._chunks: list[tuple[float, bytes]] = []

    def __enter__(self) -> "Program":
        return self

    def __exit__(self, *_: object) -> None:
        self._child.close(force=True)

    def press(self, keys: str) -> float:
        """Write the keys; returns when. Raises TooLateError where they are not read."""
        pressed, left = time.perf_counter(), keys.encode()
        while left and not self.is_over:
            if not select.select([], [self._child.child_fd], [], _UNREAD)[1]:
                raise TooLateError(self.text)
            try:
                left = left[os.write(self._child.child_fd, left) :]
            except BlockingIOError:
                self._take(0.01)
            except OSError:  # it has ended
                break
        return pressed

    def listen(self, seconds: float) -> None:
        """Take in what comes for so long."""
        until = time.perf_counter() + seconds
        while not self.is_over and (left := until - time.perf_counter()) > 0:
            self._take(left)

    def hear(self, seconds: float) -> bool:
        """Whether something comes within `seconds`; returns as soon as it does."""
        return self._take(seconds)

    def wait(self, shown: Shown, *, quiet: float = 0.1, limit: float = 30.0) -> float:
        """When `shown` first held; returns once nothing has come for `quiet` seconds after that."""
        return self.moments((shown,), quiet=quiet, limit=limit)[0]

    def moments(self, wanted: Sequence[Shown], *, quiet: float = 0.1, limit: float = 30.0) -> Sequence[float]:
        """When each of `wanted` first held. Raises TooLateError."""
        until = time.perf_counter() + limit
        found: dict[int, float] = {}
        while time.perf_counter() < until and not self.is_over:
            while self._take(quiet):
                pass
            self._look(wanted, found)
            if len(found) == len(wanted):
                return [found[number] for number in range(len(wanted))]
        raise TooLateError(self.text)

    def resize(self, size: tuple[int, int]) -> None:
        """Give its window so many columns and rows."""
        columns, rows = size
        self._drawn.resize(size)
        self._child.setwinsize(rows, columns)

    def leave(self, keys: str, limit: float = 10.0) -> float:
        """Press the keys that end it; how many seconds it took to be gone."""
        pressed = self.press(keys)
        self.ended(limit)
        return time.perf_counter() - pressed

    def ended(self, limit: float = 10.0) -> int:
        """Wait for its end; its exit status, or minus the signal that ended it. Raises TooLateError."""
        patience = self.patience()
        while not self.is_over and patience.own < limit:
            self._take(0.5)
        if not self.is_over:
            raise TooLateError(self.text)
        self._child.wait()
        return self._status

    def signal(self, number: int) -> None:
        """Send it a signal."""
        os.kill(self._child.pid, number)

    def hang_up(self, limit: float = 10.0) -> int:
        """Close its window and wait for its end; returns as `ended` does. Raises TooLateError."""
        text, patience = self.text, self.patience()
        self._child.ptyproc.fileobj.close()
        self._child.closed = self._child.ptyproc.closed = self.is_over = True
        while self._child.isalive():
            if patience.own > limit:
                self.signal(signal.SIGKILL)
                raise TooLateError(text)
            time.sleep(0.01)
        return self._status

    def kill(self) -> float:
        """End it at once, as `kill -9` does; returns when."""
        self.signal(signal.SIGKILL)
        killed = time.perf_counter()
        self._child.wait()
        return killed

    @property
    def _status(self) -> int:
        return int(-self._child.signalstatus if self._child.signalstatus else self._child.exitstatus)

    @property
    def text(self) -> str:
        """The screen as it stands."""
        self._look((), {})
        return self._drawn.text

    @property
    def cpu(self) -> float:
        """Seconds of processor time so far."""
        return time.clock_gettime((~self._child.pid << 3) | 2)

    def patience(self) -> Patience:
        """How long it is waited for, from now on."""
        return Patience(self._child.pid)

    @property
    def state(self) -> str:
        """As `ps` says it: R runs, S sleeps, D waits for a disk, T is stopped, Z has ended."""
        return Path(f"/proc/{self._child.pid}/stat").read_text().rpartition(") ")[2][:1]

    @property
    def is_stopped(self) -> bool:
        """Whether it waits to be continued."""
        return self.state == "T"

    @property
    def memory(self) -> float:
        """The most that was resident so far, in MiB."""
        status = Path(f"/proc/{self._child.pid}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024

    def _take(self, seconds: float) -> bool:
        """Whether something came within `seconds`."""
        if self.is_over or not select.select([self._child.child_fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._child.child_fd, 65_536)
        except OSError:
            data = b""
        if not data:
            self.is_over = True
            return False
        self.last = time.perf_counter()
        self.written += len(data)
        if len(self.prologue) < _PROLOGUE:
            self.prologue += data
        self._chunks.append((self.last, data))
        if _ASKED in data:
            self._child.send(_ANSWER)
        return True

    def _look(self, wanted: Sequence[Shown], found: dict[int, float]) -> None:
        """Draw what has come; note in `found` when each of `wanted` first held in a finished frame."""
        for when, chunk in self._chunks:
            self._drawn.take(chunk)
            if len(found) < len(wanted) and self._drawn.is_finished:
                text = self._drawn.text
                for number, shown in enumerate(wanted):
                    if number not in found and shown(text):
                        found[number] = when
        self._chunks.clear()
