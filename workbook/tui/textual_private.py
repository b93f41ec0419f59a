"""Every private name of Textual that the program uses, each with what no public name does.

Nobody has promised them: a release may rename one, and most would then fail in silence, among them what keeps
words out of the terminal after a crash. So they stand here and nowhere else, behind names of ours, and a test
asks of each whether it is there and whether Textual still does with it what is thought here.
"""

import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from queue import Empty, Full
from threading import Thread
from typing import TYPE_CHECKING, Any

from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._compositor import Compositor
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip

if TYPE_CHECKING:
    from textual.drivers._writer_thread import WriterThread
    from textual.widgets import OptionList

KEYS_SENT = ANSI_SEQUENCES_KEYS
"""What terminals send for keys, and how Textual reads it: what it does not know it types into the field."""

Renders = Iterable[tuple[Region, Region, list[Strip]]]


class FaultApp(App[None]):
    """Hears of every fault in it. What is public, `App.panic`, comes after a text with locals was made."""

    def hear_fault(self, error: Exception) -> None:
        """A handler, a worker, a timer or a widget failed."""
        super()._handle_exception(error)

    def _handle_exception(self, error: Exception) -> None:
        self.hear_fault(error)

    def _fatal_error(self) -> None:
        self.panic()

    def end_at_once(self, error: Exception | None = None) -> bool:
        """End without a word, with status 1; whether `error` is the first one.

        `App.exit` ends only after all that waits to be handled. What else Textual's own handler sets is set
        here too: it is how `run` and the tests hear of `error`.
        """
        is_first = error is not None and self._exception is None
        self._return_code = 1
        if is_first:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()
        return is_first


# What the terminal sends


class TerminalParser(XTermParser):
    """Textual's parser; the drivers make one of a class that they name themselves (`hear_through`)."""

    def with_alt(self, character: str) -> Iterable[events.Key]:
        """The key `character` pressed with Alt, however the parser would read it after an Esc."""
        return self._sequence_to_key_events(character, alt=True)


def hear_through(parser: Callable[[bool], TerminalParser]) -> None:
    """Let the drivers hear the terminal through what `parser` makes; they have no place to say so."""
    for name in ("linux_driver", "win32"):
        if module := sys.modules.get(f"textual.drivers.{name}"):
            vars(module)["XTermParser"] = parser


# The driver and its threads


def driver_of(app: App[Any]) -> Driver | None:
    """What reads and writes the terminal of `app`, while it runs."""
    return app._driver


def is_read(driver: Driver | None) -> bool:
    """Whether a thread reads the terminal."""
    reading: Thread | None = getattr(driver, "_key_thread", None)
    return reading is not None and reading.is_alive()


def writer_of(driver: Driver | None) -> "WriterThread | None":
    """The thread that writes to the terminal, if there is one."""
    writing: WriterThread | None = getattr(driver, "_writer_thread", None)
    return writing


def drop_unwritten(writer: "WriterThread") -> None:
    """Take from `writer` what it has still to write, and have it end; `Driver.close` waits until it has."""
    with suppress(Empty):
        while True:
            writer._queue.get_nowait()
    with suppress(Full):
        writer._queue.put_nowait(None)


# The screen


class RenderingCompositor(Compositor):
    """Paints what `renders` gives; Textual offers no other place to say how a screen is painted."""

    def renders(self, crop: Region) -> Renders:
        """For each widget in `crop`: where it is, what of it is seen, and those rows."""
        return super()._get_renders(crop)

    def _get_renders(self, crop: Region | None = None) -> Renders:
        return self.renders(crop or self.size.region)


def paint_with(screen: Screen[Any], compositor: RenderingCompositor) -> None:
    """Have `screen` painted by `compositor`."""
    screen._compositor = compositor


def option_rows(options: "OptionList", number: int) -> tuple[int, int]:
    """The first row of an option within its list, and how many it has; (0, 1) before it is laid out."""
    return options._index_to_line.get(number, 0), options._heights.get(number, 1)
