"""Directive, prompt and slot -> an exercise that has a slot of its own."""

from ..format import Body
from ..kinds import FIELDS, AnyField, Common, Slot, Text
from ..markdown import QUOTE, Piece, Source


def leaf(body: Body, at: int, *, is_field: bool = False) -> tuple[AnyField | None, int]:
    """The exercise whose directive is block `at`, and the index of the block after it."""
    source, directive = body.source, body.directives[at]
    kind = FIELDS[directive.kind]
    end, is_there = body.next(at, kind.slots)
    if not is_there:
        text = f"{directive.name} has no place for the answer: it needs {kind.needs} "
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
    found = kind.read(Slot(source, directive, slot, common))
    if not is_field and isinstance(found, Text) and found.folded_until:
        directive.options.fault("'folded-until' names a date of the same group, and this stands in none")
    directive.options.close()
    return found, end + 1


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
