"""The contents: parts, chapters, how much of each is filled, and how long it takes to read."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.timer import Timer
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ....book import Book, Front
from ....session import WORDS
from ...messages import ChapterPicked
from ..controls import Options
from ..prose import Hanging

LEGEND = "○ blank  ◐ begun  ● filled in"
"""What the marks mean; it stands below the chapters, whatever of them is in sight."""

JOINED = 1.0
"""Seconds within which two digits make one number."""


class _Chapter(Hanging):
    """A line of the contents, its minutes at the right, under those of the other lines."""

    def __init__(self, mark: Content, title: Content, minutes: str) -> None:
        super().__init__(mark, title)
        self._minutes = Content.styled(minutes, "$text-muted")

    def _set(self, width: int) -> list[Content]:
        if width != self._width:
            room = width - self._minutes.cell_length - 2 if self._minutes else width
            first, *others = super()._set(room)
            gap = Content(" " * max(width - first.cell_length - self._minutes.cell_length, 0))
            self._width, self._lines = width, [first + gap + self._minutes, *others]
        return self._lines


class Contents(Options):
    """The chapters in reading order, the parts as headings between them; the pages of one of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "unfold", show=False),
        Binding("left", "fold", show=False),
    ]

    hints = (
        ("↑ ↓", "choose", ""),
        ("Enter", "open it", "focused.select"),
        ("→", "pages", "focused.unfold"),
        ("1–9", "chapter", ""),
        ("Esc", "back", "screen.leave_field"),
    )
    """Its keys for the key line."""

    marks: reactive[Mapping[str, str]] = reactive(dict, init=False)
    """How much of each chapter is filled: `○ ◐ ●`, or nothing."""
    here = reactive("", init=False)
    """The chapter that is open."""

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book
        self._unfolded: Front | None = None
        """The chapter of which the pages are listed."""
        self._number = 0
        """The number that is being typed."""
        self._typing: Timer | None = None
        self.border_subtitle = Content(LEGEND)
        self.add_options(self._listed())

    def _listed(self) -> Iterator[Option]:
        part = ""
        for front in self._book.listed:
            if front.part != part:
                part = front.part
                yield Option(Content.styled(f"\n{part}", "bold $text-muted"), disabled=True)
            yield Option(self._line(front), id=front.id)
            if front is self._unfolded:
                yield from self._pages(front)
        yield Option(Content(""), disabled=True)
        yield Option(self._line(WORDS), id=WORDS.id)

    def _pages(self, front: Front) -> Iterator[Option]:
        for number, page in enumerate(self._book.read_uncached(front).pages):
            yield Option(Hanging(Content("       "), Content(page.title)), id=f"{front.id}#{number}")

    def _all(self) -> tuple[Front, ...]:
        return (*self._book.listed, WORDS)

    def _line(self, front: Front) -> Hanging:
        mark = self.marks.get(front.id, "") or " "
        here = "▸" if front.id == self.here else " "
        number = f"{front.number:>2} " if front.number else ""
        minutes = f"{front.minutes} min" if front.minutes else ""
        title = Content.styled(front.title, "bold" if here == "▸" else "")
        return _Chapter(Content.assemble((here, "bold $accent"), f"{mark} {number}"), title, minutes)

    @property
    def _pointed(self) -> Front | None:
        """The chapter that the cursor is in."""
        option = self.highlighted_option
        name = (option.id or "").partition("#")[0] if option else ""
        return next((front for front in self._book.fronts if front.id == name), None)

    def action_unfold(self) -> None:
        """Show the pages of the chapter under the cursor, and go to the first of them."""
        front = self._pointed
        if front is not None and front is not self._unfolded:
            self._unfolded = front
            self.set_options(self._listed())
            self.highlighted = self.get_option_index(f"{front.id}#0")

    def action_fold(self) -> None:
        """Show no pages any more; the cursor stands on their chapter."""
        front, self._unfolded = self._unfolded, None
        if front is not None:
            self.set_options(self._listed())
            self.highlighted = self.get_option_index(front.id)

    def on_key(self, event: events.Key) -> None:
        """A digit opens a chapter by its number: at once where no other can follow, else in a moment.

        Any other key means something else.
        """
        digit, last = event.character or "", len(self._book.fronts)
        if not (digit.isascii() and digit.isdigit()):
            self._number = 0
            return
        event.stop()
        joined = self._number * 10 + int(digit)
        self._number = joined if 0 < joined <= last else int(digit)
        if self._typing is not None:
            self._typing.stop()
        if not 0 < self._number <= last:
            self._number = 0
        elif self._number * 10 > last:
            self._open_number()
        else:
            self.highlighted = self.get_option_index(self._book.fronts[self._number - 1].id)
            self._typing = self.set_timer(JOINED, self._open_number)

    def _open_number(self) -> None:
        number, self._number = self._number, 0
        if number and self.has_focus and self.screen.is_active:
            self.post_message(ChapterPicked(self._book.fronts[number - 1].id))

    def watch_marks(self, before: Mapping[str, str], marks: Mapping[str, str]) -> None:
        """Draw the lines of the chapters whose mark has changed."""
        self._redraw({name for name in marks if marks[name] != before.get(name)})

    def watch_here(self, before: str, here: str) -> None:
        """Draw the line of the open chapter, and put the cursor on it."""
        self._redraw({before, here})
        self.point()

    def point(self) -> None:
        """Put the cursor on the chapter that is open."""
        if any(front.id == self.here for front in self._all()):
            self.highlighted = self.get_option_index(self.here)

    def _redraw(self, chapters: set[str]) -> None:
        for front in self._all():
            if front.id in chapters:
                self.replace_option_prompt(front.id, self._line(front))

    @on(OptionList.OptionSelected)
    def _picked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._number = 0
        chapter, _, page = (event.option_id or "").partition("#")
        if chapter:
            self.post_message(ChapterPicked(chapter, int(page or 0)))
