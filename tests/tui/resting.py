"""When an app is at rest: told by what is on its way in it, and never by the clock.

Textual's Pilot waits until the processor is idle for a while; on a busy machine it finds that it is, because
the program gets no time, long before a key has come to its field.
"""

from asyncio import sleep
from time import monotonic
from typing import Any

import textual.app
import textual.pilot
from textual.app import App
from textual.pilot import Pilot

from workbook.tui.lifetime.key_queue import LAYING, KeyQueueApp

_CALM = 5
"""Turns of the loop in a row in which nothing has to be on its way: what is being handled is in no queue."""
_wait_for_screen = Pilot._wait_for_screen


def rest_without_a_clock() -> None:
    """Let every Pilot of this process wait until its app is at rest, and no longer."""
    Pilot._wait_for_screen = _at_rest  # type: ignore[assignment, method-assign]
    for module in (textual.app, textual.pilot):
        vars(module)["wait_for_idle"] = _one_turn


async def painted(app: App[Any]) -> None:
    """Wait until Textual has painted whatever has changed, in frames of its own; Pilot cuts them short."""
    screen, calm = app.screen, 0
    while calm < _CALM:
        is_drawing: bool = screen._update_timer._active.is_set() or bool(screen._callbacks)
        await sleep(0.001 if is_drawing else 0)
        calm = 0 if is_drawing or not _is_still(app) else calm + 1


async def _one_turn(_least: float = 0.0, _most: float = 1.0) -> None:
    await sleep(0)


async def _at_rest(pilot: Pilot[Any], timeout: float = 30.0) -> bool:
    """Wait until every message is handled, those too that others have led to; `timeout` seconds at most."""
    is_handled: bool = await _wait_for_screen(pilot, timeout)
    app, calm, latest = pilot.app, 0, monotonic() + timeout
    while is_handled and calm < _CALM and app.is_running and monotonic() < latest:
        await sleep(0)
        calm = calm + 1 if _is_still(app) else 0
    return is_handled


def _is_still(app: App[Any]) -> bool:
    """Whether no message or new size waits, no page is being laid out, and no key is held back."""
    if app._resize_event is not None:  # Textual gathers sizes for a while before it goes by one
        return False
    if app.message_queue_size or any(node.message_queue_size for node in app._registry):
        return False
    if not isinstance(app, KeyQueueApp):
        return True
    return app._held is None and all(worker.is_finished for worker in app.workers if worker.group == LAYING)
