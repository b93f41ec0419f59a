"""Blocks of a file -> units: exercises, and the blocks that stand between them."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ...text import one_line
from ..format import Body, boxed, directive
from ..kinds import END, GROUP, KINDS
from ..markdown import FENCE, HTML, LISTS, Piece, Source, note_lost_cells, note_unused_links, unclosed
from ..model import SHOWN, Exercise
from .groups import group, note_duplicates
from .slots import leaf

if TYPE_CHECKING:
    from markdown_it.token import Token

_STRAY = re.compile(r"<!--\s*([@#])")


class Unit(NamedTuple):
    """An exercise with its blocks, or blocks that are prose; errors in its lines make any unit prose."""

    lines: range
    pieces: tuple[Piece, ...]
    exercise: Exercise | None = None


def units(source: Source, *, is_chapter: bool) -> tuple[Unit, ...]:
    """The units of a file, in order; what is wrong with them is noted in `source`."""
    parsed = ((n, directive(source, piece, KINDS)) for n, piece in enumerate(source.pieces))
    body = Body(source, source.pieces, {n: found for n, found in parsed if found is not None})
    found = tuple(_units(body))
    if not is_chapter:
        for outside in body.directives.values():
            if outside.kind:
                text = f"{outside.name} stands on a page; exercises belong in files that begin with a number"
                source.note(outside.line, "misplaced", text)
    exercises = [unit.exercise for unit in found if unit.exercise is not None]
    note_duplicates(source, [(e.id, e.lines.start) for e in exercises], "the exercises of a chapter")
    _note_was(source, exercises)
    _note_stray(source)
    note_lost_cells(source)
    note_unused_links(source)
    return found


def _units(body: Body) -> Iterator[Unit]:
    at = 0
    while at < len(body.pieces):
        exercise: Exercise | None = None
        start, kind = at, body.directives[at].kind if at in body.directives else ""
        if kind == GROUP:
            exercise, at = group(body, at)
        elif kind == END:
            text = "'@end' without a '@group' before it; remove it"
            body.source.note(body.directives[at].line, "stray-end", text)
            at += 1
        elif kind:
            exercise, at = leaf(body, at)
        else:
            at = body.past_broken(at) if at in body.directives else at + 1
        pieces = body.pieces[start:at]
        yield Unit(range(pieces[0].lines.start, pieces[-1].lines.stop), pieces, exercise)


def _note_was(source: Source, exercises: list[Exercise]) -> None:
    """Note each earlier id that something beside it still has, down to items, rows and fields."""
    _note_in_use(source, [(e.id, e.was, e.lines.start) for e in exercises])
    for exercise in exercises:
        for part in (exercise, *exercise.parts):
            _note_in_use(source, [(item.id, item.was, item.lines.start) for item in part.listed])
        _note_in_use(source, [(part.id, part.was, part.lines.start) for part in exercise.parts])


def _note_in_use(source: Source, named: list[tuple[str, tuple[str, ...], int]]) -> None:
    used = {name: line for name, _, line in named}
    for _, was, line in named:
        for old in was:
            if old in used:
                text = f"'was={old}' names an id still in use on line {used[old] + 1}; remove one of them"
                source.note(line, "was-in-use", text)


def _note_stray(source: Source) -> None:
    """Note the comments that only look like directives or ids, open fences, the tick lists of no exercise."""
    for piece in source.pieces:
        for token in piece.tokens:
            if "<!--" in token.content:
                _note_comments(source, token)
        start = piece.lines.start
        if piece.kind == FENCE and not _is_closed(source, piece):
            mark = piece.tokens[0].markup
            text = f"this '{mark}' is never closed, so the rest of the file stands as code; "
            source.note(start, "open-fence", text + f"end it with '{mark}' on a line of its own")
        if piece.kind == HTML and (end := unclosed(piece.tokens[0].content)):
            begin = one_line(source.lines[start])[:SHOWN]
            text = f"this '{begin}' is never closed, so the rest of the file is taken for a part of it; "
            source.note(start, "open-html", text + f"end it with '{end}'")
        if piece.kind in LISTS and start not in source.slots and boxed(source, piece):
            text = "this tick list is not part of an exercise, so it cannot be ticked; "
            text += "put '<!-- @checklist #some-id -->' above it"
            source.note(start, "stray-list", text, "warning")


def _is_closed(source: Source, piece: Piece) -> bool:
    """Whether the last line of a fence closes it: an open one swallows the chapters printed after it."""
    mark = piece.tokens[0].markup
    last = source.lines[piece.lines[-1]].strip()
    return len(piece.lines) > 1 and last.startswith(mark) and not last.strip(mark[0])


def _note_comments(source: Source, token: "Token") -> None:
    for line, text in _html(token):
        for found in _STRAY.finditer(text):
            at = line + text.count("\n", 0, found.start())
            if at in source.used:
                continue
            if found[1] == "@":
                rule = "an exercise line must stand alone at the left margin: not indented, "
                rule += "not in a list or quote, nothing before or after it"
                source.note(at, "misplaced", rule)
            else:
                rule = "an id comment belongs at the end of the first line of an exercise's list item"
                source.note(at, "lonely-id", rule)
        last = line + text.count("\n", 0, max(0, text.rfind("<!--")))
        if text.rfind("<!--") > text.rfind("-->") and last not in source.used:
            rule = "this '<!--' is never closed with '-->', so what follows is hidden"
            source.note(last, "open-comment", rule)


def _html(token: "Token") -> Iterator[tuple[int, str]]:
    """The pieces of raw HTML in a token, each with its line."""
    start = token.map[0] if token.map else 0
    if token.type == HTML:
        yield start, token.content
    at = 0
    for child in token.children or ():
        if child.type == "html_inline":
            at = token.content.find(child.content, at)
            yield start + token.content.count("\n", 0, at), child.content
            at += len(child.content)
