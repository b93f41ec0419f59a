"""Words that have no place on a page: answers whose question is gone, and other versions of answers."""

from collections.abc import Callable, Iterator
from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widget import Widget

from ...answers import Answers
from ...book import Answer, Block, Book, Prose, Run, orphans, plain
from ..widgets import ActionLine, Heading, KeyLine, PageView, ProseView
from .dialog import Passing

NONE = (
    "Nothing is kept aside. This is where you find answers whose question is gone from the book, or that do "
    "not fit it, and second versions of answers, should two machines ever write to the same one."
)


class KeptScreen(Passing[None]):
    """What is kept aside. `choose` takes the address of an answer and the version that is to stand."""

    BINDINGS = [
        Binding("escape,q", "close", show=False),
        Binding("tab", "step(1)", show=False),
        Binding("shift+tab", "step(-1)", show=False),
    ]

    def __init__(self, book: Book, answers: Answers, choose: Callable[[str, Answer], None]) -> None:
        super().__init__()
        self._book = book
        self._answers = answers
        self._choose = choose

    def compose(self) -> ComposeResult:
        """The versions, then the orphans."""
        heading = Heading()
        heading.where = "Words kept aside"
        yield heading
        with PageView():
            yield from self._compose_kept()
        keys = KeyLine()
        keys.keys = [("Esc", "back to the book", "screen.close"), ("Tab", "choose", "screen.step(1)")]
        yield keys

    def _compose_kept(self) -> Iterator[Widget]:
        waiting = self._answers.contested
        lost = orphans(self._book, self._answers)
        if not waiting and not lost:
            yield ProseView(Prose((Block("paragraph", (Run(NONE),)),)))
        for address in waiting:
            yield from self._compose_versions(address)
        if lost:
            yield ProseView(Prose((Block("heading", (Run("Without a place on a page"),), depth=2),)))
        for address in lost:
            question = self._answers.questions.get(address) or address
            yield ProseView(_asked(question, self._said(address, self._answers[address])))

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
        named = next((item for item in blank.options if item.id == value), None) if blank else None
        return plain(named.label) if named else "ticked" if value is True else str(value)

    def _settle(self, address: str, value: Answer) -> None:
        self._choose(address, value)
        self.refresh(recompose=True)

    def on_mount(self) -> None:
        """Read with the arrows at once."""
        self.query_one(PageView).focus()

    def action_step(self, step: int) -> None:
        """Go to the next thing that can be chosen, and show it."""
        view = self.query_one(PageView)
        line = view.neighbour(self.focused, step)
        line.focus(scroll_visible=False)
        view.bring(line)

    def action_close(self) -> None:
        """Back to the book."""
        self.dismiss()


def _asked(question: str, said: str) -> Prose:
    bold = Run(question, frozenset({"bold"}))
    return Prose((Block("paragraph", (bold,)), Block("quote", (Run(said),))))
