"""One exercise as the reader answered it: the question quiet, the words bright."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content

from ....book import Block, Prose, Run
from ...messages import AnswerPicked
from ..prose import ProseView, hung
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
        super().__init__(Prose((_block(title), *map(_block, map(_text, said)))))
        self.title, self.right, self.said, self.is_bright = title, right, said, is_bright
        self.address = address
        """Where Enter goes."""

    def _set(self, width: int) -> list[Line]:
        if width != self._width:
            self._width = width
            self._lines = list(self._set_anew(width))
        return self._lines

    def _set_anew(self, width: int) -> Iterator[Line]:
        title = Content.styled(self.title, "bold" if self.is_bright else "$text-muted")
        for content, at in _beside(title, self.right, width):
            yield Line(content, 0, at)
        for number, part in enumerate(self.said, 1):
            if not part.is_close:
                yield Line(Content(""), number, 0)
            pad = Content(" " * _INDENT * part.depth)
            for content, at in _set_part(part, width - pad.cell_length):
                yield Line(pad + content, number, at)

    def action_go(self) -> None:
        """Open the exercise."""
        self.post_message(AnswerPicked(self.address))

    def on_click(self, event: events.Click) -> None:
        """The same by mouse, but not at the end of a selection."""
        if self.text_selection is None:
            event.stop()
            self.action_go()


def _block(text: str) -> Block:
    """`text`, and the end of its last line, behind which a day may stand."""
    return Block("paragraph", (Run(f"{text}\n"),))


def _text(part: Spoken) -> str:
    """What is set by `_set_part`, after the end of the line before: the rows of the screen point into it."""
    head = (_head(part).plain,) if part.question else ()
    return "\n".join(("", *head, *part.words))


def _head(part: Spoken) -> Content:
    question = Content.styled(part.question, "$text-muted")
    note = (("  ·  ", "$text-muted"), (part.note, "bold")) if part.note else ()
    return Content.assemble(question, *note)


def _set_part(part: Spoken, width: int) -> Iterator[tuple[Content, int]]:
    begin = 1
    if part.question:
        head = _head(part)
        yield from ((content, begin + at) for content, at in _beside(head, part.right, width))
        begin += len(head.plain) + 1
    mark = Content("· " if len(part.words) > 1 else "")
    for line in (line for words in part.words for line in words.split("\n")):
        shown = Content.styled(line, "bold") if part.is_label else Content(line)
        yield from ((content, begin + at) for content, at in hung(mark, shown, width))
        begin += len(line) + 1


def _beside(left: Content, right: str, width: int) -> Iterator[tuple[Content, int]]:
    """`left` in lines, each with its offset, with `right` at the end of the first, or below all of them."""
    quiet = Content.styled(right, "$text-muted")
    room = width - quiet.cell_length - 2 if right else width
    if room < _LEAST and right:
        yield from hung(Content(""), left, width)
        yield quiet, len(left.plain) + 1
        return
    for number, (line, at) in enumerate(hung(Content(""), left, room)):
        gap = width - line.cell_length - quiet.cell_length
        yield (line + Content(" " * gap) + quiet if right and not number else line), at
