"""The entries of an exercise that repeats: what a new one is called, which there are, how one is said.

The months are spelled out here because the names that the system knows change with its locale, and an
export has to read the same on every machine.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache

from .exercise import Repeat

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_NAME = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d) | (?P<week>\d{4}-W\d\d) | (?P<time>\d{4}-\d\d-\d\dT\d{4})(?:-\w+)?",
    re.ASCII | re.VERBOSE,
)

_REMEMBERED = 4096
"""Names whose moment is not worked out again: eleven years of days."""


def begun(repeat: Repeat, now: datetime, taken: Collection[str], device: str) -> str:
    """The name of the entry that "again" opens at the local time `now`.

    On a day or in a week that has an entry, that one. Of `entry` always a new one: what is `taken` gets the
    device's four letters, and a third in the same minute the next minute that is free.
    """
    if repeat == "day":
        return now.date().isoformat()
    if repeat == "week":
        year, week, _ = now.isocalendar()
        return f"{year:04}-W{week:02}"
    while True:
        name = f"{now.date().isoformat()}T{now:%H%M}"
        for free in (name, f"{name}-{device[:4]}"):
            if free not in taken:
                return free
        now += timedelta(minutes=1)


def present(repeat: Repeat, now: datetime, kept: Sequence[str], device: str) -> str:
    """The entry that is filled in at the local time `now`, begun or not; `kept` are those there are.

    That of the day or the week; of `entry` the last one of this day, or one that begins now. Never one of
    another day: what was written then is not written on by surprise.
    """
    if repeat == "entry":
        of_today = [name for name in kept if name.startswith(f"{now.date().isoformat()}T")]
        if of_today:
            return of_today[-1]
    return begun(repeat, now, kept, device)


def is_entry(name: str) -> bool:
    """Whether `name` is the name of an entry: a day, a week or a time that exists."""
    return _moment(name) is not None


def entries(at: str, answers: Iterable[str]) -> tuple[str, ...]:
    """The entries in `answers` of the repeating exercise at `at` (`checkin/weekly`), the newest last."""
    before = f"{at}@"
    names = {address[len(before) :].partition("/")[0] for address in answers if address.startswith(before)}
    dated = [(moment, name) for name in names if (moment := _moment(name))]
    return tuple(name for _, name in sorted(dated))


def spoken(entry: str) -> str:
    """`entry` as a person says it; a name of no known form comes back as it is."""
    at = _moment(entry)
    if at is None:
        return entry
    said = f"{at.day} {_MONTHS[at.month - 1]} {at.year}"
    if "T" in entry:
        return f"{said}, {at:%H:%M}"
    return f"week of {said}" if "W" in entry else f"{day_of(at)} {at.year}"


def day_of(day: date) -> str:
    """`day` as a person says it who knows the year: `Saturday 27 February`."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


@lru_cache(maxsize=_REMEMBERED)
def _moment(name: str) -> datetime | None:
    """When the entry `name` begins, or None where there is no such name."""
    found = _NAME.fullmatch(name)
    try:
        return datetime.fromisoformat(found[found.lastgroup or 0]) if found else None
    except ValueError:
        return None
