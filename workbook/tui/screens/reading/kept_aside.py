"""Words that have no place in the book: the end of *Your words*."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from textual.widget import Widget

from ....answers import Answers
from ....book import Answer, Block, Book, Prose, Run, orphans, phrases
from ....export.written import Written, in_words
from ...widgets import ActionLine, ProseView
from ...widgets.exercises.written import Spoken, WrittenView
from ..editing import LeftOvers

MOST = 2_000
"""Characters that are shown of what cannot be read: a screen of them tells what it is."""


class KeptHeading(ProseView):
    """Where the words kept aside begin."""

    def __init__(self) -> None:
        super().__init__(Prose((Block("heading", (Run(phrases.KEPT_ASIDE),), depth=2),)))


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

    def compose(self, found: Sequence[Written]) -> Iterator[Widget]:
        """What editors left, the versions, what stands under no tick, the orphans, what cannot be read.

        `found` is all that was written where words can be hidden.
        """
        parts = (
            self._left_over.compose(),
            self._versions(found),
            self._shut(found),
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

    def _versions(self, found: Sequence[Written]) -> Iterator[Widget]:
        """The versions, but not of a text that waits for a day."""
        parts = (part for one in found for section in one.sections for part in section.parts)
        folded = {part.address for part in parts if part.is_folded}
        for address in self._answers.contested:
            kept = self._answers.record(address)
            if kept is None or address in folded:
                continue
            yield ProseView(
                _asked(phrases.asked_at(kept.asked, address), in_words(self._book, address, kept.value))
            )
            if not self._answers.read_only:
                yield ActionLine("Keep this one", partial(self._choose, address, kept.value))
            for other in kept.alternatives:
                named = phrases.another_version(other.day, self._today())
                yield ProseView(_asked(named, in_words(self._book, address, other.value)))
                if not self._answers.read_only:
                    yield ActionLine("Take this one instead", partial(self._choose, address, other.value))

    def _shut(self, found: Iterable[Written]) -> Iterator[Widget]:
        """What was written under a row whose tick was taken out: the page does not show it."""
        for section in (section for one in found for section in one.sections if section.is_shut):
            said = [Spoken(part.question, tuple(told.words for told in part.told)) for part in section.parts]
            yield WrittenView(section.label, phrases.NOT_TICKED, said, section.parts[0].address)

    def _orphans(self) -> Iterator[Widget]:
        lost = orphans(self._book, self._answers)
        if lost:
            yield _heading(phrases.WITHOUT_PLACE)
        for address in lost:
            question = phrases.asked_at(self._answers.questions.get(address, ""), address)
            yield ProseView(_asked(question, in_words(self._book, address, self._answers[address])))

    def _unread(self) -> Iterator[Widget]:
        unread = self._answers.unread
        if unread:
            yield _heading(phrases.NOT_READABLE)
        for part in unread:
            blank = self._book.blank(part.name)
            name = f"{blank.question} – {part.name}" if blank else part.name
            yield ProseView(_asked(name, _begun(part.json)))


def _begun(text: str) -> str:
    return text if len(text) <= MOST else f"{text[:MOST]}…"


def _heading(words: str) -> ProseView:
    return ProseView(Prose((Block("heading", (Run(words),), depth=3),)))


def _asked(question: str, said: str) -> Prose:
    bold = Run(question, frozenset({"bold"}))
    return Prose((Block("paragraph", (bold,)), Block("quote", (Run(said),))))
