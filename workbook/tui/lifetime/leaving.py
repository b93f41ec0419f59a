"""How the program ends: asked by the reader, by a signal, by a terminal that is gone, or by a fault.

The signal handlers are real ones (`signal.signal`), not the loop's: while a terminal does not read, Textual
waits for it inside the loop, and the loop's handlers never run. Saving is the saver thread's and needs none.
"""

import logging
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from time import monotonic
from types import FrameType

from ...crash import crash_report
from ...text import clean
from ..gnu_screen import is_gnu_screen
from ..textual_private import driver_of, is_read
from .safe_exit import SafeExitApp
from .terminal import silence

_NO_END = (
    *("SIGKILL", "SIGSTOP"),  # nobody can hear them
    *("SIGSEGV", "SIGBUS", "SIGFPE", "SIGILL"),  # a handler in Python would come back to the very fault
    *("SIGCHLD", "SIGCLD", "SIGCONT", "SIGURG", "SIGWINCH", "SIGINFO"),  # they end nothing
    *("SIGTSTP", "SIGTTIN", "SIGTTOU"),  # they stop it for a while
)
_SIGNALS = signal.valid_signals() - {getattr(signal, name, None) for name in _NO_END}
"""Every signal that would end the program unheard, those without a name among them."""
_FROM_KEYS = (signal.SIGINT, getattr(signal, "SIGQUIT", None))
_HANG_UP = 129
_FAULT = 1
_NOT_WRITTEN = 3
_DEADLINE = 1.5
"""Seconds in which the loop has to turn, after saving: else it waits for a terminal that does not read."""
_DEADLINES = 3
"""While it turns, the app has so many times as long to end by itself: the machine may be busy."""
_CLOSING = 4.0
"""Seconds that a window of Windows is kept from closing at most; after five it closes all the same."""
_LOOK = 0.025
"""Seconds between two looks whether keys are still on their way."""
_LONGEST = 1.0
"""Seconds that they are waited for at most."""


class Departure:
    """Ends `app` when something outside it says so: saved, the place kept, the terminal restored, in time."""

    def __init__(self, app: SafeExitApp) -> None:
        self.status = 0
        """The exit status that was asked for first; 0 while none was."""
        self._app = app
        self._latest = 0.0
        """When the keys on their way have had time enough."""
        self._round = -1
        """The round of the thread that reads, when it was first seen that nothing was left to read."""
        self._insisting = threading.Thread(target=self._insist, daemon=True)
        self._is_late = False
        self._is_over = threading.Event()

    def hear(self, number: int, _frame: FrameType | None) -> None:
        """A signal. Ctrl+C in an editor that has the terminal is meant for the editor."""
        if not (self._app.is_outside and number in _FROM_KEYS):
            self._begin(128 + number)

    def hear_closing(self) -> None:
        """Windows is about to close the window: it does, and ends the program, once this returns."""
        self._begin(_HANG_UP)
        self._is_over.wait(_CLOSING)

    def watch(self) -> None:
        """Wait for the terminal to go. The system may not tell (nohup), and Textual would spin for ever."""
        self._app.terminal.wait_until_gone()
        self._begin(_HANG_UP)

    def blame(self, failed: threading.ExceptHookArgs) -> None:
        """A thread of Textual's failed; without its terminal it may."""
        if self._app.terminal.is_there and not self.status:
            self._app.fault = self._app.fault or failed.exc_value
            self._begin(_FAULT)

    def _begin(self, status: int) -> None:
        """Save, let the app end by itself, and see to it that it does; the first one to ask is heard."""
        if self.status:
            return
        self.status = status
        self._app.answers.flush()
        self._app.end_outside()
        self._latest = monotonic() + _LONGEST
        self._insisting.start()
        loop = self._app.loop
        if loop is not None:
            with suppress(RuntimeError):  # it has just ended
                loop.call_soon_threadsafe(self._app.call_later, self._end)

    def _end(self) -> None:
        """End the app once the keys that were on their way have become words."""
        if self._has_keys_on_their_way() and monotonic() < self._latest:
            self._app.set_timer(_LOOK, self._end)
            return
        self._app.run_worker(self._leave())

    async def _leave(self) -> None:
        """Leave in a worker: what the app itself waits for keeps every key from it that was held back."""
        await self._app.wait_until_calm()
        self._app.keep_all()
        self._app.exit(return_code=self.status)

    def _has_keys_on_their_way(self) -> bool:
        """Whether keys were pressed that no field has heard of: not read, or read and not handed over yet."""
        if self._app.terminal.has_keys:
            self._round = -1
            return True
        if self._round < 0:
            self._round = self._app.rounds
        return self._app.rounds == self._round and is_read(driver_of(self._app))

    def give_way(self) -> None:
        """Where the deadline has passed, wait for the thread that ends it all: it has the terminal."""
        if self._is_late:
            self._insisting.join()

    def end(self) -> None:
        """The app has ended: nobody has to insist any more."""
        self._is_over.set()

    def _insist(self) -> None:
        for _ in range(_DEADLINES):
            has_turned = self._turn()
            if self._is_over.wait(_DEADLINE):
                return
            if not has_turned.is_set():
                break
        self._is_late = True
        try:
            silence(driver_of(self._app))  # the app may be stuck halfway through giving it back
            self._app.terminal.give_back()
            _say_fault(self._app)
            self._app.answers.flush()  # what the app heard while it was waited for
        finally:
            os._exit(self.status)

    def _turn(self) -> threading.Event:
        """Is set as soon as the loop has turned."""
        has_turned = threading.Event()
        loop = self._app.loop
        if loop is not None:
            with suppress(RuntimeError):  # it has just ended
                loop.call_soon_threadsafe(has_turned.set)
        return has_turned


