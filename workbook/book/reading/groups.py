"""`@group` … `@end` -> a group: an optional list of rows, then fields."""

from ..format import Body, Directive
from ..kinds import END, GROUP, AnyField, Choice, Group, Text, View, rows
from ..markdown import HEADING, HTML, LISTS, Source
from ..model import SHOWN, near
from .slots import leaf


def group(body: Body, at: int) -> tuple[Group | None, int]:
    """The group whose directive is block `at`, and the index of the block after it."""
    end, inner = _end(body, at)
    if end is None:
        _note_open(body, at, inner)
        return None, _past_broken(body, at, inner or _stop(body, at))
    if inner is not None:
        _note_nested(body, at, inner)
        return None, _past_broken(body, at, end + 1)
    directive, first = body.directives[at], _first(body, at)
    found = _made(body, at, first, end)
    directive.options.close()
    body.directives[end].options.close()
    return found, end + 1


def _end(body: Body, at: int) -> tuple[int | None, int | None]:
    """The indices of the `@end` of a group, and of the first group inside it; None where there is none."""
    depth, inner = 1, None
    for n in range(at + 1, len(body.pieces)):
        kind = body.directives[n].kind if n in body.directives else ""
        if body.pieces[n].kind == HEADING:
            return None, inner
        if kind == GROUP:
            inner, depth = inner or n, depth + 1
        elif kind == END:
            depth -= 1
            if not depth:
                return n, inner
    return None, inner


def _stop(body: Body, at: int) -> int:
    later = range(at + 1, len(body.pieces))
    return next((n for n in later if body.pieces[n].kind == HEADING), len(body.pieces))


def _past_broken(body: Body, at: int, stop: int) -> int:
    """`stop`; what stands before it is spoken for by the one thing that was said of the group."""
    body.speak_for(at + 1, stop)
    return stop


def _first(body: Body, at: int) -> int:
    """The index of the first row list or directive of a group, which ends its prompt."""
    later = range(at + 1, len(body.pieces))
    return next(n for n in later if n in body.directives or body.pieces[n].kind in LISTS)


def _note_open(body: Body, at: int, inner: int | None) -> None:
    directive, reason = body.directives[at], "the next heading"
    if inner is not None:
        reason = f"the group on line {body.directives[inner].line + 1}"
        _note_nested(body, at, inner)
    text = f"{directive.name} is never closed with '<!-- @end -->'; it must be, before {reason}"
    body.source.note(directive.line, "open-group", text)


def _note_nested(body: Body, at: int, inner: int) -> None:
    outer = body.directives[at]
    text = f"{outer.name} (line {outer.line + 1}) must be closed with '<!-- @end -->' before another group"
    body.source.note(body.directives[inner].line, "nested-group", text)


def _made(body: Body, at: int, first: int, end: int) -> Group:
    source, directive = body.source, body.directives[at]
    options, has_rows = directive.options, body.pieces[first].kind in LISTS
    view: View = options.one_of("view", ("list", "cards", "turns")) or "list"
    slot = body.pieces[first].lines
    listed = rows(source, body.pieces[first], directive.name, view) if has_rows else ()
    fields = _fields(body, directive, first + has_rows, end, has_rows=has_rows)
    return Group(
        id=directive.id,
        lines=range(directive.line, body.pieces[end].lines.stop),
        slot=slot if has_rows else range(slot.start, slot.start),
        prompt=body.prompt(at, first),
        share=options.share(),
        was=options.places("was"),
        home=options.words("home"),
        rows=listed,
        fields=fields,
        always_open=options.one_of("open", ("ticked", "all")) == "all",
        view=view,
        seconds=options.number("seconds", None) if view == "turns" else None,
        repeat=options.one_of("repeat", ("day", "week", "entry")) or "",
        weigh=_weigh(directive, fields),
        noun=options.words("noun"),
        otherwise=options.words("else"),
    )


def _fields(body: Body, owner: Directive, start: int, end: int, *, has_rows: bool) -> tuple[AnyField, ...]:
    found: list[AnyField] = []
    at = start
    while at < end:
        if at not in body.directives:
            _note_between(body, owner, at, has_rows)
            at += 1
        elif not body.directives[at].kind:
            at = body.past_broken(at)
        else:
            part, at = leaf(body, at, is_field=True)
            if part is not None:
                found.append(part)
    if start == end and not has_rows:
        text = f"{owner.name} has neither a list nor questions; add some, or remove it"
        body.source.note(owner.line, "empty-group", text)
    note_duplicates(body.source, [(part.id, part.lines.start) for part in found], "the fields of a group")
    _note_unfolding(body.source, tuple(found))
    return tuple(found)


def _note_between(body: Body, owner: Directive, at: int, has_rows: bool) -> None:
    """Say what may not stand between the parts of a group, because no place shows it."""
    piece, source = body.pieces[at], body.source
    if piece.kind in LISTS:
        source.slots.add(piece.lines.start)
        source.used.update(piece.lines)
        again = "already has its list" if has_rows else "must have its list before its first question"
        source.note(piece.lines.start, "two-lists", f"{owner.name} {again}; join the two, or move this one")
    elif piece.kind not in (HTML,):
        where = "move it above the list of rows or below the @end"
        text = f"text between the parts of {owner.name} is not shown; {where}"
        source.note(piece.lines.start, "misplaced", text)


def _weigh(directive: Directive, fields: tuple[AnyField, ...]) -> str:
    name = directive.options.words("weigh")
    choices = [part.id for part in fields if isinstance(part, Choice)]
    if name and name not in choices:
        text = f"'weigh' must name a choice of the group, found '{name[:SHOWN]}'.{near(name, choices)}"
        directive.options.fault(text)
        return ""
    return name


def _note_unfolding(source: Source, fields: tuple[AnyField, ...]) -> None:
    """Note each `folded-until` that names no date of the group."""
    dates = [part.id for part in fields if isinstance(part, Text) and part.is_date]
    for part in fields:
        if isinstance(part, Text) and part.folded_until and part.folded_until not in dates:
            text = f"'folded-until' must name a date of the group, found '{part.folded_until[:SHOWN]}'."
            source.note(part.lines.start, "bad-value", text + near(part.folded_until, dates))


def note_duplicates(source: Source, ids: list[tuple[str, int]], owner: str) -> None:
    """Note every id that an earlier one of the same list has; `ids` are ids and lines."""
    first: dict[str, int] = {}
    for name, line in ids:
        if name in first:
            text = f"id '#{name}' is already used on line {first[name] + 1}; ids of {owner} must differ"
            source.note(line, "duplicate-id", text)
        elif name:
            first[name] = line
