"""Addresses taken apart and put together: `chapter/exercise@entry/…`."""

from collections.abc import Iterable


def chapter_of(address: str) -> str:
    """The id of the chapter in which `address` stands."""
    return address.partition("/")[0]


def split_entry(name: str) -> tuple[str, str]:
    """`weekly@2026-W48` as (`weekly`, `2026-W48`); a name without entry has an empty one."""
    exercise, _, entry = name.partition("@")
    return exercise, entry


def exercise_of(address: str) -> tuple[str, str]:
    """`checkin/weekly@2026-W48/near` as (`checkin/weekly`, `2026-W48`)."""
    chapter, _, rest = address.partition("/")
    exercise, entry = split_entry(rest.partition("/")[0])
    return f"{chapter}/{exercise}", entry


def without_entry(address: str) -> tuple[str, str]:
    """`checkin/weekly@2026-W48/near` as (`checkin/weekly/near`, `2026-W48`)."""
    chapter, slash, rest = address.partition("/")
    name, below, tail = rest.partition("/")
    exercise, entry = split_entry(name)
    return f"{chapter}{slash}{exercise}{below}{tail}", entry


def with_entry(place: str, entry: str) -> str:
    """`checkin/weekly/near` as `checkin/weekly@2026-W48/near`, where there is an entry."""
    chapter, slash, rest = place.partition("/")
    name, below, tail = rest.partition("/")
    return f"{chapter}{slash}{name}@{entry}{below}{tail}" if entry else place


def by_exercise(addresses: Iterable[str], beginning: str = "") -> dict[str, list[str]]:
    """Those of `addresses` that begin so, by their exercise (`checkin/weekly`), whatever their entry.

    One walk over all of them, where asking for each exercise would be one walk each.
    """
    found: dict[str, list[str]] = {}
    for address in addresses:
        if address.startswith(beginning):
            found.setdefault(exercise_of(address)[0], []).append(address)
    return found
