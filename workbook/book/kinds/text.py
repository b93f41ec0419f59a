"""`@text`: words of the reader's own, or a date."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Self

from ..format import Filling
from ..markdown import QUOTE, Edit, quoted, runs
from ..model import Answer, Blank, Run, Runs, Told, Words, day_of, plain
from .kind import Field, Slot

_PARAGRAPH = {"paragraph_open", "inline", "paragraph_close"}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Text(Field):
    """Words, or one date; `rows` is the height to begin with, `chars` a hint, never a gate."""

    kind: ClassVar = "text"
    slots: ClassVar = (QUOTE,)
    needs: ClassVar = "a line like '> …'"

    rows: int = 1
    is_date: bool = False
    chars: int | None = None
    placeholder: str = ""
    recalls: tuple[str, ...] = ()
    """Exercises and fields, without row or entry, whose newest words stand above this one."""
    folded_until: str = ""
    """The id of the date field of its group until which it is shown as one line; empty for never."""

    @classmethod
    def read(cls, slot: Slot) -> Self:
        """The text whose quote is `slot`."""
        options = slot.directive.options
        is_date = options.one_of("type", ("date",)) is not None
        rows, chars = options.number("rows", 1), options.number("chars", None)
        if is_date and {"rows", "chars"} & options.values.keys():
            options.fault("'type=date' stands alone, without 'rows' and 'chars'")
        if any(token.type not in _PARAGRAPH for token in slot.piece.tokens[1:-1]):
            text = f"the answer place of {slot.directive.name} may hold plain paragraphs only, e.g. '> …'"
            slot.source.note(slot.piece.lines.start, "bad-slot", text)
        words = (plain(runs(token)) for token in slot.piece.tokens if token.type == "inline")
        return cls(
            rows=rows,
            is_date=is_date,
            chars=chars,
            placeholder="\n".join(words),
            recalls=options.places("recalls"),
            folded_until=options.words("folded-until"),
            **slot.common,
        )

    def blanks(self, at: str, *, share: bool = True, asked: str = "") -> Iterator[Blank]:
        """One blank, which takes text (or a date written YYYY-MM-DD)."""
        yield Blank(at, self, self.asked(asked), share and self.share)

    def takes(self, value: object) -> bool:
        """Whether it is a text that says something; words in a date are kept too."""
        return isinstance(value, str) and value != ""

    def said(self, value: Answer) -> Runs:
        """The words as they were written."""
        return (Run(str(value)),)

    def offered(self, at: str) -> Iterator[Words]:
        """What stands in it before it is filled in, where that is words."""
        return iter((Words(self.placeholder, at),) if self.placeholder.strip("… ") else ())

    def written(self, at: str, filling: Filling) -> Iterator[Edit]:
        """The words as a quote."""
        if at in filling.answers:
            printed = filling.lines[self.slot.start : self.slot.stop]
            yield Edit(self.slot, quoted(str(filling.answers[at]), printed))

    def told(self, at: str, answers: Mapping[str, Answer]) -> tuple[Told, ...]:
        """The words; of a date the day as a person says it, where it is one."""
        words = answers.get(at)
        if not isinstance(words, str) or not words:
            return ()
        day = self.day(words)
        return (Told(f"{day_of(day)} {day.year}" if day else words),)

    def day(self, value: object) -> date | None:
        """The day that `value` is, where a date is asked for and it is one."""
        return date.fromisoformat(str(value)) if self.is_date and is_date(str(value)) else None

    def waits_until(self, at: str, answers: Mapping[str, Answer], today: date) -> date | None:
        """The day until which its words, at the address `at`, are folded.

        None where they are not, where there are none, or where that day has come.
        """
        if not self.folded_until or at not in answers:
            return None
        written = str(answers.get(f"{at.rpartition('/')[0]}/{self.folded_until}", ""))
        day = date.fromisoformat(written) if is_date(written) else None
        return day if day and day > today else None


def is_date(text: str) -> bool:
    """Whether `text` is a day that exists, written YYYY-MM-DD."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
