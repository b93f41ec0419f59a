"""Directive, prompt and slot -> one of the four exercises that have a slot of their own."""

from collections.abc import Callable, Mapping
from typing import TypedDict

from ..format import Body, Directive
from ..markdown import LISTS, QUOTE, Piece, Source, runs
from ..model import Checklist, Choice, Field, Prose, Scale, Text, plain
from .lists import items

_NEEDS = {
    "checklist": "a list of '- [ ] …' lines",
    "choice": "a list of '- ( ) …' lines",
    "scale": "a line like '> … / 10'",
    "text": "a line like '> …'",
}
_WORDS = {"paragraph_open", "inline", "paragraph_close"}
_LEAST = -(10**9)


class Common(TypedDict):
    """What the constructors of all exercises take alike."""

    id: str
    lines: range
    slot: range
    prompt: Prose
    share: bool
    was: tuple[str, ...]
    home: str


def leaf(body: Body, at: int, *, is_field: bool = False) -> tuple[Field | None, int]:
    """The exercise whose directive is block `at`, and the index of the block after it."""
    source, directive = body.source, body.directives[at]
    end, is_there = body.next(at, LISTS if directive.kind in ("checklist", "choice") else (QUOTE,))
    if not is_there:
        text = f"{directive.name} has no place for the answer: it needs {_NEEDS[directive.kind]} "
        source.note(directive.line, "no-slot", text + "before the next heading or exercise")
        return None, end
    slot = body.pieces[end]
    common = Common(
        id=directive.id,
        lines=range(directive.line, slot.lines.stop),
        slot=slot.lines,
        prompt=body.prompt(at, end),
        share=directive.options.share(),
        was=directive.options.places("was"),
        home="" if is_field else directive.options.words("home"),
    )
    if slot.kind == QUOTE:
        _note_quote(source, slot)
        if not is_field:
            _note_second(body, end, directive.name)
    found = _MAKE[directive.kind](source, directive, slot, common)
    if not is_field and isinstance(found, Text) and found.folded_until:
        directive.options.fault("'folded-until' names a date of the same group, and this stands in none")
    directive.options.close()
    return found, end + 1


def _checklist(source: Source, directive: Directive, slot: Piece, common: Common) -> Field:
    most = directive.options.number("max", None)
    return Checklist(items=items(source, slot, directive.name, round_box=False), most=most, **common)


def _choice(source: Source, directive: Directive, slot: Piece, common: Common) -> Field:
    return Choice(items=items(source, slot, directive.name, round_box=True), **common)


def _scale(source: Source, directive: Directive, slot: Piece, common: Common) -> Field:
    options, line = directive.options, source.lines[slot.lines.start].rstrip()
    least, most = options.number("min", 0, least=_LEAST), options.number("max", 10, least=_LEAST)
    if least >= most:
        options.fault(f"'min' must be smaller than 'max', found {least} and {most}")
    if line != f"> … / {most}" or len(slot.lines) > 1:
        text = f"the answer place of {directive.name} must be one line, '> … / {most}'"
        source.note(slot.lines.start, "bad-slot", text)
    return Scale(least=least, most=most, low=options.words("low"), high=options.words("high"), **common)


def _text(source: Source, directive: Directive, slot: Piece, common: Common) -> Field:
    options = directive.options
    is_date = options.one_of("type", ("date",)) is not None
    rows, chars = options.number("rows", 1), options.number("chars", None)
    if is_date and {"rows", "chars"} & options.values.keys():
        options.fault("'type=date' stands alone, without 'rows' and 'chars'")
    if any(token.type not in _WORDS for token in slot.tokens[1:-1]):
        text = f"the answer place of {directive.name} may hold plain paragraphs only, e.g. '> …'"
        source.note(slot.lines.start, "bad-slot", text)
    words = (plain(runs(token)) for token in slot.tokens if token.type == "inline")
    return Text(
        rows=rows,
        is_date=is_date,
        chars=chars,
        placeholder="\n".join(words),
        recalls=options.places("recalls"),
        folded_until=options.words("folded-until"),
        **common,
    )


_MAKE: Mapping[str, Callable[[Source, Directive, Piece, Common], Field]] = {
    "checklist": _checklist,
    "choice": _choice,
    "scale": _scale,
    "text": _text,
}


def _note_second(body: Body, slot: int, owner: str) -> None:
    """Say where the answer place was perhaps meant to be the quote after the one that is taken for it."""
    second, is_there = body.next(slot, (QUOTE,))
    if is_there and body.source.lines[body.pieces[second].lines.start].startswith("> …"):
        line = body.pieces[second].lines.start + 1
        text = f"this quote, as the first one, is the answer place of {owner}, and the '> …' on line {line} "
        text += "is none; no quote can stand in a question"
        body.source.note(body.pieces[slot].lines.start, "bad-slot", text)


def _note_quote(source: Source, slot: Piece) -> None:
    for n in slot.lines:
        line = source.lines[n]
        if line.startswith(">"):
            continue
        if line.lstrip(" ").startswith(">"):
            source.note(n, "bad-slot", "the '>' of an answer place must stand at the left margin")
        else:
            text = "this line would become part of the answer place; put an empty line above it"
            source.note(n, "lazy-line", text)
        return
