"""The way through the book, without a screen: how far back it can be gone."""

from pathlib import Path

from tests.books import book_of
from workbook.session import Journey, ScrollAnchor

REMEMBERED = 50
"""More than anybody goes back, and few enough to be nothing."""


def test_fifty_pages_can_be_gone_back_through_each_where_it_was_left(tmp_path: Path) -> None:
    journey = Journey(book_of(tmp_path, ebb="# On ebb\n", flood="# On flood\n"))
    refs = [journey.page_called("ebb"), journey.page_called("flood")]
    been = []
    for number in range(REMEMBERED + 10):
        ref = refs[number % 2]
        assert ref is not None
        been.append((journey.here, ScrollAnchor(number, 0, 0)))
        journey.go(ref, been[-1][1])
    gone = []
    while (spot := journey.back()) is not None:
        gone.append((journey.here, spot))
    assert gone == been[: -REMEMBERED - 1 : -1]
    assert not journey.has_before
