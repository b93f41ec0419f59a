"""The answers in a filled file: what `filled_chapter` and `filled_book` wrote, read again.

Only the block structure is parsed; ticks and words are read from the source lines of each block, because
that is where they were written.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ..book import Answer, Book, Chapter, Checklist, Choice, Exercise, Group, Item
from .boxes import is_ticked, item_id
from .kept import kept_address, kept_value
from .quoting import said, unquoted
from .splicing import trimmed

if TYPE_CHECKING:  # the program itself never reads back, so it need not import what this takes
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

_COMMENT = re.compile(r"^\s*<!--\s*@(?P<kind>[a-z]+)(?:\s+#(?P<id>\S+))?.*-->\s*$")
_FRONT_ID = re.compile(r"^id:\s*[\"']?([a-z0-9-]+)", re.MULTILINE)
_NUMBER = re.compile(r"-?\d{1,9}(?= /)", re.ASCII)

_LISTS = ("bullet_list", "ordered_list")
_QUOTES = ("blockquote",)
_SLOTS: Mapping[str, Sequence[str]] = {
    **dict.fromkeys(("checklist", "choice", "group", "entry"), _LISTS),
    **dict.fromkeys(("scale", "text", "kept"), _QUOTES),
}
"""Which blocks are the slot after a comment of each kind; of a group or entry it is the row list."""


class _Part(NamedTuple):
    """A comment of the format, and the slot that it heads."""

    kind: str
    id: str
    comment: str
    slot: "SyntaxTreeNode | None" = None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the book a part of the file stands."""

    chapter: Chapter
    group: Group | None = None
    entry: str = ""
    row: str = ""

    def exercise(self, name: str) -> Exercise | None:
        """The exercise called `name`, of a group the field."""
        if self.group is None:
            return self.chapter.exercises.get(name)
        return next((part for part in self.group.fields if part.id == name), None)

    def address(self, name: str) -> str:
        """The address of what is called `name` here."""
        if self.group is None:
            return f"{self.chapter.id}/{name}"
        group = f"{self.group.id}@{self.entry}" if self.entry else self.group.id
        return "/".join(part for part in (self.chapter.id, group, self.row, name) if part)


def read_filled(book: Book, text: str) -> dict[str, Answer]:
    """The answers that stand in a filled file of one or more chapters of `book`, orphans included."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    nodes = _nodes(lines)
    front = _FRONT_ID.search(nodes[0].content) if nodes and nodes[0].type == "front_matter" else None
    chapter = book.chapter(front[1]) if front else None
    place = _Place(chapter) if chapter else None
    answers: dict[str, Answer] = {}
    for part in _parts(nodes, lines):
        place = _moved(book, place, part)
        if part.kind == "kept":
            answers.update(_kept(part, lines))
        elif place is not None:
            answers.update(_fitting(place.chapter, _answers(place, part, lines)))
    return answers


def _moved(book: Book, place: _Place | None, part: _Part) -> _Place | None:
    """The place after the comment of `part`."""
    if part.kind == "chapter":
        chapter = book.chapter(part.id)
        return _Place(chapter) if chapter else None
    if place is None:
        return None
    match part.kind:
        case "group":
            group = place.chapter.exercises.get(part.id)
            return _Place(place.chapter, group if isinstance(group, Group) else None)
        case "entry":
            return replace(place, entry=part.id)
        case "end":
            return _Place(place.chapter)
        case _:
            return place


def _kept(part: _Part, lines: Sequence[str]) -> Iterator[tuple[str, Answer]]:
    found = kept_address(part.comment)
    value = kept_value(found[1], _source(part.slot, lines)) if found and part.slot else None
    if found and value is not None:
        yield found[0], value


def _fitting(chapter: Chapter, read: Iterable[tuple[str, Answer]]) -> Iterator[tuple[str, Answer]]:
    """Those answers that a blank of the chapter takes: a file may have been edited by hand."""
    for address, value in read:
        blank = chapter.blank(address)
        if blank is not None and blank.takes(value):
            yield address, value


def _answers(place: _Place, part: _Part, lines: Sequence[str]) -> Iterator[tuple[str, Answer]]:
    """What stands in the slot of `part`."""
    if part.slot is None:
        return
    if part.kind in ("group", "entry"):
        if place.group is not None:
            yield from _rows(place, place.group, part.slot, lines)
        return
    exercise, at = place.exercise(part.id), place.address(part.id)
    match exercise:
        case Checklist():
            yield from ((f"{at}/{item}", True) for item in _ticked(exercise.items, place, part.slot, lines))
        case Choice():
            yield from ((at, item) for item in _ticked(exercise.items, place, part.slot, lines))
        case Exercise():
            yield from _words(exercise, at, place.chapter, _source(part.slot, lines))
