"""The answers in a filled file: what `filled_chapter` and `filled_book` wrote, read again."""

from collections.abc import Iterator
from typing import NamedTuple

from workbook.book import Answer, AnyField, Book, Chapter, Exercise, Group, Item

from .kept import kept_answer
from .parts import Part, parts
from .slots import FilledSlot, answers_in, id_of_line, is_ticked

_UNKNOWN = Group(id="", lines=range(0), slot=range(0))
"""Stands for a group that the book does not have: nothing inside it is asked."""


class _Place(NamedTuple):
    """Where in the book a part of the file stands."""

    chapter: Chapter
    group: Group | None = None
    entry: str = ""
    row: str = ""

    def exercise(self, name: str) -> Exercise | None:
        """The exercise called `name`; inside a group, its field."""
        if self.group is None:
            return self.chapter.exercises.get(name)
        return next((part for part in self.group.fields if part.id == name), None)

    def address(self, *names: str) -> str:
        """The address of what `names` call here: of a field and its item, say."""
        exercise = self.group.id if self.group else ""
        entry = f"@{self.entry}" if self.entry else ""
        return "/".join(filter(None, (self.chapter.id, exercise + entry, self.row, *names)))


def read_filled(book: Book, text: str) -> dict[str, Answer]:
    """The answers that stand in a filled file of one or more chapters of `book`, orphans included.

    What no blank takes is passed over, because a file may have been edited by hand.
    """
    answers: dict[str, Answer] = {}
    place: _Place | None = None
    for part in parts(text):
        place = _moved(book, place, part)
        if part.kind == "kept":
            answers.update(kept_answer(part.comment, part.quote))
        elif place is not None:
            for address, value in _read(place, part):
                blank = place.chapter.blank(address)
                if blank is not None and blank.takes(value):
                    answers[address] = value
    return answers


def _moved(book: Book, place: _Place | None, part: Part) -> _Place | None:
    """The place after the comment of `part`."""
    if part.kind == "chapter":
        chapter = book.chapter(part.id)
        return _Place(chapter) if chapter else None
    if place is None:
        return None
    match part.kind:
        case "group":
            group = place.chapter.exercises.get(part.id)
            return _Place(place.chapter, group if isinstance(group, Group) else _UNKNOWN)
        case "entry":
            return place._replace(entry=part.id)
        case "end":
            return _Place(place.chapter)
        case _:
            return place


def _read(place: _Place, part: Part) -> Iterator[tuple[str, Answer]]:
    """What stands in the slot of `part`."""
    if part.kind in ("group", "entry"):
        yield from _read_rows(place, part)
        return
    exercise = place.exercise(part.id)
    if isinstance(exercise, AnyField):
        printed = place.chapter.lines[exercise.slot.start : exercise.slot.stop]
        ticks = tuple(_ticked(exercise.listed, place, part))
        yield from answers_in(exercise, place.address(part.id), FilledSlot(part.quote, ticks, printed))


def _read_rows(place: _Place, part: Part) -> Iterator[tuple[str, Answer]]:
    """The ticks of the rows, and the fields that stand under each."""
    rows = place.group.rows if place.group else ()
    yield from ((place.address(row), True) for row in _ticked(rows, place, part))
    for item in part.items:
        inside = place._replace(row=id_of_line(item.line))
        for field in item.parts:
            yield from _read(inside, field)


def _ticked(items: tuple[Item, ...], place: _Place, part: Part) -> Iterator[str]:
    """The ids of those `items` that have a tick in the file which they do not have in the chapter."""
    source = {item.id: place.chapter.lines[item.lines.start] for item in items}
    for written in part.items:
        name = id_of_line(written.line)
        if name in source and is_ticked(written.line, source[name]):
            yield name