def run_until_left(app: SafeExitApp) -> int:
    """Show `app` until it ends, whatever ends it, and return the exit status; closes the answers."""
    with _departing(app) as departure:
        _close_back_doors(departure)
        try:
            app.run(mouse=not is_gnu_screen())
        except Exception as error:
            app.fault = app.fault or error
        finally:
            departure.give_way()
            if app.terminal.is_changed:  # Textual has not restored it
                silence(driver_of(app))
                app.terminal.give_back()
            saved = app.answers.close()
            app.terminal.forget()
        if app.fault and departure.status <= _FAULT:
            _say_fault(app)
            return _FAULT
        if not saved and not departure.status:
            app.terminal.write(f"Not saved: {_reason(app)}. The last words are lost.\n")
            return _NOT_WRITTEN
        return departure.status or app.return_code or 0


@contextmanager
def _departing(app: SafeExitApp) -> Iterator[Departure]:
    """While it is entered, signals and the loss of the terminal end `app` in good order."""
    departure = Departure(app)
    before = {number: signal.getsignal(number) for number in _SIGNALS}
    heard = {number: handler for number, handler in before.items() if handler is not signal.SIG_IGN}
    for number in heard:
        signal.signal(number, departure.hear)
    if app.terminal.can_go:
        threading.Thread(target=departure.watch, daemon=True).start()
    try:
        with _hearing_of_closing(departure):
            try:
                yield departure
            finally:
                departure.end()  # first: Windows may let nobody take away a handler that waits for this
    finally:
        for number, handler in heard.items():
            signal.signal(number, handler or signal.SIG_DFL)


def _hearing_of_closing(departure: Departure) -> AbstractContextManager[None]:
    """While it is entered, `departure` hears of a closed window where that is no signal."""
    if sys.platform == "win32":
        from .windows_closing import told_of_closing

        return told_of_closing(departure.hear_closing)
    return nullcontext()


def _close_back_doors(departure: Departure) -> None:
    """No text gets out by log records, by errors in threads and finalisers, or by core files.

    For good: what is said while the process ends is said of the same objects.
    """
    logging.disable(logging.CRITICAL)
    sys.unraisablehook = lambda _: None
    threading.excepthook = departure.blame
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _say_fault(app: SafeExitApp) -> None:
    """Say on stderr where the program failed, and what became of the words; quotes none."""
    if app.fault is None:
        return
    is_saved = app.answers.saving.state == "saved"
    kept = "Every word is saved" if is_saved else f"The last words are not saved: {_reason(app)}"
    said = f"The workbook stopped because of a fault in it. {kept}.\n{crash_report(app.fault)}\n"
    app.terminal.write(clean(said))


def _reason(app: SafeExitApp) -> str:
    """Why the last words are not saved; a disk that hangs gives none."""
    return app.answers.saving.reason or "the disk does not answer"
