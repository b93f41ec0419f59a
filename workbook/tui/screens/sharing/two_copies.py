"""What two people wrote, set in rows: of one question side by side, and what one of them put in alone."""

from asyncio import sleep
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, islice, zip_longest

from textual import work
from textual.content import Content

from ....book import Prose, phrases
from ....export.sharing import Beside, Pair, Shared
from ...widgets import ProseView
from ...widgets.prose.typeset import Line, wrapped
from .setting import set_said

YOURS, THEIRS = "Yours", "Theirs"
THEY_ALONE, YOU_ALONE = "Only they put in", "Only you put in"

_WIDEST = 51
"""Cells of a column: lines that the eye finds back from."""
_BESIDE = 90
"""Cells from which two columns are wide enough to read."""
_AT_ONCE = 300
"""Rows that are set before another key is heard: more than any screen shows."""
_BETWEEN = " │  "


class _Rows(ProseView):
    """Rows that are only read.

    What is seen is set at once and the rest piece by piece, so that a key is heard in between, however long a
    copy is.
    """

    def __init__(self) -> None:
        super().__init__(Prose())
        self._coming: Iterator[Content] = iter(())

    def _set(self, width: int) -> list[Line]:
        if width != self._width:
            self._width, self._coming, self._lines = width, self.set_rows(width), []
            if self._take():
                self.call_later(self._set_rest)
        return self._lines

    def _take(self) -> bool:
        """Set some more rows; whether there may be others."""
        begun = len(self._lines)
        self._lines += (Line(row, n, 0) for n, row in enumerate(islice(self._coming, _AT_ONCE), begun))
        return len(self._lines) == begun + _AT_ONCE

    @work(group="rows", exclusive=True)
    async def _set_rest(self) -> None:
        while self._take():
            self.refresh(layout=True)
            await sleep(0)
        self.refresh(layout=True)

    def set_rows(self, width: int) -> Iterator[Content]:
        """The rows for a column of `width` cells."""
        raise NotImplementedError


class PairView(_Rows):
    """The back of a card: both answers at once, in two columns where there is room."""

    def __init__(self, pair: Pair, today: date) -> None:
        super().__init__()
        self._pair, self._today = pair, today

    def set_rows(self, width: int) -> Iterator[Content]:
        """Yours and theirs: beside each other, or one below the other."""
        yours, theirs = (YOURS, self._pair.yours), (THEIRS, self._pair.theirs)
        if width < _BESIDE:
            yield from self._side(*yours, width, indent=2)
            yield from (Content(""), Content(""))
            yield from self._side(*theirs, width, indent=2)
            return
        column = min(_WIDEST, (width - len(_BETWEEN)) // 2)
        line = Content.styled(_BETWEEN, "$text-muted")
        sides = (self._side(*side, column) for side in (yours, theirs))
        for left, right in zip_longest(*sides, fillvalue=Content("")):
            yield left.pad_right(column - left.cell_length) + line + right

    def _side(self, whose: str, shared: Shared, width: int, indent: int = 0) -> Iterator[Content]:
        """Whose it is and of which day; what was asked, where their book asks it otherwise; the words."""
        yield _headed(Content.styled(whose, "bold $accent"), shared.on, self._today, width)
        yield Content("")
        asked = shared.question if shared.question != self._pair.question else ""
        rows = wrapped(Content.styled(asked, "$text-muted"), width - indent) if asked else []
        for row in chain(rows, set_said(shared.said, width - indent)):
            yield Content(" " * indent) + row


class AloneView(_Rows):
    """What each of the two put in alone, read as it is."""

    def __init__(self, copies: Beside, today: date) -> None:
        super().__init__()
        self._copies, self._today = copies, today

    def set_rows(self, width: int) -> Iterator[Content]:
        """Theirs first: yours are known."""
        for title, copy in ((THEY_ALONE, self._copies.theirs), (YOU_ALONE, self._copies.yours)):
            if copy:
                yield from [Content("")] if title == YOU_ALONE and self._copies.theirs else []
                yield Content.styled(title, "bold $accent")
                yield from self._copy(copy, width)

    def _copy(self, copy: Sequence[Shared], width: int) -> Iterator[Content]:
        chapter = ""
        for one in copy:
            if one.chapter != chapter:
                chapter = one.chapter
                yield Content("")
                yield from wrapped(Content.styled(chapter, "$text-muted"), width)
            if one.question or one.on:
                yield Content("")
                yield from _asked(one, self._today, width)
            yield Content("")
            yield from (Content("  ") + row for row in set_said(one.said, width - 2))
            yield Content("")


def _asked(one: Shared, today: date, width: int) -> Iterator[Content]:
    """The question in bold, its day at the end of its last row or below it."""
    *rows, last = wrapped(Content.styled(one.question, "bold"), width)
    yield from rows
    yield from _headed(last, one.on, today, width).split("\n")


def _headed(head: Content, day: date | None, today: date, width: int) -> Content:
    """`head`, and at the right the day."""
    said = Content.styled(phrases.on_day(day, today), "$text-muted") if day else Content("")
    room = width - head.cell_length - said.cell_length
    return head + Content(" " * room if room >= 2 else "\n") + said if said else head
