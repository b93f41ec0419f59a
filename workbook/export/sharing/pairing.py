"""Two copies side by side: the questions that both of two people put in, and what one put in alone."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from ...book import Book, moves, split_entry
from .reading import Shared


class Pair(NamedTuple):
    """One question that both put in, with what each of them wrote."""

    question: str
    """As this book asks it."""
    yours: Shared
    theirs: Shared


class Beside(NamedTuple):
    """All of two copies: nothing in it says how much of them is alike, or what is in neither."""

    pairs: tuple[Pair, ...]
    """In the order of this book."""
    yours: tuple[Shared, ...]
    """What you alone put in."""
    theirs: tuple[Shared, ...]


class _Asked(NamedTuple):
    """One question of a copy."""

    place: str
    """The address of its exercise, without an entry; empty where the copy does not say."""
    entry: str
    inside: str
    """What is asked, inside a group: a copy gives no id of a field. Empty of a whole exercise."""
    shared: Shared


_Name: TypeAlias = Callable[[_Asked], tuple[str, ...]]
_NAMES: tuple[_Name, ...] = (
    lambda one: (one.place, one.inside, one.entry),
    lambda one: (one.place, one.inside),
)
"""What is looked for in the other copy: first the same day or week; then the question, whenever it was asked,
for each side says its day."""


def beside(book: Book, yours: Iterable[Shared], theirs: Iterable[Shared]) -> Beside:
    """Two copies of words in `book`, question by question; theirs may be of an older edition."""
    mine = [asked for shared in yours for asked in _questions(shared)]
    others = [asked for shared in _as_called_now(book, theirs) for asked in _questions(shared)]
    found = _found(mine, others)
    taken = set(found.values())
    return Beside(
        tuple(_pair(mine[number], others[found[number]]) for number in sorted(found)),
        tuple(one.shared for number, one in enumerate(mine) if number not in found),
        tuple(one.shared for number, one in enumerate(others) if number not in taken),
    )


def _pair(mine: _Asked, other: _Asked) -> Pair:
    question = mine.shared.question or other.shared.question or mine.shared.chapter
    return Pair(question, mine.shared, other.shared)


def _as_called_now(book: Book, copy: Iterable[Shared]) -> Iterator[Shared]:
    """What a copy gives, under the present addresses of what was once called otherwise."""
    given = list(copy)
    moved = moves(book, {shared.at for shared in given})
    return (shared._replace(at=moved.get(shared.at, shared.at)) for shared in given)


def _questions(shared: Shared) -> Iterator[_Asked]:
    """The questions of one exercise: of a group that has no rows, each by itself.

    Under which nothing is said belongs to none of the other copy: no card has an empty side.
    """
    place, entry = split_entry(shared.at)
    said = shared.said
    starts = [number for number, one in enumerate(said) if one.kind == "question" and not one.depth]
    if not starts or starts[0]:
        yield _Asked(place if said else "", entry, "", shared)
        return
    for start, end in zip(starts, [*starts[1:], len(said)], strict=True):
        question, answer = said[start].text, said[start + 1 : end]
        inside = shared._replace(question=question, said=answer)
        yield _Asked(place if answer else "", entry, question, inside)


def _found(mine: Sequence[_Asked], others: Sequence[_Asked]) -> dict[int, int]:
    """By its number in `mine`, the number of what is asked in `others`: the newest first, each once."""
    found: dict[int, int] = {}
    for name in _NAMES:
        waiting: dict[tuple[str, ...], list[int]] = {}
        taken = set(found.values())
        for number in reversed(range(len(others))):
            if others[number].place and number not in taken:
                waiting.setdefault(name(others[number]), []).append(number)
        for number, one in enumerate(mine):
            if number not in found and (same := waiting.get(name(one))):
                found[number] = same.pop()
    return found
