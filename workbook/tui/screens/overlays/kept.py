"""Words that have no place on a page: other versions, answers without a question, what cannot be read."""

from collections.abc import Callable, Iterator
from functools import partial

from textual import work
from textual.widget import Widget

from ....answers import Answers
from ....book import Answer, Block, Book, Prose, Run, orphans, plain
from ...lifetime import LAYING
from ...widgets import ActionLine, ProseView
from ..editing import LeftOvers
from ..hints import Hint
from .aside import AsideScreen

NONE = (
    "Nothing is kept aside. This is where you find answers whose question is gone from the book, second "
    "versions of answers, should two machines ever write to the same one, what another program changed so "
    "that it cannot be read, and what an editor saved after the end."
)

MOST = 2_000
"""Characters that are shown of what cannot be read: a screen of them tells what it is."""


class KeptScreen(AsideScreen):
    """What is kept aside. `choose` takes the address of an answer and the version that is to stand.

    `changed` is called when words were put among the answers.
    """

    def __init__(
        self,
        book: Book,
        answers: Answers,
        choose: Callable[[str, Answer], None],
        changed: Callable[[], None],
    ) -> None:
        super().__init__("Words kept aside")
        self._book = book
        self._answers = answers
        self._choose = choose
        self._changed = changed
        self._left_over = LeftOvers(book, answers, self._compose_changed)

    def key_hints(self) -> tuple[Hint, ...]:
        """Tab only where there is something to choose."""
        can_choose = (self._answers.contested and not self._answers.read_only) or self._left_over.found()
        return (*super().key_hints(), *([("Tab", "choose", "screen.field(1)")] if can_choose else []))

    def compose_page(self) -> Iterator[Widget]:
        """What editors left, the versions, then the orphans, then what cannot be read."""
        yield from self._left_over.compose()
        waiting = self._answers.contested
        lost = orphans(self._book, self._answers)
        unread = self._answers.unread
        if not waiting and not lost and not unread and not self._left_over.found():
            yield ProseView(Prose((Block("paragraph", (Run(NONE),)),)))
        for address in waiting:
            yield from self._compose_versions(address)
        if lost:
            yield _heading("Without a place on a page")
        for address in lost:
            question = self._answers.questions.get(address) or address
            yield ProseView(_asked(question, self._said(address, self._answers[address])))
        if unread:
            yield _heading("Not readable, as it stands in the file")
        for part in unread:
            blank = self._book.blank(part.name)
            name = f"{blank.question} – {part.name}" if blank else part.name
            yield ProseView(_asked(name, _begun(part.json)))

    def _compose_versions(self, address: str) -> Iterator[Widget]:
        kept = self._answers.record(address)
        if kept is None:
            return
        yield ProseView(_asked(kept.asked or address, self._said(address, kept.value)))
        if not self._answers.read_only:
            yield ActionLine("Keep this one", partial(self._settle, address, kept.value))
        for other in kept.alternatives:
            yield ProseView(_asked(f"Another version, of {other.at[:10]}", self._said(address, other.value)))
            if not self._answers.read_only:
                yield ActionLine("Take this one instead", partial(self._settle, address, other.value))

    def _said(self, address: str, value: Answer) -> str:
        blank = self._book.blank(address)
        said = plain(blank.said(value)) if blank and blank.takes(value) else ""
        return said or ("ticked" if value is True else str(value))

    def _settle(self, address: str, value: Answer) -> None:
        self._choose(address, value)
        self._compose_again()

    def _compose_changed(self) -> None:
        self._changed()
        self._compose_again()

    @work(group=LAYING, exclusive=True)
    async def _compose_again(self) -> None:
        """Show what is left to choose, at the height that the reader had come to."""
        row = self.view.scroll_y
        async with self.batch():
            await self.view.remove_children()
            await self.view.mount_all(self.compose_page())
        self.view.focus(scroll_visible=False)
        self.say_keys()
        self.call_after_refresh(self.view.scroll_to, y=row, animate=False, immediate=True)


def _begun(text: str) -> str:
    return text if len(text) <= MOST else f"{text[:MOST]}…"


def _heading(words: str) -> ProseView:
    return ProseView(Prose((Block("heading", (Run(words),), depth=2),)))


def _asked(question: str, said: str) -> Prose:
    bold = Run(question, frozenset({"bold"}))
    return Prose((Block("paragraph", (bold,)), Block("quote", (Run(said),))))
