"""Lists whose lines have boxes and ids: the items of a checklist or choice, and the lines of any other."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ...text import one_line
from ..markdown import Piece, Source, blocks, covered, runs
from ..model import SHOWN, Block, Item, Leads, Run, Runs, plain
from .item_ids import ItemId, item_id, propose_ids
from .options import Options

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINE = re.compile(r"((?:[-*+]|[0-9]{1,9}[.)]) +)(?:(\[[ xX]\]|\([ xX]\))(?= |$))?")
_BOX = re.compile(r"^(?:\[[ xX]\]|\([ xX]\))(?: +|$)")


class Line(NamedTuple):
    """One line of a list: its box (`[ ]`, `( )` or none), its words, its id comment, what stands below."""

    lines: range
    mark: str
    box: str | None
    """None where the line does not stand as a list of an exercise must."""
    label: Runs
    id: str
    options: Options
    below: tuple[Block, ...]


def boxed(source: Source, piece: Piece) -> bool:
    """Whether a list begins with a line that has a box."""
    found = _LINE.match(source.lines[piece.lines.start].lstrip(" "))
    return found is not None and found[2] is not None


def items(source: Source, piece: Piece, owner: str, *, round_box: bool) -> tuple[Item, ...]:
    """The items of a checklist, or of a choice (`round_box`)."""
    box = "( )" if round_box else "[ ]"
    found = []
    for line in lines(source, piece, "an item of a choice" if round_box else "an item of a checklist"):
        note_box(source, line, box, f"every line of {owner} must begin with '- {box} '")
        if line.below:
            text = f"a line of {owner} has one line of text only; move what stands below it out of the list"
            source.note(line.lines.start, "bad-slot", text)
        found.append(_item(line, one_of_many=round_box))
        line.options.close()
    return tuple(found)


def _item(line: Line, *, one_of_many: bool) -> Item:
    return Item(
        id=line.id,
        label=line.label,
        lines=line.lines,
        short=line.options.words("short"),
        leads=leads(line.options, one_of_many=one_of_many),
        was=line.options.places("was"),
    )


def leads(options: Options, *, one_of_many: bool = False) -> Leads:
    """Where a line leads; that one of many was not chosen says nothing, so it has no `absent`."""
    return Leads(
        ticked=options.places("leads"),
        absent=() if one_of_many else options.places("absent"),
        holds=options.places("holds"),
    )


def note_box(source: Source, line: Line, box: str, rule: str) -> None:
    """Note what is wrong with the box of a line, which is to be `box`; `rule` says so."""
    at = line.lines.start
    if line.box is None:
        text = "a list of an exercise stands at the left margin, with blanks, not tabs, after its bullet"
        source.note(at, "bad-slot", text)
    elif line.box[:1] != box[:1]:
        source.note(at, "no-box", f"{rule}, found '{one_line(source.lines[at])[:SHOWN]}'")
    elif line.box[1:2] in ("x", "X"):
        text = f"a chapter must be blank: replace the '{line.box[1]}' by a space"
        source.note(at, "prefilled", text, "warning")


def lines(source: Source, piece: Piece, owner: str) -> list[Line]:
    """The lines of the list `piece`, each with its id; what is wrong with them is noted."""
    source.slots.add(piece.lines.start)
    found: list[Line] = []
    ids: list[ItemId] = []
    for tokens in list_items(piece.tokens):
        line, name = _line(source, tokens, owner)
        found.append(line)
        ids.append(name)
    propose_ids(source, ids)
    return found


def list_items(tokens: Sequence["Token"]) -> Iterator[tuple["Token", ...]]:
    """The tokens of each line of the list that `tokens` are, from its `list_item_open` to its close."""
    start = 0
    for n, token in enumerate(tokens):
        if token.level == 1 and token.type == "list_item_open":
            start = n
        elif token.level == 1 and token.type == "list_item_close":
            yield tuple(tokens[start : n + 1])


def without_box(words: str) -> str:
    """The `words` of a list line, without the box that they begin with, if there is one."""
    return _BOX.sub("", words, count=1)


def _line(source: Source, tokens: tuple["Token", ...], owner: str) -> tuple[Line, ItemId]:
    lines = covered(tokens[0], source.lines)
    has_words = tokens[1].type == "paragraph_open"
    label = _unboxed(runs(tokens[2])) if has_words else ()
    last = (tokens[1].map or [0, lines.start + 1])[1] if has_words else lines.start + 1
    found = _LINE.match(source.lines[lines.start])
    _note_lazy(source, lines, len(found[1]) if found else 2)
    name = item_id(source, range(lines.start, last), plain(label), owner)
    ordered = tokens[0].info != ""
    line = Line(
        lines=lines,
        mark=f"{tokens[0].info}{tokens[0].markup}" if ordered else "•",
        box=(found[2] or "") if found else None,
        label=label,
        id=name.id,
        options=name.options,
        below=blocks(tokens[4:-1] if has_words else tokens[1:-1]),
    )
    return line, name


def _unboxed(label: Runs) -> Runs:
    if not label:
        return label
    first = without_box(label[0].text)
    return ((Run(first, *label[0][1:]),) if first else ()) + label[1:]


def _note_lazy(source: Source, lines: range, width: int) -> None:
    for n in lines[1:]:
        text = source.lines[n].expandtabs(4)
        if text.strip() and len(text) - len(text.lstrip(" ")) < width:
            source.note(n, "lazy-line", "this line would become part of the list; put an empty line above it")
            return
