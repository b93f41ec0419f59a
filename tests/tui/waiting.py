"""Waiting for something that happens by itself."""

from collections.abc import Callable

from textual.pilot import Pilot

from .program import seen, settled


async def until(pilot: Pilot[None], is_so: Callable[[], bool]) -> None:
    """Wait until `is_so`, looking only while the screen is at rest; fails with the screen in the end."""
    for _ in range(500):
        if pilot.app.is_running:
            await settled(pilot)
        if is_so():
            return
        await pilot.pause(0.02)
    raise AssertionError(seen(pilot.app))
