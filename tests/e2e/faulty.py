"""The program with faults put into it: `python -m tests.e2e.faulty FAULT,… ARGUMENTS`. For tests only."""

import asyncio
import atexit
import errno
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from workbook.answers import Answers, answers
from workbook.answers.file import storage
from workbook.answers.saving import pace
from workbook.cli import main

SECRET = "nobody may read this"
"""What the faults quote, as `int(text)` would."""
_FORGOTTEN: list[object] = []


def slow_to_save() -> None:
    """Nothing is saved by itself, however long it takes: what is on the disk then was flushed."""
    pace.QUIET = pace.LONGEST = 600.0


def witness() -> None:
    """Every answer is noted in the file `heard`, so that it can be compared with what was saved."""
    taken = Answers.__setitem__

    def noted(self: Answers, address: str, value: Any) -> None:
        taken(self, address, value)
        fresh = self.path.parent / "heard.tmp"
        fresh.write_text(str(value), encoding="utf-8")
        fresh.replace(fresh.with_name("heard"))

    Answers.__setitem__ = noted  # type: ignore[method-assign]


def slow_to_read() -> None:
    """What was read takes a while until it is handed over: the thread that reads has to wait its turn."""
    from workbook.tui.lifetime.hearing import Hearing

    feed = Hearing.feed

    def late(self: Hearing, data: str) -> Any:
        time.sleep(0.3 if data else 0)
        return feed(self, data)

    Hearing.feed = late  # type: ignore[method-assign]


def slow_to_hear() -> None:
    """Words take a while at each step of their way from the field, as on a busy machine."""
    from textual.message import Message
    from textual.message_pump import MessagePump

    from workbook.tui.messages import Answered

    dispatch = MessagePump._dispatch_message

    async def late(self: MessagePump, message: Message) -> None:
        if isinstance(message, Answered):
            time.sleep(0.1)
        await dispatch(self, message)

    MessagePump._dispatch_message = late  # type: ignore[method-assign]


def slow_to_lay() -> None:
    """A page takes some time until it stands: first the loop does not turn, then it does.

    Half of what a key waits for the one before it at most: the machine may be busy besides.
    """
    from workbook.tui.widgets import PageView

    lay = PageView.lay

    async def late(self: PageView, *arguments: Any) -> None:
        time.sleep(0.3)
        await asyncio.sleep(1.2)
        await lay(self, *arguments)

    PageView.lay = late  # type: ignore[method-assign, assignment]


def stuck() -> None:
    """F1 holds the loop up until there is a file `go_on`; the file `stuck` says that it does."""

    def act(app: Any) -> None:
        folder = app.answers.path.parent
        (folder / "stuck").touch()
        while not (folder / "go_on").exists():
            time.sleep(0.02)

    _on_f1(act)


def never_insists() -> None:
    """However long the program takes to end by itself, it is waited for."""
    from workbook.tui.lifetime import leaving

    leaving._DEADLINE = 600.0


def never_calm() -> None:
    """Whatever was typed, the program that is about to end waits for it for good."""
    from workbook.tui.app import WorkbookApp

    async def for_good(*_: object) -> None:
        await asyncio.sleep(600)

    WorkbookApp.wait_until_calm = for_good  # type: ignore[method-assign, assignment]


def cannot_stop() -> None:
    """What Textual does to give the terminal back fails, with a message that quotes."""
    from textual.drivers.linux_driver import LinuxDriver

    def fail(_: LinuxDriver) -> None:
        raise ValueError(SECRET)

    LinuxDriver.stop_application_mode = fail  # type: ignore[method-assign, assignment]


def slow_to_give_back() -> None:
    """Giving the terminal back takes two seconds; the file `giving_back` says that it has begun."""
    from workbook.tui.lifetime.safe_exit import SafeExitApp

    begin = SafeExitApp.__init__

    def known(self: SafeExitApp, answers: Answers, *rest: Any) -> None:
        begin(self, answers, *rest)
        folder, give_back = answers.path.parent, self.terminal.give_back

        def late(*text: str) -> None:
            (folder / "giving_back").touch()
            time.sleep(2)
            give_back(*text)

        self.terminal.give_back = late  # type: ignore[method-assign, assignment]

    SafeExitApp.__init__ = known  # type: ignore[method-assign]


def stop_while_it_writes() -> None:
    """F1: the signal to stop comes while the program has the lock of what is still to be written."""
    _on_f1(lambda app: _signal_while_it_writes(app, signal.SIGTSTP))


def go_on_while_it_writes() -> None:
    """F1: the signal to go on comes at that very moment."""
    _on_f1(lambda app: _signal_while_it_writes(app, signal.SIGCONT))


