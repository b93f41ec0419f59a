"""An app that keeps every word when it ends, and quotes none of them."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from subprocess import Popen, TimeoutExpired
from time import monotonic, time

from rich.console import RenderableType
from textual import events, work
from textual.dom import DOMNode, NoScreen
from textual.driver import Driver
from textual.filter import LineFilter
from textual.worker import WorkerFailed, get_current_worker

from ...answers import Answers
from ..textual_private import FaultApp, driver_of
from .key_queue import KeyQueueApp
from .line_filters import line_filters
from .stopping import stopping
from .terminal import NO_TITLE, RESET, Terminal, erasing, silence

_LOOK = 0.2
"""Seconds between two looks whether another program that has the terminal has to end."""
_ENDING = 0.5
"""Seconds in which it has to, so that what it saved can be taken in before this program has ended."""


class SafeExitApp(KeyQueueApp, FaultApp):
    """Holds what leaving needs: the answers, the terminal, when the reader last did something.

    Textual's own crash prints locals and messages, and both may be answers. Here `fault` is the first error
    in the program; who runs the app says what may be said of it, once the terminal is given back.
    """

    def __init__(self, answers: Answers) -> None:
        self.terminal = Terminal()  # the driver that is chosen now gives it back
        super().__init__()
        self.answers = answers
        self._filters_of_ours = line_filters()
        self.touch()
        self.fault: BaseException | None = None
        self._outside: Popen[bytes] | None = None
        self._asked_outside = 0.0
        """When the program that has the terminal was asked to end; 0 while it was not."""

    def on_mount(self) -> None:
        """Paint again when the process goes on after a stop."""
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))

    def get_driver_class(self) -> type[Driver]:
        """What writes to the terminal: on every way out, a stop among them, no word is left behind."""
        driver_class = erasing(super().get_driver_class(), self.terminal)
        return stopping(driver_class, lambda: self.answers.flush())

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line goes through before it is written."""
        return [*super().get_line_filters(), *self._filters_of_ours]

    async def on_event(self, event: events.Event) -> None:
        """Note that the reader is there.

        Another window in front is no reason to lose the focus: the place is kept with it, and after the
        curtain nobody would give it back.
        """
        if isinstance(event, (events.InputEvent, events.Paste)):
            self.touch()
        elif isinstance(event, events.Resize):
            self.terminal.note_size(event.size)
        if not isinstance(event, events.AppBlur):
            await super().on_event(event)

    def touch(self) -> None:
        """Note that the reader is there."""
        self.touched = monotonic()
        """When a key was last pressed or the mouse moved, on the monotonic clock."""
        self.touched_at = time()
        """The same on the clock on the wall, which goes on while the lid of a laptop is closed."""

    @property
    def idle(self) -> float:
        """Seconds since then, by whichever clock has gone further: one stands still, one can be set back."""
        return max(monotonic() - self.touched, time() - self.touched_at)

    def run_outside(
        self, command: Sequence[str], then: Callable[[int | None], None] = lambda _: None
    ) -> int | None:
        """Give the terminal to `command` until it ends, and return its exit status; raises OSError.

        None where the program has to end and `command` does not. `then` is told it before the terminal is
        taken back, which may be gone: it must not touch the screen.
        """
        self.answers.flush()
        failed: OSError | None = None
        with self.suspend():  # it must be left in order, or the terminal is not taken back
            try:
                self._outside = Popen(command)
                status = self._wait_outside(self._outside)
                then(status)
            except OSError as error:
                failed = error
        self._outside = None
        self.touch()
        if failed:
            raise failed
        return status

    def _wait_outside(self, outside: Popen[bytes]) -> int | None:
        """The exit status of `outside` once it has ended; None where it does not, though it was asked to."""
        while True:
            with suppress(TimeoutExpired):
                return outside.wait(_LOOK)
            if self._asked_outside and monotonic() > self._asked_outside + _ENDING:
                return None

    @property
    def is_outside(self) -> bool:
        """Whether another program has the terminal."""
        return self._outside is not None

    def end_outside(self) -> None:
        """Ask the program that has the terminal to end; safe in a signal handler."""
        if self._outside is not None:
            self._asked_outside = monotonic()
            self._outside.terminate()

    def keep_place(self) -> None:
        """Keep the place with the answers; called whenever the program is about to end."""

    def keep_all(self) -> bool:
        """Keep the place, and wait until every word is on the disk, two seconds at most; whether it is."""
        with suppress(Exception):  # nothing about a place is a reason to lose words
            self.keep_place()
        return self.answers.flush()

    def action_leave_now(self) -> None:
        """Blank the screen at once, then save and be gone; keys on their way have yet to become words."""
        self.is_deaf = True
        silence(driver_of(self))
        self.terminal.write(self.terminal.cleared())
        self._vanish()

    @work
    async def _vanish(self) -> None:
        """Save, clear the scroll-back and the title, and end; nothing is printed."""
        try:
            await self.wait_until_calm()
            self.keep_all()
        finally:
            self.terminal.give_back(RESET + self.terminal.cleared() + NO_TITLE)
            os._exit(0)

    def hear_fault(self, error: Exception) -> None:
        """An error in a handler or a worker: everything is kept, and the app ends.

        But for a worker whose widget was closed meanwhile: what it missed there nobody wants any more.
        """
        if isinstance(error, WorkerFailed) and self._is_closed(get_current_worker().node):
            return
        if self.end_at_once(error):
            self.fault = self.fault or (error.error if isinstance(error, WorkerFailed) else error)
            self.keep_all()

    def _is_closed(self, node: DOMNode) -> bool:
        try:
            return node is not self and not (node.is_attached and node.screen in self.screen_stack)
        except NoScreen:
            return True

    def panic(self, *renderables: RenderableType) -> None:  # noqa: ARG002 - they may quote anything
        """End because of an error that comes as a text, which is not shown.

        Without its terminal the thread that reads it may fail; whoever waits for that then ends the app.
        """
        if not self.terminal.is_there:
            return
        self.fault = self.fault or RuntimeError()
        self.end_at_once()
