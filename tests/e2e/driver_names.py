"""An app that asks its driver by the names that are private to Textual: `-m tests.e2e.driver_names`.

Its exit status says at which question it failed; 0 where each was answered as thought. For tests only.
"""

import sys
from asyncio import sleep
from time import monotonic

from workbook.tui.lifetime.key_queue import KeyQueueApp
from workbook.tui.textual_private import driver_of, drop_unwritten, is_read, writer_of

PATIENCE = 20.0
"""Seconds in which a thread that is to come round, or to end, has to."""


class Asking(KeyQueueApp):
    """Asks as soon as it is painted."""

    async def on_ready(self) -> None:
        """Ask, and leave with the number of the first answer that was not the one expected."""
        self.exit(return_code=await self.failed())

    async def failed(self) -> int:
        """The number of that question; 0 for none."""
        driver = driver_of(self)
        if self.loop is None or not is_read(driver):
            return 2
        writer = writer_of(driver)
        if writer is None or not writer.is_alive():
            return 3
        if not await self.comes_round():
            return 4
        drop_unwritten(writer)
        writer.join(PATIENCE)
        return 5 if writer.is_alive() else 0

    async def comes_round(self) -> bool:
        """Whether the thread that reads does, though nothing is typed."""
        before, latest = self.rounds, monotonic() + PATIENCE
        while self.rounds == before and monotonic() < latest:
            await sleep(0.02)
        return self.rounds > before


if __name__ == "__main__":
    app = Asking()
    app.run()
    sys.exit(app.return_code)
