"""Changing ranges of lines and nothing else: what an export does to the lines of a chapter."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Edit(NamedTuple):
    """What stands instead of some lines of a chapter."""

    lines: range
    instead: Sequence[str] = ()


def spliced(lines: Sequence[str], within: range, edits: Iterable[Edit]) -> list[str]:
    """The lines of `within`, edited."""
    result: list[str] = []
    start = within.start
    for edit in sorted(edits, key=lambda edit: edit.lines.start):
        result += [*lines[start : edit.lines.start], *edit.instead]
        start = edit.lines.stop
    return [*result, *lines[start : within.stop]]


def trimmed(lines: Sequence[str], block: range) -> range:
    """`block` without the empty lines at its end, which a parser counts as part of a list."""
    stop = block.stop
    while stop > block.start and not lines[stop - 1].strip():
        stop -= 1
    return range(block.start, stop)
