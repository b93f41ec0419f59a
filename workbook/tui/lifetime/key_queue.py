"""An app that hears one key after the other, however fast they come."""

from asyncio import AbstractEventLoop, get_running_loop, sleep
from collections.abc import Callable, Collection
from time import monotonic
from typing import Any, TypeAlias

from textual import events, work
from textual.app import App
from textual.driver import Driver

from .hearing import hear_the_terminal

LAYING = "laying"
"""The group of the workers that lay out what a key has asked for: the next key waits for them."""

_PATIENCE = 3.0
"""Seconds that a key, or leaving, waits at most for what was typed before: more than a page takes on a busy
machine."""
_TURNS = 200
"""Turns of the loop that it waits for at least: on a busy machine the seconds go by without any, and a key on
its way from a field up to the program, a turn or two for each widget, would come to another page."""
_LONGER = 3.0
"""Seconds beyond its patience in which it waits for those turns: each may have thousands of rows to set."""
_CALM = 3
"""Times in a row that nothing has to be on its way: what is being handled stands in no queue."""

_WITH_IT = 0.25
"""Seconds after a paste that nobody took in which an Enter is still a part of it."""

Typed: TypeAlias = events.Key | events.Paste


class KeyQueueApp(App[None]):
    """Hears no key before what the last one asked for is done.

    Keys come in one piece where a line is slow, or where a program types (dictation, say). Textual hands each
    to the field that has the focus as it comes, and only later does what it asks for: words after a Tab would
    land in the field before it, and after a turn of the page nowhere.
    """

    URGENT: Collection[str] = ()
    """Keys that wait for no other one."""

    def __init__(self) -> None:
        super().__init__()
        self.is_deaf = False
        """Whether nothing that is typed from now on is heard; what was held back still is."""
        self.rounds = 0
        """How often the thread that reads the terminal has come round: whatever it had read was handed over.

        Ten times a second at least, while it is there.
        """
        self.loop: AbstractEventLoop | None = None
        """What runs the app; None before it does."""
        self._held: list[Typed] | None = None
        """What was typed after a key that moves something, until that is done; None while nothing waits."""
        self._unheard = float("-inf")
        """When the last paste came that no field took."""

    async def run_async(self, **options: Any) -> Any:
        """Run until the app ends, and know the loop that runs it; its result is Textual's."""
        self.loop = get_running_loop()
        return await super().run_async(**options)

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver for this system, hearing the terminal as the workbook does."""
        driver = super().get_driver_class()
        hear_the_terminal(self._come_round)
        return driver

    def _come_round(self) -> None:
        """Called by the thread that reads the terminal, and by no other."""
        self.rounds += 1

    async def on_event(self, event: events.Event) -> None:
        """Hear the event, or hold it back; a key that bubbles up is one that was heard already."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif not self.is_deaf:
            await self._hear(event)

    async def _hear(self, event: Typed) -> None:
        if isinstance(event, events.Key) and event.key in self.URGENT:
            await super().on_event(event)
        elif self._held is not None:
            self._held.append(event)
        elif self._is_lost(event) or self.ignores(event):
            return
        elif self._is_words(event):
            await super().on_event(event)
        else:
            self._held = []
            await super().on_event(event)
            self._release()

    def ignores(self, event: Typed) -> bool:  # noqa: ARG002 - for those derived from it
        """Whether the event is to change nothing, because what it would change is out of sight."""
        return False

    def _is_lost(self, event: Typed) -> bool:
        """Whether it is a paste, or the Enter at its end, and no field has the focus to take it."""
        if isinstance(event, events.Key):
            return event.key == "enter" and event.time - self._unheard < _WITH_IT
        if self.focused is not None and self.focused.check_consume_key("x", "x"):
            return False
        self._unheard = event.time
        return True

    def _is_words(self, event: Typed) -> bool:
        """Whether it only adds words to the field that has the focus, and so moves nothing."""
        if isinstance(event, events.Paste):
            return True
        return self.focused is not None and self.focused.check_consume_key(event.key, event.character)

    @work(group="keys")
    async def _release(self) -> None:
        """Hear what was held back, once what came before is done; of that, too, one after the other."""
        await self._wait(_PATIENCE, lambda: self._is_still)
        held, self._held = self._held or [], None
        for event in held:
            await self._hear(event)

    async def wait_until_calm(self, seconds: float = _PATIENCE) -> None:
        """Wait until all that was typed has become words, and nothing is on its way; `seconds` at most."""
        await self._wait(seconds, lambda: self._is_still and self._held is None)

    async def _wait(self, seconds: float, is_done: Callable[[], bool]) -> None:
        begun, calm, turns = monotonic(), 0, 0
        while calm < _CALM:
            waited = monotonic() - begun
            if waited > seconds and (turns >= _TURNS or waited > seconds + _LONGER):
                return
            await sleep(0)
            calm, turns = calm + 1 if is_done() else 0, turns + 1

    @property
    def _is_still(self) -> bool:
        nodes = (node for screen in self.screen_stack for node in (screen, *screen.walk_children()))
        is_busy = self.message_queue_size or any(node.message_queue_size for node in nodes)
        is_laying = any(worker.group == LAYING and not worker.is_finished for worker in self.workers)
        return not is_busy and not is_laying
