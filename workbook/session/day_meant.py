"""The day that a reader means, however it is written: `31.12.`, `31/12`, `+14`, "tomorrow", "in a week"."""

import os
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SPELT = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNTS = {"a": 1, "an": 1, "next": 1} | {word: number for number, word in enumerate(_SPELT, 1)}
_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1, "day after tomorrow": 2, "fortnight": 14}
_MONTH_FIRST = ("US", "PH", "PR", "GU", "VI", "AS")
"""Where a date in figures begins with its month."""
_SHORTEST = 3
"""Letters by which the name of a month or of a weekday is known."""

_IN_FIGURES = re.compile(r"(\d{1,2}) ?([./-]) ?(\d{1,2})(?: ?\2 ?(\d{4}|\d{2})?)?")
_YEAR_FIRST = re.compile(r"(\d{4}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{1,2})\.?")
_DAY_AND_MONTH = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?(?P<month>[a-z]+)\.?(?:,? (?P<year>\d{4}))?"
)
_MONTH_AND_DAY = re.compile(r"(?P<month>[a-z]+)\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?P<year>\d{4}))?")
_DISTANCE = re.compile(r"(?:in )?(\d{1,4}|[a-z]+) (day|week|month|year)s?")
_STEP = re.compile(r"([+-]) ?(\d{1,4}) ?([dwmy]?)")


def day_meant(text: str, today: date, settings: Mapping[str, str] = os.environ) -> date | None:
    """The day that `text` says, seen from `today`; None where it says none.

    Without a year it is the next such day. Where figures could be two days, the country in the reader's
    `settings` decides.
    """
    said = " ".join(text.lower().split())
    with suppress(ValueError, OverflowError):
        return _in_figures(said, today, settings) or _by_name(said, today) or _from_here(said, today)
    return None


def _in_figures(said: str, today: date, settings: Mapping[str, str]) -> date | None:
    if found := _YEAR_FIRST.fullmatch(said):
        return date(int(found[1]), int(found[3]), int(found[4]))
    found = _IN_FIGURES.fullmatch(said)
    if found is None or (found[2] == "-" and not found[4]):  # 3-4 is from three to four
        return None
    day, month = int(found[1]), int(found[3])
    if month > 12 or (found[2] != "." and day <= 12 and _is_month_first(settings)):
        day, month = month, day
    return _of_month(day, month, found[4], today)


def _is_month_first(settings: Mapping[str, str]) -> bool:
    named = (settings.get(name, "") for name in ("LC_ALL", "LC_TIME", "LANG"))
    country = re.match(r"[a-z]+_([A-Z]{2})", next(filter(None, named), ""))
    return country is not None and country[1] in _MONTH_FIRST


def _of_month(day: int, month: int, year: str | None, today: date) -> date:
    """The day of that month, in the year that is said or the first in which it is not over."""
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    for number in range(today.year, today.year + 8):  # 29 February is in one year of four, or of eight
        with suppress(ValueError):
            if (found := date(number, month, day)) >= today:
                return found
    raise ValueError("no month has such a day")


def _by_name(said: str, today: date) -> date | None:
    """A day of a month that has its name, or of the week."""
    if found := _DAY_AND_MONTH.fullmatch(said) or _MONTH_AND_DAY.fullmatch(said):
        month = _named(found["month"], _MONTHS)
        return _of_month(int(found["day"]), month, found["year"], today) if month else None
    weekday = _named(re.sub(r"^(?:on|next|this) ", "", said), _WEEKDAYS)
    return today + timedelta(days=(weekday - today.isoweekday() - 1) % 7 + 1) if weekday else None


def _named(word: str, names: Sequence[str]) -> int:
    """The number of the name that begins with `word`, from 1; 0 where none does."""
    known = (number for number, name in enumerate(names, 1) if name.startswith(word))
    return next(known, 0) if len(word) >= _SHORTEST else 0


def _from_here(said: str, today: date) -> date | None:
    """A day so far from today."""
    if (near := _NEAR.get(re.sub(r"^(?:in )?(?:the|a) ", "", said))) is not None:
        return today + timedelta(days=near)
    if found := _STEP.fullmatch(said):
        return _moved(today, int(found[1] + found[2]), found[3] or "d")
    if (found := _DISTANCE.fullmatch(said)) and (found[1].isdigit() or found[1] in _COUNTS):
        return _moved(today, int(found[1]) if found[1].isdigit() else _COUNTS[found[1]], found[2][0])
    return None


def _moved(day: date, count: int, unit: str) -> date:
    """`day` and so many days, weeks, months or years; the last day of a month that has no such day."""
    if unit in "dw":
        return day + timedelta(days=count * (7 if unit == "w" else 1))
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "y" else 1)
    first = date(months // 12, months % 12 + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))
