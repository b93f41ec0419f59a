"""What can be filled in: the five kinds of exercise, and the blanks that each of them holds.

An exercise knows where it stands in the lines of its chapter (0-based, half-open ranges), because an
export edits those lines and nothing else.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from .prose import NOTHING, Prose, Runs, plain

Answer: TypeAlias = bool | int | str
"""What a blank can hold: a tick is `True`, a scale an `int`, all else text. A blank one is absent."""

View: TypeAlias = Literal["list", "cards", "turns"]
Repeat: TypeAlias = Literal["", "day", "week", "entry"]
BlankKind: TypeAlias = Literal["tick", "choice", "scale", "text"]


class Leads(NamedTuple):
    """Where a tick points: addresses of rows (`steps/plan/open`) or ids of chapters (`help`)."""

    ticked: tuple[str, ...] = ()
    """`leads`: places that a tick here suggests, the first one counting double."""
    absent: tuple[str, ...] = ()
    """`absent`: the same where this is left unticked in a checklist in which something is ticked."""
    holds: tuple[str, ...] = ()
    """`holds`: places that a tick here takes out of the suggestions."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Item:
    """One line of a checklist or choice."""

    id: str
    label: Runs
    lines: range
    """Where it stands in the chapter; its box is on the first of these lines."""
    short: str = ""
    """The words for it inside a sentence; empty means the label, quoted."""
    leads: Leads = field(default_factory=Leads)
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
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


