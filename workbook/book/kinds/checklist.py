"""`@checklist`: a list of which any number of lines can be ticked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from ..format import Filling, items
from ..markdown import LISTS, Edit
from ..model import Answer, Blank, Item, Runs, Told, Words, plain
from .kind import Field, Slot


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Checklist(Field):
    """Any number of items can be ticked; `most` is a hint, never a gate."""

    kind: ClassVar = "checklist"
    slots: ClassVar = LISTS
    needs: ClassVar = "a list of '- [ ] …' lines"

    items: tuple[Item, ...] = ()
    most: int | None = None

    @classmethod
    def read(cls, slot: Slot) -> Self:
        """The checklist whose list is `slot`."""
        most = slot.directive.options.number("max", None)
        listed = items(slot.source, slot.piece, slot.directive.name, round_box=False)
        return cls(items=listed, most=most, **slot.common)

    @property
    def listed(self) -> tuple[Item, ...]:
        """Its items."""
        return self.items

    @property
    def has_ticks(self) -> bool:
        """True: each item is a blank."""
        return True

    def blanks(self, at: str, *, share: bool = True, asked: str = "") -> Iterator[Blank]:
        """One tick for each item."""
        shared = share and self.share
        for item in self.items:
            yield Blank(f"{at}/{item.id}", self, self.asked(asked, plain(item.label)), shared)

    def takes(self, value: object) -> bool:
        """Whether it is a tick."""
        return value is True

    def said(self, value: Answer) -> Runs:  # noqa: ARG002 - there is but one
        """Nothing: the label of the item, which its question ends with, says it."""
        return ()

    def offered(self, at: str) -> Iterator[Words]:
        """Its items."""
        return (Words(plain(item.label), f"{at}/{item.id}") for item in self.items)

    def written(self, at: str, filling: Filling) -> Iterator[Edit]:
        """A tick in the box of each item that has one."""
        return (filling.tick(item) for item in self.items if f"{at}/{item.id}" in filling.answers)

    def told(self, at: str, answers: Mapping[str, Answer]) -> tuple[Told, ...]:
        """The label of each item that is ticked."""
        ticked = (item for item in self.items if answers.get(f"{at}/{item.id}") is True)
        return tuple(Told(plain(item.label), item.id) for item in ticked)
