"""`@group`: fields that are asked once for each row, once or again and again."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from ..format import Filling, indentation
from ..markdown import spliced, trimmed
from ..model import Answer, Blank, Exercise, Item, Repeat, Runs, Words, entries, plain, spoken
from .row import Row, View
from .table import AnyField


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Group(Exercise):
    """Fields that are asked once for each row (once where there are no rows), once or again and again."""

    kind: ClassVar = "group"

    rows: tuple[Row, ...] = ()
    fields: tuple[AnyField, ...] = ()
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

    @property
    def listed(self) -> tuple[Item, ...]:
        """Its rows."""
        return self.rows

    @property
    def parts(self) -> tuple[Exercise, ...]:
        """Its fields."""
        return self.fields

    @property
    def repeats(self) -> Repeat:
        """How often it is answered anew."""
        return self.repeat

    @property
    def has_ticks(self) -> bool:
        """Whether its rows have boxes."""
        return any(row.boxed for row in self.rows)

    @property
    def opens_by_tick(self) -> bool:
        """Whether a row's fields wait for its tick."""
        return not self.always_open and self.has_ticks

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
                yield Blank(f"{at}/{row.id}", self, self.asked(asked, words), shared)
            for part in self.fields:
                yield from part.blanks(f"{at}/{row.id}/{part.id}", share=shared, asked=words)

    def takes(self, value: object) -> bool:
        """Whether it is a tick, which is all that a group itself is answered with."""
        return value is True

    def said(self, value: Answer) -> Runs:  # noqa: ARG002 - there is but one
        """Nothing: the label of the row, which the question of its tick ends with, says it."""
        return ()

    def offered(self, at: str) -> Iterator[Words]:
        """Its rows with what explains them, then what its fields ask and offer."""
        for row in self.rows:
            here = f"{at}/{row.id}"
            yield from (Words(words, here) for words in (plain(row.label), row.role))
            yield from (Words(block.words, here) for block in row.explanation.blocks)
        for part in self.fields:
            yield from (Words(block.words) for block in part.prompt.blocks)
            yield from part.offered(f"{at}/{part.id}")

    def body(self) -> range:
        """The lines of its row list and its fields, up to its `@end`."""
        first = self.slot if self.rows else self.fields[0].lines
        return range(first.start, self.lines.stop - 1)

    def body_written(self, at: str, filling: Filling) -> list[str]:
        """Its body with the answers under the address `at`; nothing where it stays as it is.

        Under each row stand its answered fields, under each entry of what repeats its date and its body. A
        group without rows that does not repeat is no list of anything: its fields are written in place.
        """
        if not self.repeat:
            return self._rows_written(at, filling)
        names = entries(at, filling.answers, filling.after)
        lines: list[str] = []
        for name in names[-1:] if filling.latest else names:
            inside = f"{at}@{name}"
            write = self._rows_written if self.rows else self._fields_written
            date = spoken(name)
            head = [f"<!-- @entry #{name} -->", "", f"**{date[:1].upper()}{date[1:]}**", ""]
            lines += [*head, *write(inside, filling)]
        return lines

    def _rows_written(self, at: str, filling: Filling) -> list[str]:
        if not self.rows or not _is_answered(self, at, filling):
            return []
        lines: list[str] = []
        for row in self.rows:
            own = trimmed(filling.lines, row.lines)
            inside = f"{at}/{row.id}"
            tick = [filling.tick(row)] if inside in filling.answers else []
            pad = indentation(filling.lines[own.start])
            fields = [pad + line if line else "" for line in self._fields_written(inside, filling)]
            spaced = not filling.lines[own.stop].strip()
            lines += spliced(filling.lines, own, tick)
            lines += ["", *fields] if fields else [""] if spaced else []
        return lines

    def _fields_written(self, at: str, filling: Filling) -> list[str]:
        """The answered fields, directive and question included, an empty line after each."""
        lines: list[str] = []
        for part in self.fields:
            inside = f"{at}/{part.id}"
            if _is_answered(part, inside, filling):
                lines += [*spliced(filling.lines, part.lines, part.written(inside, filling)), ""]
        return lines


def _is_answered(exercise: Exercise, at: str, filling: Filling) -> bool:
    return any(blank.address in filling.answers for blank in exercise.blanks(at))
