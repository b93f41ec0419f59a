"""What the palette offers over a page: actions, lines of the cover, chapters, links, pages, questions."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from ....book import Exercise, Front
from ....session import PageRef, ScrollAnchor, further
from ...commands import PaletteLine, command_lines

if TYPE_CHECKING:
    from .reading import ReadingScreen

_FIRST = ("contents", "find", "words", "print", "share")
"""The actions that stand above the chapters: what most readers open the palette for."""


def lines_of(screen: "ReadingScreen") -> Iterator[PaletteLine]:
    """What is known without reading a chapter, the likeliest first."""
    commands = command_lines(screen)
    yield from (commands[name] for name in _FIRST if name in commands)
    yield from (PaletteLine(door.label, "A line of the cover.", door.act) for door in screen.cover.doors())
    for front in screen.book.fronts:
        yield PaletteLine(_titled(front), front.summary, partial(screen.go, PageRef(front)))
    yield from (line for name, line in commands.items() if name not in _FIRST)
    for link in further(screen.book, screen.journey.here.front, screen.view.links()):
        yield PaletteLine(f"Link: {link.text}", link.href, partial(screen.action_follow, link.href))


def questions_of(screen: "ReadingScreen", front: Front) -> Sequence[PaletteLine]:
    """The pages of one chapter, and what each of them asks."""
    lines: list[PaletteLine] = []
    for number, page in enumerate(screen.book.read_uncached(front).pages):
        ref = PageRef(front, number)
        if page.title != front.title:
            lines.append(PaletteLine(page.title, _titled(front), partial(screen.go, ref)))
        for at, block in enumerate(page.blocks):
            if isinstance(block, Exercise) and block.question:
                there = partial(screen.go, ref, spot=ScrollAnchor(at))
                where = " · ".join(dict.fromkeys((_titled(front), page.title)))
                named = f"{where} · {block.home}" if block.home else where
                lines.append(PaletteLine(block.question, named, there, is_asked=True))
    return lines


def _titled(front: Front) -> str:
    return f"{front.number}. {front.title}"
