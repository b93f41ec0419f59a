"""`@choice`: a list of which one line can be chosen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from ..format import Filling, items
from ..markdown import LISTS, Edit
from ..model import Answer, Blank, Item, Runs, Told, Words, plain
from .kind import Field, Slot


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Choice(Field):
    """One of its items, or none."""

    kind: ClassVar = "choice"
    slots: ClassVar = LISTS
    needs: ClassVar = "a list of '- ( ) …' lines"

    items: tuple[Item, ...] = ()

    @classmethod
    def read(cls, slot: Slot) -> Self:
        """The choice whose list is `slot`."""
        return cls(items=items(slot.source, slot.piece, slot.directive.name, round_box=True), **slot.common)

    @property
    def listed(self) -> tuple[Item, ...]:
        """Its items."""
        return self.items

    def blanks(self, at: str, *, share: bool = True, asked: str = "") -> Iterator[Blank]:
        """One blank, which takes the id of an item."""
        yield Blank(at, self, self.asked(asked), share and self.share)

    def option(self, value: object) -> Item | None:
        """The item that `value`, an answer, names."""
        return next((item for item in self.items if item.id == value), None)

    def takes(self, value: object) -> bool:
        """Whether it is the id of an item."""
        return self.option(value) is not None

    def said(self, value: Answer) -> Runs:
        """The label of the item that was chosen."""
        chosen = self.option(value)
        return chosen.label if chosen else ()

    def renamed(self, value: Answer) -> Answer | None:
        """The present id of the item that was once called `value`, in this choice or in another one."""
        former = ((item.id, old.rpartition("/")[2]) for item in self.items for old in item.was)
        return next((name for name, old in former if old == value), None)

    def offered(self, at: str) -> Iterator[Words]:
        """Its items."""
        return (Words(plain(item.label), f"{at}/{item.id}") for item in self.items)

    def written(self, at: str, filling: Filling) -> Iterator[Edit]:
        """A mark in the box of the item that was chosen."""
        return (filling.tick(item) for item in self.items if item.id == filling.answers.get(at))

    def told(self, at: str, answers: Mapping[str, Answer]) -> tuple[Told, ...]:
        """The label of the item that was chosen."""
        chosen = self.option(answers.get(at))
        return (Told(plain(chosen.label), chosen.id),) if chosen else ()
