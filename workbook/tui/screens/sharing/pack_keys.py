"""What the key line says over two copies."""

from collections.abc import Iterator

from ....session import Pack
from ...own_keys import Hint

BY_DIGIT = 9
"""Cards that a digit has up."""
_NARROW = 80
"""Columns from which the key line has room for all keys."""
_WIDE = 100
"""Columns from which the cards are listed, with their numbers."""


def hints_of(pack: Pack, *, is_at_end: bool, width: int, for_two: str) -> list[Hint]:
    """The keys that matter while `pack` stands as it does; `for_two` is what `t` opens, or nothing.

    On a narrow screen the way out comes before what can wait.
    """
    found = list(_hints(pack, _space(pack, is_at_end=is_at_end), width, for_two))
    return sorted(found, key=lambda hint: width < _NARROW and hint[0] in ("t", "←"))


def _hints(pack: Pack, space: str, width: int, for_two: str) -> Iterator[Hint]:
    if space:
        yield "Space", space, "screen.read_on"
    if pack.at:
        yield "←", "the one before", "screen.card(-1)"
    if len(pack.cards) > 1 and width >= _WIDE:
        yield f"1–{min(BY_DIGIT, len(pack.cards))}", "that card", ""
    if for_two:
        yield "t", for_two, "screen.for_two(0)"
    yield "Esc", "put away", "screen.close"
    yield "F1", "help", "app.help"


def _space(pack: Pack, *, is_at_end: bool) -> str:
    """What Space does; nothing where all was read."""
    if pack.card and not pack.is_turned:
        return "turn both"
    if not is_at_end:
        return "on"
    return ("next card" if pack.at + 1 < len(pack.cards) else "the rest") if pack.has_next else ""
