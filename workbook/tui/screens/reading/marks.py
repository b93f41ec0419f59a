"""The marks in the contents: how much of each chapter is filled."""

import asyncio
from time import monotonic

from textual.timer import Timer

from ....book import Front, progress
from ...lifetime import SafeExitApp
from .keeping import PAUSE
from .paging import PagingScreen


class Marks:
    """Counts the chapters anew, a chapter at a time, so that keys come first."""

    def __init__(self, screen: PagingScreen) -> None:
        self._screen = screen
        self._timer: Timer | None = None
        self._uncounted: set[str] = set()
        self._marks: dict[str, str] = {}

    def count_soon(self, *chapters: str) -> None:
        """Count the chapters again, all of them where none is named, once the reader rests."""
        self._uncounted.update(chapters or (front.id for front in self._screen.book.fronts))
        if self._timer is None:
            self._timer = self._screen.set_timer(PAUSE, self._begin)

    def _begin(self) -> None:
        self._timer = None
        self._screen.run_worker(self._count(), group="count", exclusive=True)

    async def _count(self) -> None:
        book, answers = self._screen.book, self._screen.answers
        for front in book.fronts:
            if front.id in self._uncounted:
                await self._rest(front)
                if not self._screen.app.is_running:
                    return  # the reader has left meanwhile
                self._uncounted.discard(front.id)
                self._marks[front.id] = progress(book.read_uncached(front), answers).mark
        self._screen.contents.marks = dict(self._marks)

    async def _rest(self, front: Front) -> None:
        """Let keys go first; a chapter that has yet to be read waits until none has come for a while."""
        await asyncio.sleep(0)
        app = self._screen.app
        assert isinstance(app, SafeExitApp)
        while not self._screen.book.is_open(front) and monotonic() < app.touched + PAUSE:
            await asyncio.sleep(PAUSE / 4)
