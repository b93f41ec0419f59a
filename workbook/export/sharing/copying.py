"""A copy to share, as text: the words that were ticked, each under its question, and nothing else at all."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from ...book import Book, Group, escaped, quoted
from ..sections import Part, Section
from .offered import Offered

FORMAT = 1
"""The number of the layout; `reading` knows all up to it."""


def copy_of(book: Book, given: Iterable[Offered]) -> str:
    """The copy of what is `given`, in the order of the book."""
    lines = [f'<!-- @share book="{book.id}" format={FORMAT} -->']
    for front, found in groupby(given, key=lambda one: one.written.front):
        lines += ["", f"## {front.number}. {escaped(front.title)}"]
        for one in found:
            lines += ["", *_shared(one)]
    return "\n".join(lines) + "\n"


def _shared(one: Offered) -> list[str]:
    on = f' on="{one.written.day}"' if one.written.day else ""
    lines = [f'<!-- @shared at="{one.written.at}"{on} -->']
    if one.written.question:
        lines += ["", _bold(one.written.question)]
    is_group = isinstance(one.written.exercise, Group)
    for section in one.written.sections:
        lines += _section(section, is_asked=is_group)
    return lines


def _section(section: Section, *, is_asked: bool) -> Iterator[str]:
    indent = ""
    if section.label:
        box = "[x] " if section.is_ticked else ""
        yield from ("", f"- {box}{escaped(section.label)} <!-- #{section.row} -->")
        indent = "  "
    for part in section.parts:
        lines = [_bold(part.question), ""] if is_asked and part.question else []
        yield from ("", *(f"{indent}{line}".rstrip() for line in [*lines, *_answered(part)]))


def _answered(part: Part) -> Iterator[str]:
    mark = "[x]" if part.field.has_ticks else "(x)"
    for told in part.told:
        if told.item:
            yield f"- {mark} {escaped(told.words)} <!-- #{told.item} -->"
        else:
            yield from quoted(told.words)


def _bold(words: str) -> str:
    return f"**{escaped(words)}**"
