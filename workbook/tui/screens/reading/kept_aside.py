"""Words that have no place in the book: the end of *Your words*."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from textual.widget import Widget

from ....answers import Answers
from ....book import Answer, Block, Book, Prose, Run, orphans, phrases, plain
from ....export.written import written
from ...widgets import ActionLine, ProseView
from ...widgets.exercises.written import Spoken, WrittenView
from ..editing import LeftOvers

MOST = 2_000
"""Characters that are shown of what cannot be read: a screen of them tells what it is."""


NONE = (
    "Nothing is kept aside. This is where you find answers whose question is gone from the book, second "
    "versions of answers, should two machines ever write to the same one, what another program changed so "
    "that it cannot be read, and what an editor saved after the end."
)


class KeptHeading(ProseView):
    """Where the words kept aside begin."""

    def __init__(self) -> None:
        super().__init__(Prose((Block("heading", (Run("Words kept aside"),), depth=2),)))


class KeptAside:
    """Other versions, answers without a question, what stands under no tick, what cannot be read.

    `choose` takes the address of an answer and the version that is to stand; `changed` is called when words
    were put among the answers.
    """

    def __init__(
        self,
        book: Book,
        answers: Answers,
        today: Callable[[], date],
        choose: Callable[[str, Answer], None],
        changed: Callable[[], None],
    ) -> None:
        self._book = book
        self._answers = answers
        self._today = today
        self._choose = choose
        self._left_over = LeftOvers(book, answers, changed)

    def compose(self) -> Iterator[Widget]:
        """What editors left, the versions, what stands under no tick, the orphans, what cannot be read."""
        parts = (
            self._left_over.compose(),
            self._versions(),
            self._shut(),
            self._orphans(),
            self._unread(),
        )
        is_first = True
        for part in parts:
            for widget in part:
                if is_first:
                    yield KeptHeading()
                    is_first = False
                yield widget

    def _versions(self) -> Iterator[Widget]:
        for address in self._answers.contested:
            kept = self._answers.record(address)
            if kept is None:
                continue
            yield ProseView(_asked(kept.asked or address, self._said(address, kept.value)))
            if not self._answers.read_only:
                yield ActionLine("Keep this one", partial(self._choose, address, kept.value))
            for other in kept.alternatives:
                yield ProseView(
                    _asked(f"Another version, of {other.at[:10]}", self._said(address, other.value))
                )
                if not self._answers.read_only:
                    yield ActionLine("Take this one instead", partial(self._choose, address, other.value))

    def _shut(self) -> Iterator[Widget]:
        """What was written under a row whose tick was taken out: the page does not show it."""
        for _, found in written(self._book, self._answers, self._today()):
            for one in found:
                for section in (section for section in one.sections if section.is_shut):
                    said = [
                        Spoken(part.question, tuple(told.words for told in part.told))
                        for part in section.parts
                    ]
                    yield WrittenView(section.label, phrases.NOT_TICKED, said, section.parts[0].address)

    def _orphans(self) -> Iterator[Widget]:
        lost = orphans(self._book, self._answers)
        if lost:
            yield _heading("Without a place on a page")
        for address in lost:
            question = self._answers.questions.get(address) or address
            yield ProseView(_asked(question, self._said(address, self._answers[address])))

    def _unread(self) -> Iterator[Widget]:
        unread = self._answers.unread
        if unread:
            yield _heading("Not readable, as it stands in the file")
        for part in unread:
            blank = self._book.blank(part.name)
            name = f"{blank.question} – {part.name}" if blank else part.name
            yield ProseView(_asked(name, _begun(part.json)))

    def _said(self, address: str, value: Answer) -> str:
        blank = self._book.blank(address)
        said = plain(blank.said(value)) if blank and blank.takes(value) else ""
        return said or ("ticked" if value is True else str(value))


def _begun(text: str) -> str:
    return text if len(text) <= MOST else f"{text[:MOST]}…"


def _heading(words: str) -> ProseView:
    return ProseView(Prose((Block("heading", (Run(words),), depth=3),)))


def _asked(question: str, said: str) -> Prose:
    bold = Run(question, frozenset({"bold"}))
    return Prose((Block("paragraph", (bold,)), Block("quote", (Run(said),))))
