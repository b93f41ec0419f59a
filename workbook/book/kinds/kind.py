"""What a kind of exercise has to say of itself, beyond what every exercise has: its place in the table."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, NamedTuple, Self, TypedDict

from ..format import Directive, Filling
from ..markdown import Edit, Piece, Source
from ..model import Answer, Exercise, Prose, Told


class Common(TypedDict):
    """What the constructors of all kinds take alike."""

    id: str
    lines: range
    slot: range
    prompt: Prose
    share: bool
    was: tuple[str, ...]
    home: str


class Slot(NamedTuple):
    """The place for the answer as it was found in a file, with the directive that asks for it."""

    source: Source
    directive: Directive
    piece: Piece
    common: Common


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Field(Exercise):
    """An exercise with a slot of its own: it can stand alone, or be asked in a group."""

    slots: ClassVar[tuple[str, ...]]
    """The types of block that can be its slot: `LISTS`, or a quote."""
    needs: ClassVar[str]
    """What a message says that the slot must be."""

    @classmethod
    @abstractmethod
    def read(cls, slot: Slot) -> Self:
        """The exercise that stands in `slot`; what is wrong with it is noted in its source."""

    @abstractmethod
    def written(self, at: str, filling: Filling) -> Iterator[Edit]:
        """How the answers under the address `at` stand in the lines of the chapter."""

    @abstractmethod
    def told(self, at: str, answers: Mapping[str, Answer]) -> tuple[Told, ...]:
        """What is answered under the address `at`, for the reader's eyes; none where nothing is."""
