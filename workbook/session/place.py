"""Where the reader is, as it is kept in the file of the answers."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any, NamedTuple

from .scroll_anchor import TOP, ScrollAnchor


class Place(NamedTuple):
    """Page, topmost words, focused field and its cursor.

    The page is kept by name, and by number for the day when its heading has changed.
    """

    chapter: str
    page: str = ""
    number: int = 0
    spot: ScrollAnchor = TOP
    field: str = ""
    cursor: tuple[int, int] | None = None
    """None where nothing says where it stood: the field has its own beginning."""
    rests: bool = False
    """Whether the page has the keys, and the field is only marked."""

    def kept(self) -> dict[str, Any]:
        """The place as JSON."""
        return {
            "chapter": self.chapter,
            "page": self.page,
            "number": self.number,
            "spot": list(self.spot),
            "field": self.field,
            "cursor": list(self.cursor or (0, 0)),
            "rests": self.rests,
        }


def place_kept(kept: Mapping[str, Any]) -> Place | None:
    """The place that `kept` tells of, or None; odd values count as the start of the page."""
    chapter = kept.get("chapter")
    if not isinstance(chapter, str):
        return None
    return Place(
        chapter,
        _text(kept.get("page")),
        _numbers(kept.get("number"), 1)[0],
        ScrollAnchor(*_numbers(kept.get("spot"), 3)),
        _text(kept.get("field")),
        (_numbers(kept.get("cursor"), 2)[0], _numbers(kept.get("cursor"), 2)[1]),
        kept.get("rests") is True,
    )


def day_of_start(kept: Mapping[str, Any]) -> date | None:
    """The day of the last start that could write, as `kept` with the place; None where none is."""
    return _day(kept.get("day"))


def day_seen(kept: Mapping[str, Any]) -> date | None:
    """The day on which *Your words* was opened last, as `kept` with the place; None where it never was."""
    return _day(kept.get("seen"))


def with_day(kept: Mapping[str, Any], day: date) -> dict[str, Any]:
    """`kept`, with `day` as that of the last start that could write."""
    return {**kept, "day": day.isoformat()}


def with_seen(kept: Mapping[str, Any], day: date) -> dict[str, Any]:
    """`kept`, with `day` as that on which *Your words* was opened last."""
    return {**kept, "seen": day.isoformat()}


def _day(value: object) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(_text(value))
    return None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _numbers(value: object, count: int) -> list[int]:
    """`count` whole numbers of 0 or more from a number or a list; zeros for what is not one."""
    given = value if isinstance(value, list) else [value]
    whole = [max(0, number) if type(number) is int else 0 for number in given[:count]]
    return whole + [0] * (count - len(whole))
