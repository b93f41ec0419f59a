"""How the program is stopped for a while (`kill -TSTP`) and goes on, without a signal handler that writes.

Textual's handlers write to a queue at once, whose lock the very same thread may hold: the program would hang
for good. Here they only ask the loop to.
"""

import os
import signal
from asyncio import get_running_loop
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer
from typing import Any

from textual.driver import Driver

_DEADLINE = 1.5
"""Seconds in which the loop has to give the terminal back; then the program stops as it is."""


def stopping(driver_class: type[Driver], save: Callable[[], object]) -> type[Driver]:
    """`driver_class`, which stops and goes on in the loop, and calls `save` before it stops."""
    if not hasattr(signal, "SIGTSTP"):
        return driver_class

    class StoppingDriver(driver_class):  # type: ignore[valid-type, misc]  # the class differs by system
        def __init__(self, *arguments: Any, **options: Any) -> None:
            self._asked: Timer | None = None
            self._is_stopped = self._is_wanted = self._is_lent = False
            self._turning = get_running_loop()
            super().__init__(*arguments, **options)
            signal.signal(signal.SIGTSTP, self.ask_to_stop)
            signal.signal(signal.SIGCONT, self.ask_to_go_on)

        @contextmanager
        def no_automatic_restart(self) -> Iterator[None]:
            """While it is entered, another program has the terminal."""
            self._is_lent = True
            try:
                with super().no_automatic_restart():
                    yield
            finally:
                self._is_lent = False

        def ask_to_stop(self, *_: object) -> None:
            """The signal. While another program has the terminal there is nothing to write."""
            self._is_wanted = True
            if self._is_lent:
                _stop_now()
            elif self._asked is None:
                self._asked = Timer(_DEADLINE, self._stop_as_it_is)
                self._asked.daemon = True
                self._asked.start()
                self._turning.call_soon_threadsafe(self._stop_in_order)

        def _stop_in_order(self) -> None:
            asked, self._asked = self._asked, None
            if asked is None:
                return  # it has stopped already, and has gone on since
            asked.cancel()
            if not self._is_wanted:
                return
            save()
            self.suspend_application_mode()
            self._is_stopped = True
            if self._is_wanted:
                _stop_now()

        def _stop_as_it_is(self) -> None:
            self._asked = None
            _stop_now()

        def ask_to_go_on(self, *_: object) -> None:
            """The signal to go on, which takes back a stop that has not come about yet."""
            self._is_wanted = False
            if not self._is_lent:
                self._turning.call_soon_threadsafe(self._go_on)

        def _go_on(self) -> None:
            """Take the terminal; whoever had it meanwhile may have changed its modes."""
            if not self._is_stopped:
                self.suspend_application_mode()
            self._is_stopped = False
            self.resume_application_mode()
            self.send_message(self.SignalResume())

    return StoppingDriver


def _stop_now() -> None:
    os.kill(os.getpid(), signal.SIGSTOP)
