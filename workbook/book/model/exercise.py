"""What can be filled in, whatever its kind: exercises, their items, and the blanks that they hold.

An exercise knows where it stands in the lines of its chapter (0-based, half-open ranges), because an
export edits those lines and nothing else. What one kind does otherwise than another stands in `kinds/`.

None of the classes prints itself (`repr=False`): it is 0.7 of the 1.6 ms that each of them costs every start.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar, Literal, NamedTuple, TypeAlias

from .prose import NOTHING, Prose, Runs

Answer: TypeAlias = bool | int | str
"""What a blank can hold: a tick is `True`, a scale an `int`, all else text. A blank one is absent."""

Repeat: TypeAlias = Literal["", "day", "week", "entry"]


class Leads(NamedTuple):
    """Where a tick points: addresses of rows (`steps/plan/open`) or ids of chapters (`help`)."""

    ticked: tuple[str, ...] = ()
    """`leads`: places that a tick here suggests, the first one counting double."""
    absent: tuple[str, ...] = ()
    """`absent`: the same where this is left unticked in a checklist in which something is ticked."""
    holds: tuple[str, ...] = ()
    """`holds`: places that a tick here takes out of the suggestions."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Item:
    """One line of a list that can be ticked or chosen."""

    id: str
    label: Runs
    lines: range
    """Where it stands in the chapter; its box is on the first of these lines."""
    short: str = ""
    """The words for it inside a sentence; empty means the label, quoted."""
    leads: Leads = field(default_factory=Leads)
    was: tuple[str, ...] = ()


class Words(NamedTuple):
    """Words that stand in print, and where: the address of an item or a row, or nothing."""

    text: str
    address: str = ""


class Told(NamedTuple):
    """One thing that was answered: the words of a text, what was chosen, one tick of many."""

    words: str
    """In plain words; of a text as they were written, line by line."""
    item: str = ""
    """The id of the item that was ticked or chosen."""


class Blank(NamedTuple):
    """One place to fill in."""

    address: str
    of: "Exercise"
    """The exercise, or the field of a group, that asks for it; of a row's tick, the group."""
    question: str
    """What was asked, in plain words on one line, as it is kept beside the answer."""
    share: bool = True
    """False where the answer may never enter anything meant for another person."""

    def takes(self, value: object) -> bool:
        """Whether `value` can stand here: otherwise an answer kept under this address is an orphan."""
        return self.of.takes(value)

    def said(self, value: Answer) -> Runs:
        """`value` in words; nothing of a tick, whose question says it all."""
        return self.of.said(value)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Exercise(ABC):
    """What every exercise, and every field of a group, has."""

    kind: ClassVar[str]
    """The name of its kind, as a directive gives it: `checklist`."""

    id: str
    lines: range
    """From its directive to the last line of its slot (of a group: to its `@end`)."""
    slot: range
    """The lines that an answer changes; empty for a group without rows."""
    prompt: Prose = NOTHING
    share: bool = True
    was: tuple[str, ...] = ()
    home: str = ""
    """The words under which its answers stand at the top of *Your words*, or empty."""

    @property
    def question(self) -> str:
        """The prompt in plain words on one line."""
        return " ".join(self.prompt.text.split())

    @property
    def listed(self) -> tuple[Item, ...]:
        """The lines of its own list: items, or the rows of a group; none for what has no list."""
        return ()

    @property
    def parts(self) -> tuple["Exercise", ...]:
        """The fields of a group; none for what has no exercises in it."""
        return ()

    @property
    def repeats(self) -> Repeat:
        """How often it is answered anew, each time in an entry of its own; empty where it is not."""
        return ""

    @property
    def has_ticks(self) -> bool:
        """Whether a line of its list is an answer by itself, under an address of its own."""
        return False

    @abstractmethod
    def blanks(self, at: str, *, share: bool = True, asked: str = "") -> Iterator[Blank]:
        """The blanks of this exercise, standing under the address `at`.

        `share` is false where what holds it is private; `asked` are words that come before its question.
        """

    @abstractmethod
    def takes(self, value: object) -> bool:
        """Whether `value` can stand in one of its own blanks."""

    @abstractmethod
    def said(self, value: Answer) -> Runs:
        """`value`, which one of its own blanks takes, in words; nothing of a tick."""

    def renamed(self, value: Answer) -> Answer | None:  # noqa: ARG002 - for kinds whose answers hold ids
        """`value` with the present ids in place of earlier ones; None where it holds none of those."""
        return None

    @abstractmethod
    def offered(self, at: str) -> Iterator[Words]:
        """All that it prints beside its prompt: what there is to choose from, and whatever explains it."""

    def asked(self, before: str, after: str = "") -> str:
        """Its question between the words `before` and `after`, in one line.

        A colon stands after each part that does not end like a sentence.
        """
        parts = [part for part in (before, self.question, after) if part]
        return " ".join(part if part is parts[-1] or part[-1] in ".?!:…)" else f"{part}:" for part in parts)
