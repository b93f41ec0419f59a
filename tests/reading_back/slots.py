"""What stands in the slot of an exercise that was filled in."""

import re
from collections.abc import Iterator
from typing import NamedTuple, assert_never

from workbook.book import Answer, AnyField, Checklist, Choice, Scale, Text, unquoted
from workbook.book.markdown.quoting import is_same_quote

_BOX = re.compile(r"^\s*(?:[-*+]|\d{1,9}[.)])\s+[\[(](?P<sign>[ xX]?)[\])](?=\s)")
_ID = re.compile(r"<!--\s*#(?P<id>[a-z0-9-]+)(?:\s[^>]*)?-->\s*$")
_NUMBER = re.compile(r"(-?\d{1,10})\s*(?:/|$)", re.ASCII)


class FilledSlot(NamedTuple):
    """The slot of an exercise as it stands in a filled file, and as it stands in the chapter."""

    quote: tuple[str, ...]
    """The lines of a quote; none of a list."""
    ticks: tuple[str, ...]
    """The ids of the items that have a tick here which they do not have in the chapter."""
    printed: tuple[str, ...]
    """The lines of the slot in the chapter."""

    @property
    def words(self) -> str | None:
        """The words of the quote; None where it stands in the chapter as it is."""
        return None if is_same_quote(self.quote, self.printed) else unquoted(self.quote)


def answers_in(field: AnyField, at: str, slot: FilledSlot) -> Iterator[tuple[str, Answer]]:
    """The answers in the slot of `field`, each under its address."""
    match field:
        case Checklist():
            known = {item.id for item in field.items}
            yield from ((f"{at}/{name}", True) for name in slot.ticks if name in known)
        case Choice():
            yield from ((at, name) for name in slot.ticks if field.takes(name))
        case Scale():
            if number := _NUMBER.match(slot.words or ""):
                yield at, int(number[1])
        case Text():
            if slot.words is not None:
                yield at, slot.words
        case _:
            assert_never(field)


def is_ticked(line: str, source: str) -> bool:
    """Whether the box of `line` has a tick that its line in the chapter, `source`, does not have.

    Read from the source line, because a parser that knows task lists takes the box away.
    """
    sign = _sign(line)
    return bool(sign) and sign != _sign(source)


def id_of_line(line: str) -> str:
    """The id at the end of an item's first line, or nothing."""
    found = _ID.search(line)
    return found["id"] if found else ""


def _sign(line: str) -> str:
    box = _BOX.match(line)
    return box["sign"].strip() if box else ""
