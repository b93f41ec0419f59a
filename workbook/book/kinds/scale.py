"""`@scale`: a whole number between two ends that have names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from ..format import Filling
from ..markdown import QUOTE, Edit
from ..model import Answer, Blank, Run, Runs, Told, Words, phrases
from .kind import Field, Slot

_LEAST = -(10**9)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Scale(Field):
    """A whole number from `least` to `most`; `low` and `high` are the words for its ends."""

    kind: ClassVar = "scale"
    slots: ClassVar = (QUOTE,)
    needs: ClassVar = "a line like '> … / 10'"

    least: int = 0
    most: int = 10
    low: str = ""
    high: str = ""

    @classmethod
    def read(cls, slot: Slot) -> Self:
        """The scale whose quote is `slot`."""
        options, lines = slot.directive.options, slot.piece.lines
        least, most = options.number("min", 0, least=_LEAST), options.number("max", 10, least=_LEAST)
        if least >= most:
            options.fault(f"'min' must be smaller than 'max', found {least} and {most}")
        if slot.source.lines[lines.start].rstrip() != f"> … / {most}" or len(lines) > 1:
            text = f"the answer place of {slot.directive.name} must be one line, '> … / {most}'"
            slot.source.note(lines.start, "bad-slot", text)
        low, high = options.words("low"), options.words("high")
        return cls(least=least, most=most, low=low, high=high, **slot.common)

    def blanks(self, at: str, *, share: bool = True, asked: str = "") -> Iterator[Blank]:
        """One blank, which takes a number within the bounds."""
        yield Blank(at, self, self.asked(asked), share and self.share)

    def takes(self, value: object) -> bool:
        """Whether it is a whole number within the bounds."""
        return type(value) is int and self.least <= value <= self.most

    def said(self, value: Answer) -> Runs:
        """The number."""
        return (Run(str(value)),)

    def offered(self, at: str) -> Iterator[Words]:  # noqa: ARG002 - its ends have no address
        """The words for its ends."""
        return iter((Words(self.low), Words(self.high)))

    def written(self, at: str, filling: Filling) -> Iterator[Edit]:
        """The number in its place before the slash."""
        if at in filling.answers:
            yield Edit(self.slot, [f"> {filling.answers[at]} / {self.most}"])

    def told(self, at: str, answers: Mapping[str, Answer]) -> tuple[Told, ...]:
        """The number, its bound and the words for its ends."""
        number = answers.get(at)
        if type(number) is not int or not self.takes(number):
            return ()
        return (Told(phrases.on_scale(number, self.most, self.low, self.high)),)
