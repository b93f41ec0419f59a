"""The rows of a group: the lines of its list, with or without boxes."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from ..format import Line, boxed, leads, lines, note_box
from ..markdown import Piece, Source
from ..model import NOTHING, Item, Prose

View: TypeAlias = Literal["list", "cards", "turns"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Row(Item):
    """One line of a group's list; a tick box makes the tick an answer too."""

    boxed: bool = False
    explanation: Prose = NOTHING
    """The further paragraphs: the back of a card, or what shows once the row is ticked."""
    share: bool = True
    mark: str = "•"
    """What stands before it: a bullet, or its number as written ("3.")."""
    role: str = ""
    seconds: int | None = None
    """How long this turn lasts (`view=turns`); None means the group's `seconds`."""


def rows(source: Source, piece: Piece, owner: str, view: View) -> tuple[Row, ...]:
    """The rows of a group: with a tick box each, or without."""
    box = "[ ]" if boxed(source, piece) else ""
    found = []
    for line in lines(source, piece, "a row of a group"):
        wanted = "the first row has a box, so every row" if box else "the first row has no box, so no row"
        note_box(source, line, box, f"{wanted} of {owner} must begin with '- [ ] '")
        found.append(_row(line, view, has_box=bool(box)))
        line.options.close()
    return tuple(found)


def _row(line: Line, view: View, *, has_box: bool) -> Row:
    in_turns = view == "turns"
    return Row(
        id=line.id,
        label=line.label,
        lines=line.lines,
        short=line.options.words("short"),
        leads=leads(line.options),
        was=line.options.places("was"),
        boxed=has_box,
        explanation=Prose(line.below),
        share=line.options.share(),
        mark=line.mark,
        role=line.options.words("role") if in_turns else "",
        seconds=line.options.number("seconds", None) if in_turns else None,
    )
