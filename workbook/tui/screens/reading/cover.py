"""The cover: the first page of a new reader, and the one that every later day begins with."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from ....book import Block, Book, Cover, Prose, Run, cover_of, day_of, phrases
from ....session import SAFE
from ....session import TITLE as WHEREABOUTS
from ...own_keys import Hint
from ...widgets import Door, Doors, ProseView

WELCOME = "Welcome back. Nothing to catch up on."
_LONG = 28
"""Days after which a reader is welcomed back."""

_ALWAYS: tuple[Hint, ...] = (("Enter", "opens", "focused.open"), ("↑ ↓", "choose", ""))
_LATER: tuple[Hint, ...] = (
    ("c", "contents", "screen.contents"),
    ("w", "your words", "screen.words"),
    ("/", "find", "screen.find"),
)
_HELP: Hint = ("F1", "help", "app.help")


class ComeRound(Static):
    """The one quiet line that says that a day has come; nothing until that is known."""

    def say(self) -> None:
        """Say it."""
        self.update(Content(phrases.COME_ROUND))


class Ways(NamedTuple):
    """What the lines of a cover do."""

    begin: Callable[[], object]
    go_on: Callable[[], object] | None
    """None where there is nothing to go on with."""
    words: Callable[[], object]
    contents: Callable[[], object]
    whereabouts: Callable[[], object]
    read: Callable[[Prose], object]
    """Open a text of the cover."""
    leaflet: Callable[[str], object]
    """Open the page that is called by this id."""


def first_cover(book: Book, ways: Ways) -> Iterator[Widget]:
    """The widgets of the cover in its first form."""
    cover = cover_of(book)
    yield Static(classes="air")
    yield ProseView(cover.opening)
    safe: tuple[Hint, ...] = (("F5", "staying safe", "app.safe"),) if book.front(SAFE) else ()
    keys = (*_ALWAYS, _HELP, *safe, ("Ctrl+Q", "quit", "app.quit"))
    yield Doors(tuple(_first_doors(book, cover, ways)), keys)


def _first_doors(book: Book, cover: Cover, ways: Ways) -> Iterator[Door]:
    yield Door("Begin with chapter 1", ways.begin, _minutes(book.fronts[0].minutes or 0))
    for section in cover.sections:
        yield Door(section.title, _reading(ways, section.text), _minutes(section.minutes))
    yield Door(WHEREABOUTS, ways.whereabouts)
    yield from _leaflets(book, ways)


def later_cover(book: Book, ways: Ways, today: date, last: date | None) -> Iterator[Widget]:
    """The widgets of the cover on a later day; `last` is the day of the start before."""
    cover = cover_of(book)
    said = [Block("heading", (Run(book.title),), depth=1), Block("paragraph", (Run(day_of(today)),))]
    if last and (today - last).days >= _LONG:
        said.append(Block("paragraph", (Run(WELCOME),)))
    yield Static(classes="air")
    yield ProseView(Prose(tuple(said)))
    yield Static(classes="air")
    keys = (
        *_ALWAYS,
        ("c", "contents", "screen.contents"),
        ("w", "your words", "screen.words"),
        ("/", "find", "screen.find"),
        _HELP,
    )
    yield Doors(tuple(_later_doors(book, ways)), keys)
    yield ComeRound()
    if cover.standing:
        yield Static(classes="gap")
        yield ProseView(cover.standing)


def _later_doors(book: Book, ways: Ways) -> Iterator[Door]:
    if ways.go_on:
        yield Door("On from where you stopped", ways.go_on)
    else:
        yield Door("Begin with chapter 1", ways.begin)
    yield Door("Your words", ways.words)
    yield Door("Contents", ways.contents)
    yield from _leaflets(book, ways)


def _leaflets(book: Book, ways: Ways) -> Iterator[Door]:
    for front in book.extras:
        yield Door(front.title, _opening(ways, front.id))


def _reading(ways: Ways, text: Prose) -> Callable[[], object]:
    return lambda: ways.read(text)


def _opening(ways: Ways, name: str) -> Callable[[], object]:
    return lambda: ways.leaflet(name)


def _minutes(count: int) -> str:
    return f"{count} minute{'' if count == 1 else 's'}" if count else ""