class Blank(NamedTuple):
    """One place to fill in."""

    address: str
    kind: BlankKind
    question: str
    """What was asked, in plain words on one line, as it is kept beside the answer."""
    share: bool = True
    """False where the answer may never enter anything meant for another person."""
    options: tuple[Item, ...] = ()
    """Of a choice: the items whose ids it takes."""
    low: int = 0
    high: int = 0
    """Of a scale: the bounds, both taken."""

    def option(self, value: object) -> Item | None:
        """The item that `value`, the answer of a choice, names."""
        return next((item for item in self.options if item.id == value), None)

    def takes(self, value: object) -> bool:
        """Whether `value` can stand here: otherwise an answer kept under this address is an orphan."""
        match self.kind:
            case "tick":
                return value is True
            case "choice":
                return self.option(value) is not None
            case "scale":
                return type(value) is int and self.low <= value <= self.high
            case "text":
                return isinstance(value, str) and value != ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Exercise:
    """What every exercise, and every field of a group, has."""

    id: str
    lines: range
    """From its directive to the last line of its slot (of a group: to its `@end`)."""
    slot: range
    """The lines that an answer changes; empty for a group without rows."""
    prompt: Prose = NOTHING
    share: bool = True
    was: tuple[str, ...] = ()
    home: str = ""
    """The words under which its answers stand on Home, or empty."""

    @property
    def question(self) -> str:
        """The prompt in plain words on one line."""
        return " ".join(self.prompt.text.split())

    def blanks(self, at: str, *, share: bool = True, asked: str = "") -> Iterator[Blank]:
        """The blanks of this exercise, standing under the address `at`.

        `share` is false where what holds it is private; `asked` are words that come before its question.
        """
        raise NotImplementedError

    def _asked(self, before: str, after: str = "") -> str:
        """The parts in one line, a colon after each that does not end like a sentence."""
        parts = [part for part in (before, self.question, after) if part]
        return " ".join(part if part is parts[-1] or part[-1] in ".?!:…)" else f"{part}:" for part in parts)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Checklist(Exercise):
    """Any number of items can be ticked; `most` is a hint, never a gate."""

    items: tuple[Item, ...] = ()
    most: int | None = None

    def blanks(self, at: str, *, share: bool = True, asked: str = "") -> Iterator[Blank]:
        """One tick for each item."""
        for item in self.items:
            yield Blank(
                address=f"{at}/{item.id}",
                kind="tick",
                question=self._asked(asked, plain(item.label)),
                share=share and self.share,
            )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Choice(Exercise):
    """One of its items, or none."""

    items: tuple[Item, ...] = ()

    def blanks(self, at: str, *, share: bool = True, asked: str = "") -> Iterator[Blank]:
        """One blank, which takes the id of an item."""
        yield Blank(
            address=at,
            kind="choice",
            question=self._asked(asked),
            share=share and self.share,
            options=self.items,
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scale(Exercise):
    """A whole number from `least` to `most`; `low` and `high` are the words for its ends."""

    least: int = 0
    most: int = 10
    low: str = ""
    high: str = ""

    def blanks(self, at: str, *, share: bool = True, asked: str = "") -> Iterator[Blank]:
        """One blank, which takes a number within the bounds."""
        yield Blank(
            address=at,
            kind="scale",
            question=self._asked(asked),
            share=share and self.share,
            low=self.least,
            high=self.most,
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Text(Exercise):
    """Words, or one date; `rows` is the height to begin with, `chars` a hint, never a gate."""

    rows: int = 1
    is_date: bool = False
    chars: int | None = None
    placeholder: str = ""
    recalls: tuple[str, ...] = ()
    """Exercises and fields, without row or entry, whose newest words belong above this one."""
    folded_until: str = ""
    """The id of the date field of its group until which it is to be shown as one line; empty for never."""

    def blanks(self, at: str, *, share: bool = True, asked: str = "") -> Iterator[Blank]:
        """One blank, which takes text (or a date written YYYY-MM-DD)."""
        yield Blank(
            address=at,
            kind="text",
            question=self._asked(asked),
            share=share and self.share,
        )


Field: TypeAlias = Checklist | Choice | Scale | Text


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Group(Exercise):
    """Fields that are asked once for each row (once where there are no rows), once or again and again."""

    rows: tuple[Row, ...] = ()
    fields: tuple[Field, ...] = ()
    always_open: bool = False
    """True where a row's fields stand open without its tick (`open=all`)."""
    view: View = "list"
    seconds: int | None = None
    repeat: Repeat = ""
    weigh: str = ""
    """The id of the choice field that says how strongly a ticked row counts."""
    noun: str = ""
    """What one row is called inside a sentence ("step" makes "step 4")."""
    otherwise: str = ""
    """`else`: what is said when nothing leads to a row."""

    def blanks(self, at: str, *, share: bool = True, asked: str = "") -> Iterator[Blank]:
        """The ticks of its boxed rows, and its fields once for each row.

        Of a repeating group `at` names an entry: `checkin/weekly@2026-W48`.
        """
        if not self.rows:
            for part in self.fields:
                yield from part.blanks(f"{at}/{part.id}", share=share and self.share, asked=asked)
        for row in self.rows:
            words, shared = plain(row.label), share and self.share and row.share
            if row.boxed:
                yield Blank(
                    address=f"{at}/{row.id}", kind="tick", question=self._asked(asked, words), share=shared
                )
            for part in self.fields:
                yield from part.blanks(f"{at}/{row.id}/{part.id}", share=shared, asked=words)

    @property
    def opens_by_tick(self) -> bool:
        """Whether a row's fields wait for its tick."""
        return not self.always_open and any(row.boxed for row in self.rows)

    def without_private(self) -> "Group":
        """The group as another person may see it: no row and no field that is not to be shared."""
        return replace(
            self,
            rows=tuple(row for row in self.rows if row.share),
            fields=tuple(part for part in self.fields if part.share),
        )


def items_of(exercise: Exercise) -> tuple[Item, ...]:
    """The lines of its own list: the items of a checklist or choice, the rows of a group, else none."""
    match exercise:
        case Checklist() | Choice():
            return exercise.items
        case Group():
            return exercise.rows
        case _:
            return ()


def parts_of(exercise: Exercise) -> tuple[Exercise, ...]:
    """The exercise, and where it is a group also its fields: all that can have lines of its own."""
    return (exercise, *exercise.fields) if isinstance(exercise, Group) else (exercise,)


def is_date(text: str) -> bool:
    """Whether `text` is a day that exists, written YYYY-MM-DD."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