def handler() -> None:
    """F1 raises in a handler, with a message, a note, a cause and a local that all quote."""

    def fail(_: object) -> None:
        secret = SECRET
        try:
            int(secret)
        except ValueError as error:
            fault = KeyError(secret)
            fault.add_note(secret)
            raise fault from error

    _on_f1(fail)


def worker() -> None:
    """F1 starts a worker that raises."""

    async def fail() -> None:
        raise ValueError(SECRET)

    _on_f1(lambda app: app.run_worker(fail(), name=SECRET))


def thread() -> None:
    """F1 starts a thread that raises."""
    from threading import Thread

    _on_f1(lambda _: Thread(target=int, args=(SECRET,)).start())


def forgotten() -> None:
    """F1 starts a task that raises and that nobody waits for, and leaves: Python tells in the end."""

    async def fail() -> None:
        raise ValueError(SECRET)

    def act(app: Any) -> None:
        _FORGOTTEN.append(asyncio.get_running_loop().create_task(fail(), name=SECRET))
        atexit.register(_FORGOTTEN.clear)
        app.call_later(app.exit)

    _on_f1(act)


def leave() -> None:
    """F1 calls sys.exit."""
    _on_f1(lambda _: sys.exit(7))


def full_disk() -> None:
    """No save succeeds as long as there is a file `full` beside the data."""
    commit = storage.AtomicStorage.commit

    def refused(self: storage.AtomicStorage) -> None:
        if (self.path.parent / "full").exists():
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        commit(self)

    storage.AtomicStorage.commit = refused  # type: ignore[method-assign]


def hanging_disk() -> None:
    """A save does not come back as long as there is a file `full` beside the data; nobody waits for long."""
    answers.PATIENCE = 0.2
    Answers.flush.__defaults__ = (0.2,)
    commit = storage.AtomicStorage.commit

    def held(self: storage.AtomicStorage) -> None:
        while (self.path.parent / "full").exists():
            time.sleep(0.02)
        commit(self)

    storage.AtomicStorage.commit = held  # type: ignore[method-assign]


def no_network() -> None:
    """Every socket is refused but those that never leave the machine, and noted in the file `sockets`."""
    real = socket.socket

    class Refused(real):  # type: ignore[valid-type, misc]
        """A socket that cannot be made."""

        def __init__(self, family: int = -1, *rest: Any, **named: Any) -> None:
            if family != socket.AF_UNIX:
                _note(f"socket {family}")
                raise PermissionError(errno.EACCES, "no network here")
            super().__init__(family, *rest, **named)

    def refused(*arguments: object, **_: object) -> None:
        _note(f"look-up {arguments}")
        raise PermissionError(errno.EACCES, "no network here")

    socket.socket = Refused  # type: ignore[misc]
    socket.getaddrinfo = socket.create_connection = refused  # type: ignore[assignment]


def no_editor_is_slow() -> None:
    """However long it took on a busy machine, an editor that returns has returned at once."""
    from workbook.tui.screens.editing import editor

    editor._AT_ONCE = 600.0


def no_editor_is_quick() -> None:
    """However soon an editor returns, somebody has looked into it and closed it."""
    from workbook.tui.screens.editing import editor

    editor._AT_ONCE = 0.0


def call_home() -> None:
    """F1 opens a connection, to show that `no_network` would notice."""
    _on_f1(lambda _: socket.create_connection(("localhost", 9)))


def idle_at_once() -> None:
    """A minute lasts 10 ms, so that the curtain falls by itself."""
    from workbook.tui.screens.overlays import curtain

    curtain.MINUTE = 0.01


FAULTS: dict[str, Callable[[], None]] = {
    fault.__name__: fault
    for fault in (
        slow_to_save,
        slow_to_read,
        slow_to_hear,
        witness,
        slow_to_lay,
        stuck,
        never_insists,
        never_calm,
        cannot_stop,
        slow_to_give_back,
        stop_while_it_writes,
        go_on_while_it_writes,
        handler,
        worker,
        thread,
        forgotten,
        leave,
        full_disk,
        hanging_disk,
        no_network,
        no_editor_is_slow,
        no_editor_is_quick,
        call_home,
        idle_at_once,
    )
}


def _on_f1(act: Callable[[Any], object]) -> None:
    from workbook.tui.app import WorkbookApp

    WorkbookApp.action_help = act  # type: ignore[method-assign, assignment]


def _signal_while_it_writes(app: Any, number: int) -> None:
    with app._driver._writer_thread._queue.mutex:
        signal.raise_signal(number)


def _note(line: str) -> None:
    with Path(os.environ["SOCKETS"]).open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")


if __name__ == "__main__":
    for name in sys.argv.pop(1).split(","):
        FAULTS[name]()
    sys.exit(main())
