"""The id comment at the end of a list line: `<!-- #id key=value -->`."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ...text import one_line
from ..markdown import Source
from ..model import SHOWN, is_id, slug, unique
from .options import Options, pairs, split_words

_AT_END = re.compile(r"<!--\s*#(.*?)-->\s*$")
_ANYWHERE = re.compile(r"<!--\s*#")


class ItemId(NamedTuple):
    """What the comment of a list line says."""

    line: int
    words: str
    """The words of the line, of which an id can be made."""
    id: str
    options: Options
    is_missing: bool = False


def item_id(source: Source, lines: range, words: str, owner: str) -> ItemId:
    """The id comment of the list line whose paragraph covers `lines`. Its faults are noted."""
    line = lines.start
    if not words.strip():
        source.note(line, "empty-item", "this list line has no text; write some, or remove it")
    found = _AT_END.search(source.lines[line])
    if found is not None:
        source.used.add(line)
        return _parsed(source, line, words, one_line(found[1]), owner)
    nothing = Options(source, line, owner, {})
    first = source.lines[line]
    if first.rfind("<!--") > first.rfind("-->"):
        source.note(line, "open-comment", "this '<!--' is never closed with '-->' on its line; close it")
    else:
        strayed = any(_ANYWHERE.search(source.lines[n]) for n in lines)
        return ItemId(line, words, "", nothing, is_missing=not strayed and bool(words.strip()))
    return ItemId(line, words, "", nothing)


def propose_ids(source: Source, ids: Sequence[ItemId]) -> None:
    """Note ids that are used twice in one list, and propose one for each line that has none."""
    first: dict[str, int] = {}
    for item in ids:
        if item.id in first:
            text = f"id '#{item.id}' is already used on line {first[item.id] + 1}; ids of a list must differ"
            source.note(item.line, "duplicate-id", text)
        elif item.id:
            first[item.id] = item.line
    for item in ids:
        if item.is_missing:
            name = unique(slug(item.words), first)
            first[name] = item.line
            source.proposed[item.line] = name
            text = f"'{item.words[:SHOWN]}' has no id; end its line with '<!-- #{name} -->'"
            source.note(item.line, "missing-item-id", f"{text} (or run `check --fix-ids`)")


def _parsed(source: Source, line: int, words: str, body: str, owner: str) -> ItemId:
    if "--" in body or ">" in body:
        source.note(line, "bad-value", "'--' and '>' are not allowed inside an id comment; use '–' and words")
    name, *rest = body.split(" ", 1)
    if not is_id(name):
        text = f"id '#{name[:SHOWN]}' is not allowed; use small letters, digits and single hyphens, "
        source.note(line, "bad-id", text + f"e.g. '#{slug(name or words)}'")
        name = ""
    try:
        options = pairs(source, line, owner, split_words(rest[0]) if rest else [])
    except ValueError:
        source.note(line, "bad-quotes", "a quote is not closed in this id comment")
        options = {}
    return ItemId(line, words, name, Options(source, line, owner, options))
