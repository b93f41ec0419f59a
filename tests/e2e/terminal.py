"""The program in a real pty, and a screen that shows what a reader would see."""

import os
import re
import select
import signal
import termios
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pexpect
import pyte

from .resting import CALM, MOMENT, PATIENCE, has_unread, is_busy

ROOT = Path(__file__).parents[2]

TERMINAL = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
_NOT_INHERITED = ("TEXTUAL", "COLUMNS", "LINES", "PYTHONUNBUFFERED")
"""Settings of the tests: pytest's workers say a size, which would count for more than the window's, and no
reader's Python writes without a buffer."""
KEYS = {
    "enter": "\r", "tab": "\t", "shift+tab": "\x1b[Z", "esc": "\x1b", "backspace": "\x7f", "space": " ",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
    "pageup": "\x1b[5~", "pagedown": "\x1b[6~", "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR",
    "f4": "\x1bOS", "f5": "\x1b[15~", "f8": "\x1b[19~", "f9": "\x1b[20~",
}  # fmt: skip
"""What a terminal sends for a key; `ctrl+x` and single characters are made up as they come."""

_NO_PICTURE = re.compile(
    rb"\x1b\[[<>=?][0-9;]*[$]?[a-zA-Z]|\x1b\[[0-9;]* q"
    rb"|\x1b[P_\]](?:[^\x07\x1b]|\x1b[^\\])*(?:\x07|\x1b\\)|\x1b\\"
    rb"|\x1b\[[0-9;]*(?=\x1b)"
    rb"|\x1b\[[0-9]*;[0-9]*;[0-9;]*[Hfr]|\x1b\[[0-9]*;[0-9;]*[A-GI-Zabcdegijknopqs-z]"
)
"""Modes, queries and strings, of which pyte would print some as text; what the next sequence cuts short, and
it would read on; what has more numbers than it takes, being two that were torn. They stay in `raw`."""
_CUT_OFF = re.compile(rb"\x1b(?:\[[0-9;:<=>?$ ]*|[P_\]][^\x07\x1b]*)?$")


class Window:
    """A terminal window in which `argv` runs, started as by a shell: no signal but `ignored` is ignored.

    What it writes is read whenever something is waited for.
    """

    def __init__(
        self,
        argv: Sequence[str],
        size: tuple[int, int] = (80, 24),
        environ: Mapping[str, str] | None = None,
        ignored: Collection[int] = (),
    ) -> None:
        columns, rows = size

        def as_a_shell() -> None:
            for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
                signal.signal(number, signal.SIG_IGN if number in ignored else signal.SIG_DFL)

        inherited = {name: value for name, value in os.environ.items() if not name.startswith(_NOT_INHERITED)}
        everything = {**inherited, **TERMINAL, "PYTHONPATH": str(ROOT), **(environ or {})}
        self.child: Any = pexpect.spawn(
            argv[0], [*argv[1:]], dimensions=(rows, columns), env=everything, preexec_fn=as_a_shell
        )
        self.child.delaybeforesend = None
        self.modes = termios.tcgetattr(self.child.child_fd)
        """The modes of the terminal before the program changed them."""
        self.raw = b""
        """Every byte that the program wrote."""
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._rest = b""

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    @property
    def below_heading(self) -> list[str]:
        """The lines below the heading, which says at a time of its own that a word is saved."""
        return self.text.splitlines()[1:]

    @property
    def is_open(self) -> bool:
        """Whether the program still has the terminal."""
        return not self.child.closed and not self.child.flag_eof

    def read(self, seconds: float = 0.05) -> None:
        """Show what the program writes within `seconds`."""
        until = time.monotonic() + seconds
        while self.is_open and (left := until - time.monotonic()) > 0:
            try:
                data = self.child.read_nonblocking(65_536, timeout=left)
            except pexpect.TIMEOUT:
                return
            except pexpect.EOF:
                return
            self.raw += data
            self._show(data)

    def _show(self, data: bytes) -> None:
        whole = self._rest + data
        cut = _CUT_OFF.search(whole)
        self._rest = cut[0] if cut else b""
        self._stream.feed(_NO_PICTURE.sub(b"", whole[: cut.start()] if cut else whole))

    def press(self, *keys: str) -> None:
        """Send keys by name, or a text as it is, a moment apart as fingers are."""
        for key in keys:
            control = key.removeprefix("ctrl+")
            self.child.send(chr(ord(control) & 31) if control != key else KEYS.get(key, key))
            self.rest() if key == "esc" else self.read(
                0.03
            )  # ESC and a letter at once are Alt and the letter

    def rest(self, *, reading: bool = True) -> None:
        """Read until the program has done whatever it was asked to, and has painted it.

        Without `reading` it may have to wait for its terminal, and is at rest then too.
        """
        calm, until = 0, time.monotonic() + PATIENCE
        while self.is_open and calm < CALM and time.monotonic() < until:
            before = len(self.raw)
            self.read(MOMENT) if reading else time.sleep(MOMENT)
            calm = calm + 1 if len(self.raw) == before and not self._has_work else 0

    @property
    def _has_work(self) -> bool:
        return is_busy(self.child.pid) or has_unread(self.child.pid)

    def wait_for(self, text: str, seconds: float = PATIENCE) -> None:
        """Read until `text` stands on the screen; fails with the screen where it does not come."""
        self.wait_until(lambda: text in self.text, f"{text!r} on the screen", seconds)

    def wait_until(self, is_so: Any, what: str, seconds: float = PATIENCE) -> None:
        """Read until `is_so()`; fails with the screen, saying `what` was waited for."""
        until = time.monotonic() + seconds
        while not is_so():
            in_time = self.is_open and time.monotonic() < until
            assert in_time, f"waited for {what}; the screen is\n{self.text}"
            self.read()

    def wait_for_end(self, seconds: float = PATIENCE) -> int:
        """Read until the program ends, and return its exit status; minus the signal that killed it."""
        until = time.monotonic() + seconds
        while self.child.isalive():
            assert time.monotonic() < until, f"waited for the end; the screen is\n{self.text}"
            self.read() if self.is_open else time.sleep(0.01)
        self._read_to_the_end()
        status = self.child.exitstatus
        return int(status) if status is not None else -int(self.child.signalstatus)

    def _read_to_the_end(self) -> None:
        """Show what the program wrote last; pexpect takes a kernel that is a moment late for the end."""
        with suppress(OSError):
            while not self.child.closed and select.select([self.child.child_fd], [], [], 0.2)[0]:
                data = os.read(self.child.child_fd, 65_536)
                self.raw += data
                self._show(data)

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def kill(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self.child.pid, number)

    def hang_up(self) -> None:
        """Close the window, the program still in it."""
        self.child.ptyproc.fileobj.close()
        self.child.closed = self.child.ptyproc.closed = True

    @property
    def modes_now(self) -> list[Any]:
        """The modes of the terminal as they are."""
        return termios.tcgetattr(self.child.child_fd)


@contextmanager
def window(argv: Sequence[str], **options: Any) -> Iterator[Window]:
    """A window that is closed in the end, its program killed if it still runs."""
    opened = Window(argv, **options)
    try:
        yield opened
    finally:
        if opened.child.isalive():
            opened.kill(9)
            opened.wait_for_end()
        if not opened.child.closed:
            opened.child.close()
