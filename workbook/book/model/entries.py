"""The entries of an exercise that repeats: what a new one is called, which there are, how one is said.

The months are spelled out here because the names that the system knows change with its locale, and an
export has to read the same on every machine.
"""

import re
from abc import abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache

from .exercise import Answer, Repeat

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_NAME = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d) | (?P<week>\d{4}-W\d\d) | (?P<time>\d{4}-\d\d-\d\dT\d{4})(?:-\w+)?",
    re.ASCII | re.VERBOSE,
)

_REMEMBERED = 1 << 14
"""Names whose moment is not worked out again: in one exercise with more, none would be, look after look."""


class Dated(Mapping[str, Answer]):
    """Answers that know in which order their entries were begun, where the names do not tell it.

    Names are local times: a flight west, a clock set back and the hour that comes twice in autumn make an
    entry that was begun later sort before an earlier one.
    """

    @property
    @abstractmethod
    def after(self) -> Mapping[str, str]:
        """By entry (`talking/practice@2026-06-10T0800`), the name of the one that it was begun after."""

    @abstractmethod
    def written_at(self, address: str) -> datetime | None:
        """When the answer at `address` was written, UTC; None where that is not known."""


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


def entries(at: str, answers: Iterable[str], after: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """The entries in `answers` of the repeating exercise at `at` (`checkin/weekly`), the newest last.

    Each stands right behind the one that it was begun `after` (of addresses alone, which do not know it
    themselves, it has to be said), else by its name. Every list of entries is in this order.
    """
    names = _names(at, answers)
    before = f"{at}@"
    known = after_of(answers) if after is None else after
    behind = {name[len(before) :]: earlier for name, earlier in known.items() if name.startswith(before)}
    return tuple(name for name in _in_order(names, behind) if name in names)


def after_of(answers: Iterable[str]) -> Mapping[str, str]:
    """What `answers` know of the order of their entries; nothing where they are addresses alone."""
    return answers.after if isinstance(answers, Dated) else {}


def newest_before(at: str, entry: str, answers: Iterable[str]) -> str:
    """The newest entry of the exercise at `at`, if a new one called `entry` would not sort last by its name.

    Empty where it would: then nothing has to be kept of their order.
    """
    earlier = [name for name in entries(at, answers) if name != entry]
    sorts_last = all(_by_name(name) < _by_name(entry) for name in earlier)
    return "" if sorts_last or not is_entry(entry) else earlier[-1]


def _names(at: str, answers: Iterable[str]) -> set[str]:
    before = f"{at}@"
    names = {address[len(before) :].partition("/")[0] for address in answers if address.startswith(before)}
    return {name for name in names if is_entry(name)}


def _in_order(names: Iterable[str], behind: Mapping[str, str]) -> Iterator[str]:
    """`names`, each right behind the one it stands `behind`; entries that are gone keep their place."""
    chains = {name: earlier for name, earlier in behind.items() if is_entry(name) and is_entry(earlier)}
    rings = _in_rings(chains)
    followers: dict[str, list[str]] = {}
    for name in sorted({*names, *chains, *chains.values()}, key=_by_name, reverse=True):
        followers.setdefault("" if name in rings else chains.get(name, ""), []).append(name)
    waiting = followers.get("", [])
    while waiting:
        yield (name := waiting.pop())
        waiting += followers.get(name, ())


def _in_rings(chains: Mapping[str, str]) -> set[str]:
    """Those that stand behind themselves in the end, as only other programs and merges can have it."""
    rings: set[str] = set()
    seen: dict[str, str] = {}
    for start in chains:
        name = start
        while name in chains and name not in seen:
            seen[name] = start
            name = chains[name]
        while seen.get(name) == start and name not in rings:
            rings.add(name)
            name = chains[name]
    return rings


def _by_name(entry: str) -> tuple[datetime, str]:
    return _moment(entry) or datetime.min, entry


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


def month_of(day: date) -> str:
    """The name of its month: `February`."""
    return _MONTHS[day.month - 1]


def moment_of(entry: str) -> datetime | None:
    """When `entry` begins, by the clock where it was begun; None where there is no such name."""
    return _moment(entry)


@lru_cache(maxsize=_REMEMBERED)
def _moment(name: str) -> datetime | None:
    """When the entry `name` begins, or None where there is no such name."""
    found = _NAME.fullmatch(name)
    try:
        return datetime.fromisoformat(found[found.lastgroup or 0]) if found else None
    except ValueError:
        return None
