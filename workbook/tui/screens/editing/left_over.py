"""Words that an editor saved and that are not among the answers: told of at the start, offered, taken."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from textual.widget import Widget

from ....answers import Answers, LeftOver, drop, left_over, rescued, tidy
from ....book import Block, Book, Prose, Run, spoken
from ....text import one_line
from ...widgets import ActionLine, ProseView

WAITING = "Words that you saved in an editor wait for you: Ctrl+P, Words kept aside."


def was_rescued(answers: Answers, path: Path) -> bool:
    """Whether the editor of `path` left words that were not saved when it was ended."""
    beside = rescued(path)
    return any(one.path in beside for one in left_over(answers))


def waiting(answers: Answers) -> bool:
    """Whether words wait that an editor saved; what is among the answers by now is removed."""
    tidy(answers)
    return bool(left_over(answers))


class LeftOvers:
    """Offers what editors left: the reader takes it, or has it removed, by a second press."""

    def __init__(self, book: Book, answers: Answers, changed: Callable[[], None]) -> None:
        self._book = book
        self._answers = answers
        self._changed = changed
        self._doomed: Path | None = None
        """What goes if the reader says so once more."""

    def found(self) -> tuple[LeftOver, ...]:
        """What there is to offer; nothing in a copy that may only read, for another one may be editing."""
        return () if self._answers.read_only else left_over(self._answers)

    def compose(self) -> Iterator[Widget]:
        """Each text under its question, beside what stands there now, with what can be done."""
        for one in self.found():
            yield ProseView(self._drawn(one))
            if one.words is not None and one.address:
                yield ActionLine("Put these words there", partial(self._take, one))
            certain = one.path == self._doomed
            label = "Press again to remove them for good" if certain else "Remove them"
            yield ActionLine(label, partial(self._remove, one))

    def _drawn(self, one: LeftOver) -> Prose:
        blank = self._book.blank(one.address) if one.address else None
        question = blank.question if blank else one.address or "Words from an editor"
        day = spoken(f"{one.saved.astimezone():%Y-%m-%d}")
        blocks = [Block("paragraph", (Run(question, frozenset({"bold"})),))]
        if now := self._answers.get(one.address):
            blocks += [_said("What stands there now:"), Block("quote", (Run(str(now)),))]
        if one.words is None:
            blocks.append(_said(f"Saved in an editor on {day}, but it is no text that can be read here:"))
            blocks.append(Block("code", (Run(one_line(str(one.path))),)))
        else:
            blocks += [_said(f"Saved in an editor on {day}:"), Block("quote", (Run(one.words),))]
        return Prose(tuple(blocks))

    def _take(self, one: LeftOver) -> None:
        if one.words is not None:
            self._answers[one.address] = one.words
            if self._answers.flush():  # else it goes at a later start
                drop(self._answers, one.path)
        self._changed()

    def _remove(self, one: LeftOver) -> None:
        if self._doomed == one.path:
            drop(self._answers, one.path)
        self._doomed = None if self._doomed == one.path else one.path
        self._changed()


def _said(words: str) -> Block:
    return Block("paragraph", (Run(words),))
