"""The terminal as it was found, and how it is given back whatever the program was doing."""

import os
import queue
import select
import shutil
import sys
from contextlib import suppress
from threading import Thread
from time import monotonic, sleep
from typing import Any

from textual.driver import Driver
from textual.geometry import Size

if sys.platform != "win32":
    import termios

_IN = 0
_OUT = 1 if sys.platform == "win32" else 2
"""Where Textual reads and writes."""

_WRITE = 0.3
"""Seconds after which a terminal that does not read is left alone."""
_SILENCE = 0.3
"""Seconds in which what Textual was writing has to end."""
_LOOK = 1.0
"""Seconds between two looks, for systems that do not say when a terminal goes."""

RESET = (
    "\x1b\\\x1b[?2026l"
    "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"  # mouse
    "\x1b[?1004l\x1b[?2004l\x1b[?2048l\x1b[<u"  # focus, paste, resize, keyboard protocol
    "\x1b[?7h\x1b[0m\x1b[?1049l\x1b[?25h"  # wrapping, colours, the other screen, the cursor
)
"""Undoes every mode that Textual sets; harmless where it is set no more."""

NO_TITLE = "\x1b]0;\x07"
"""The title of the window, empty."""

_MANY = 25
"""Rows of a terminal that does not say how many it has, as Textual takes it."""


def erasing(driver_class: type[Driver], terminal: "Terminal") -> type[Driver]:
    """`driver_class`, emptying every row before it gives `terminal` back, for good or for a while."""

    class ErasingDriver(driver_class):  # type: ignore[valid-type, misc]  # the class differs by system
        def stop_application_mode(self) -> None:
            self.write(terminal.erased())
            super().stop_application_mode()

    return ErasingDriver


class Terminal:
    """The terminal of this process; made before Textual changes its modes, so that they can be restored."""

    def __init__(self) -> None:
        self._found = _modes()
        self._largest = Size()
        """The columns and rows that the page has had at most."""
        self._was_smaller = False
        """Whether it had fewer of either later on."""

    @property
    def can_go(self) -> bool:
        """Whether there was one to begin with, of a kind that can be watched."""
        return self._found is not None

    @property
    def is_there(self) -> bool:
        """Whether it has not gone since, as when a window is closed. Where none was, none can go."""
        return self._found is None or _modes() is not None

    @property
    def is_changed(self) -> bool:
        """Whether its modes are not those that were found."""
        return self._found is not None and _modes() not in (None, self._found)

    @property
    def has_keys(self) -> bool:
        """Whether keys were pressed that nobody has read yet."""
        return _modes() is not None and bool(select.select([_IN], [], [], 0)[0])

    def note_size(self, size: Size) -> None:
        """Note that the page has this size from now on."""
        was = self._largest
        self._largest = Size(max(was.width, size.width), max(was.height, size.height))
        self._was_smaller = self._was_smaller or size != self._largest

    def erased(self) -> str:
        """Ends what was cut off (a sequence, a synchronised frame) and empties row after row.

        Where there is no other screen to leave (GNU screen, and tmux if it is set so) what stands there
        stays, and clearing it at once (`CSI 2 J`) would push it into the scroll-back; an emptied row goes
        nowhere. A window that was made smaller (xterm, and that tmux) has pushed rows there itself: then the
        scroll-back is emptied too, whatever else stands in it.
        """
        rows = "".join(f"\x1b[{row};1H\x1b[2K" for row in range(1, _rows() + 1))
        behind = "\x1b[3J" if self._was_smaller else ""
        return f"\x1b\\\x1b[?2026l\x1b[0m{rows}\x1b[H{behind}"

    def cleared(self) -> str:
        """Nothing on the screen, nothing in the scroll-back."""
        return f"{self.erased()}\x1b[2J\x1b[3J"

    def write(self, text: str) -> None:
        """Write past every queue; a terminal that does not read is given up after a moment."""
        writing = Thread(target=_write, args=(text.encode(),), daemon=True)
        writing.start()
        writing.join(_WRITE)

    def give_back(self, text: str = RESET) -> None:
        """Empty the screen, write `text`, restore the modes found; keys not read yet are dropped."""
        self.write(self.erased() + text)
        if sys.platform != "win32" and self._found is not None:
            with suppress(termios.error):
                termios.tcflush(_IN, termios.TCIFLUSH)
                termios.tcsetattr(_IN, termios.TCSANOW, self._found)

    def forget(self) -> None:
        """Where it has gone, let nobody write to it: Python would, at its end, and change the status."""
        if not self.is_there:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            for stream in (1, 2):
                os.dup2(nowhere, stream)

    def wait_until_gone(self) -> None:
        """Return once the terminal is gone; costs nothing while it is there."""
        gone = select.poll()
        gone.register(_IN, 0)  # no event asked for: only a hang-up is told
        while self.is_there:
            if gone.poll(_LOOK * 1000) and self.is_there:
                sleep(_LOOK)  # this system tells of something else


def is_read(driver: Driver | None) -> bool:
    """Whether a thread reads the terminal. It has no public name."""
    reading: Any = getattr(driver, "_key_thread", None)
    return reading is not None and bool(reading.is_alive())


def silence(driver: Driver | None) -> None:
    """End what Textual writes: what waits is dropped, so that nothing follows what is written from now on.

    No public name reaches the thread that writes, nor what it has still to write.
    """
    writer: Any = getattr(driver, "_writer_thread", None)
    if writer is None or not writer.is_alive():
        return
    with suppress(queue.Empty):
        while True:
            writer._queue.get_nowait()
    with suppress(queue.Full):
        writer._queue.put_nowait(None)
    until = monotonic() + _SILENCE
    writer.join(0.02)
    while writer.is_alive() and monotonic() < until:
        _drop_output()  # a terminal that does not read holds it up
        writer.join(0.01)


def _modes() -> list[Any] | None:
    """The modes of the terminal; None where there is none."""
    if sys.platform == "win32":
        return None
    try:
        return termios.tcgetattr(_IN)
    except termios.error:
        return None


def _rows() -> int:
    """The rows that may have been painted: those of the terminal, and those that Textual was told of."""
    told = shutil.get_terminal_size((0, _MANY)).lines
    with suppress(OSError):
        return max(told, os.get_terminal_size(_OUT).lines)
    return told


def _drop_output() -> None:
    """Drop what the terminal has not read yet, and wake whoever waits to write more."""
    if sys.platform != "win32":
        with suppress(termios.error):
            termios.tcflush(_OUT, termios.TCOFLUSH)
            termios.tcsetattr(_OUT, termios.TCSANOW, termios.tcgetattr(_OUT))  # Linux wakes at this only


def _write(data: bytes) -> None:
    with suppress(OSError):
        while data:
            data = data[os.write(_OUT, data) :]
