"""Comment lines that name an exercise: `<!-- @kind #id key=value -->`."""

import re
from collections.abc import Collection
from typing import NamedTuple

from ...text import one_line
from ..markdown import HTML, Piece, Source
from ..model import SHOWN, is_id, near, slug
from .options import Options, pairs, split_words

EXPORTED = ("chapter", "entry", "kept")
_COMMENT = re.compile(r"<!--(.*?)-->(.*)", re.S)


class Directive(NamedTuple):
    """One comment line; its kind is empty where it cannot be understood."""

    kind: str
    id: str
    line: int
    options: Options

    @property
    def name(self) -> str:
        """What a message calls it: `@text #how`."""
        return f"@{self.kind} #{self.id}" if self.id else f"@{self.kind}"


def directive(source: Source, piece: Piece, kinds: Collection[str]) -> Directive | None:
    """The directive of one of `kinds` that `piece` is, or None. Its faults are noted."""
    line = piece.lines.start
    if piece.kind != HTML or not source.lines[line].lstrip().startswith("<!--"):
        return None
    raw = "\n".join(source.lines[line : piece.lines.stop])
    comment = _COMMENT.match(raw.strip())
    if comment is None or "<!--" in comment[1]:
        _note_open(source, piece, closed=comment is not None)
        return None
    body = one_line(comment[1])
    if comment[2].strip():
        text = "move what stands after '-->' to a line of its own, or it will not be shown as Markdown"
        source.note(line, "text-after", text, "error" if body.startswith("@") else "warning")
    if not body.startswith("@"):
        _note_almost(source, line, body, kinds)
        return None
    source.used.add(line)
    _note_place(source, piece, raw)
    return _parsed(source, line, body, kinds)


def _note_open(source: Source, piece: Piece, *, closed: bool) -> None:
    first, last = piece.lines.start + 1, piece.lines.stop
    hidden = f"lines {first} to {last} are" if closed else "the rest of the file is"
    text = f"this '<!--' is never closed with '-->', so {hidden} hidden"
    source.note(piece.lines.start, "open-comment", text)
    source.used.update(piece.lines)


def _note_almost(source: Source, line: int, body: str, kinds: Collection[str]) -> None:
    """Say where a comment was perhaps meant to be more than the author's note."""
    first = body.split(" ", 1)[0].rstrip(":")
    if first in kinds and " #" in body:
        text = f"this comment looks like an exercise; write '<!-- @{body} -->'"
        source.note(line, "no-at", text, "warning")


def _note_place(source: Source, piece: Piece, raw: str) -> None:
    line, after = piece.lines.start, piece.lines.stop
    if not raw.startswith("<!--") or len(piece.lines) > 1:
        text = "an exercise line must stand alone on one line at the left margin"
        source.note(line, "misplaced", text)
    if after < len(source.lines) and source.lines[after].strip():
        source.note(line, "text-after", "an exercise line needs an empty line after it; put one there")


def _parsed(source: Source, line: int, body: str, kinds: Collection[str]) -> Directive:
    try:
        words = split_words(body)
    except ValueError:
        text = 'a quote is not closed in this exercise line; a value with blanks or quotes stands in "…"'
        source.note(line, "bad-quotes", text)
        return _unknown(source, line)
    kind = words[0][1:]
    if kind in EXPORTED:
        source.note(line, "misplaced", f"'@{kind}' is written by exports only; remove it from the chapter")
        return _unknown(source, line)
    if kind not in kinds:
        source.note(line, "unknown-kind", f"unknown exercise kind '@{kind[:SHOWN]}'.{near(kind, kinds)}")
        return _unknown(source, line)
    name, rest = (words[1][1:], words[2:]) if words[1:2] and words[1].startswith("#") else ("", words[1:])
    if not any(word.startswith("#") for word in rest):
        _note_id(source, line, kind, name)
    if "--" in body:
        source.note(line, "bad-value", "'--' is not allowed inside a comment; use '–'")
    values = pairs(source, line, f"@{kind}", rest)
    return Directive(kind, name, line, Options(source, line, f"@{kind}", values))


def _unknown(source: Source, line: int) -> Directive:
    return Directive("", "", line, Options(source, line, "", {}))


def _note_id(source: Source, line: int, kind: str, name: str) -> None:
    if kind == "end":
        if name:
            source.note(line, "unknown-option", f"@end has no id; leave '#{name[:SHOWN]}' out")
    elif not name:
        source.note(line, "missing-id", f"@{kind} needs an id: '<!-- @{kind} #short-name -->'")
    elif not is_id(name):
        rule = f"use small letters, digits and single hyphens, e.g. '#{slug(name)}'"
        source.note(line, "bad-id", f"id '#{name[:SHOWN]}' is not allowed; {rule}")
