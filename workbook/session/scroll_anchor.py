"""What stands at the top of the view, told so that it can be found again at any width."""

from typing import NamedTuple


class ScrollAnchor(NamedTuple):
    """What stands at the top of the view: which child of the page, and where in it.

    Of prose `block` and `offset` name a character, so that the same words stay at the top at any width; of an
    exercise `block` is the row.
    """

    child: int = 0
    block: int = 0
    offset: int = 0


TOP = ScrollAnchor()
"""The beginning of a page."""
