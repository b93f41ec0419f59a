"""One exercise as the reader answered it: the question quiet, the words bright."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content

from ....book import Prose
from ...messages import AnswerPicked
from ..prose import ProseView, hung, wrapped
from ..prose.typeset import Line

_INDENT = 3
"""Cells by which what stands under a row is moved in."""
_LEAST = 24
"""Cells that a question is given beside what stands at its right; on less, that goes below it."""


class Spoken(NamedTuple):
    """A question and what was answered, or one of the two."""

    question: str = ""
    words: tuple[str, ...] = ()
    """What was answered; of several things, such as ticks, one line each."""
    right: str = ""
    """What stands at the right of the question: a day."""
    depth: int = 0
    """1 under the row of a group."""
    note: str = ""
    """What is said brightly behind the question: that a day has come."""
    is_label: bool = False
    """Whether the words are the label of a row."""
    is_close: bool = False
    """Whether no empty row stands above: below the label of its row, in a list of rows."""


class WrittenView(ProseView, can_focus=True):
    """Draws `said` below a `title`; Enter or a click goes to where it was written."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "go", show=False)]

    def __init__(
        self, title: str, right: str, said: Sequence[Spoken], address: str, *, is_bright: bool = False
    ) -> None:
        super().__init__(Prose())
        self._title, self._right, self._said = title, right, said
        self._title_style = "bold" if is_bright else "$text-muted"
        self.address = address
        """Where Enter goes."""

    def _set(self, width: int) -> list[Line]:
        if width != self._width:
            self._width = width
            self._lines = list(self._set_anew(width))
        return self._lines

    def _set_anew(self, width: int) -> Iterator[Line]:
        for content in _beside(Content.styled(self._title, self._title_style), self._right, width):
            yield Line(content, 0, 0)
        for number, part in enumerate(self._said, 1):
            if not part.is_close:
                yield Line(Content(""), number, 0)
            pad = Content(" " * _INDENT * part.depth)
            for content in _set_part(part, width - pad.cell_length):
                yield Line(pad + content, number, 0)

    def action_go(self) -> None:
        """Open the exercise."""
        self.post_message(AnswerPicked(self.address))

    def on_click(self, event: events.Click) -> None:
        """The same by mouse, but not at the end of a selection."""
        if self.text_selection is None:
            event.stop()
            self.action_go()


def _set_part(part: Spoken, width: int) -> Iterator[Content]:
    if part.question:
        yield from _beside(Content.styled(part.question, "$text-muted"), part.right, width, part.note)
    mark = Content("· " if len(part.words) > 1 else "")
    for words in part.words:
        for line in words.split("\n"):
            shown = Content.styled(line, "bold") if part.is_label else Content(line)
            yield from (content for content, _ in hung(mark, shown, width))


def _beside(left: Content, right: str, width: int, note: str = "") -> Iterator[Content]:
    """`left` in lines, with `right` at the end of the first, or below where there is no room for both."""
    if note:
        left = Content.assemble(left, ("  ·  ", "$text-muted"), (note, "bold"))
    quiet = Content.styled(right, "$text-muted")
    room = width - quiet.cell_length - 2 if right else width
    if room < _LEAST and right:
        yield from wrapped(left, width)
        yield quiet
        return
    for number, line in enumerate(wrapped(left, room)):
        gap = width - line.cell_length - quiet.cell_length
        yield line + Content(" " * gap) + quiet if right and not number else line
