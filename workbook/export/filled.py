"""An exercise with its answers in it: only the lines of its slot change.

Below, `at` is the address under which an exercise keeps its answers, its entry included.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..book import Answer, Checklist, Choice, Exercise, Group, Item, Scale, Text, entries, spoken
from .boxes import indentation, ticked
from .quoting import quoted
from .sharing import is_shared
from .splicing import Edit, removal, spliced, trimmed


class Sheet(NamedTuple):
    """The lines of a chapter, and the answers that are to stand in them, each of them fitting its blank."""

    lines: Sequence[str]
    answers: Mapping[str, Answer]
    share: bool = False
    """Whether what is private is taken away."""
    latest: bool = False
    """Whether only the newest entry of what repeats is wanted."""
    after: Mapping[str, str] = {}
    """Which entry each one was begun after, where the names do not tell."""


def edits(exercise: Exercise, at: str, sheet: Sheet) -> Iterator[Edit]:
    """What changes in the lines of `exercise`."""
    if sheet.share and not is_shared(exercise):
        yield removal(sheet.lines, exercise.lines)
    elif isinstance(exercise, Group):
        yield from _group_edits(exercise, at, sheet)
    elif isinstance(exercise, Checklist):
        ticks = (item for item in exercise.items if f"{at}/{item.id}" in sheet.answers)
        yield from (_tick(item, sheet) for item in ticks)
    elif at in sheet.answers:
        yield from _answer_edits(exercise, sheet.answers[at], sheet)


def _answer_edits(exercise: Exercise, answer: Answer, sheet: Sheet) -> Iterator[Edit]:
    match exercise:
        case Choice():
            yield from (_tick(item, sheet) for item in exercise.items if item.id == answer)
        case Scale():
            yield Edit(exercise.slot, [f"> {answer} / {exercise.most}"])
        case Text():
            placeholder = sheet.lines[exercise.slot.start : exercise.slot.stop]
            yield Edit(exercise.slot, quoted(str(answer), placeholder))


def _tick(item: Item, sheet: Sheet) -> Edit:
    line = item.lines.start
    return Edit(range(line, line + 1), [ticked(sheet.lines[line])])


def _group_edits(group: Group, at: str, sheet: Sheet) -> Iterator[Edit]:
    """Its body written anew where something in it is answered; otherwise its body as it stands."""
    seen = group.without_private() if sheet.share else group
    written = _entries(seen, at, sheet) if group.repeat else _rows(seen, at, sheet)
    if written:
        yield Edit(_body(group), written)
        return
    hidden = [part.lines for part in (*group.rows, *group.fields) if sheet.share and not part.share]
    yield from (removal(sheet.lines, lines) for lines in hidden)
    if not group.rows:
        for part in seen.fields:
            yield from edits(part, f"{at}/{part.id}", sheet)


def _body(group: Group) -> range:
    """Its row list and its fields, up to its `@end`."""
    first = group.slot if group.rows else group.fields[0].lines
    return range(first.start, group.lines.stop - 1)


def _entries(group: Group, at: str, sheet: Sheet) -> list[str]:
    """Every entry under its name and date, the oldest first."""
    names = entries(at, sheet.answers, sheet.after)
    lines: list[str] = []
    for name in names[-1:] if sheet.latest else names:
        inside = f"{at}@{name}"
        body = _rows(group, inside, sheet) if group.rows else _fields(group, inside, sheet)
        date = spoken(name)
        lines += [f"<!-- @entry #{name} -->", "", f"**{date[:1].upper()}{date[1:]}**", "", *body]
    return lines


def _rows(group: Group, at: str, sheet: Sheet) -> list[str]:
    """The row list, each row with its answered fields under it; nothing where nothing is answered."""
    if not group.rows or not _is_answered(group, at, sheet):
        return []
    lines: list[str] = []
    for row in group.rows:
        own = trimmed(sheet.lines, row.lines)
        inside = f"{at}/{row.id}"
        tick = [_tick(row, sheet)] if inside in sheet.answers else []
        pad = indentation(sheet.lines[own.start])
        fields = [pad + line if line else "" for line in _fields(group, inside, sheet)]
        spaced = not sheet.lines[own.stop].strip()
        lines += spliced(sheet.lines, own, tick)
        lines += ["", *fields] if fields else [""] if spaced else []
    return lines


def _fields(group: Group, at: str, sheet: Sheet) -> list[str]:
    """The answered fields, directive and question included, an empty line after each."""
    lines: list[str] = []
    for part in group.fields:
        inside = f"{at}/{part.id}"
        if _is_answered(part, inside, sheet):
            lines += [*spliced(sheet.lines, part.lines, edits(part, inside, sheet)), ""]
    return lines


def _is_answered(exercise: Exercise, at: str, sheet: Sheet) -> bool:
    return any(blank.address in sheet.answers for blank in exercise.blanks(at))
