"""The contents: parts, chapters, how much of each is filled, and how long it takes to read."""

from collections.abc import Mapping

from textual import on
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ....book import Book, Front
from ....session import WORDS
from ...messages import ChapterPicked
from ..controls import Options
from ..prose import Hanging


class Contents(Options):
    """The chapters in reading order, the parts as headings between them."""

    hints = (
        ("↑ ↓", "choose", ""),
        ("Enter", "open it", "focused.select"),
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
        self.add_options(self._listed())

    def _listed(self) -> list[Option]:
        options: list[Option] = []
        part = ""
        for front in self._book.listed:
            if front.part != part:
                part = front.part
                options.append(Option(Content.styled(f"\n{part}", "bold $text-muted"), disabled=True))
            options.append(Option(self._line(front), id=front.id))
        options.append(Option(Content(""), disabled=True))
        options.append(Option(self._line(WORDS), id=WORDS.id))
        return options

    def _all(self) -> tuple[Front, ...]:
        return (*self._book.listed, WORDS)

    def _line(self, front: Front) -> Hanging:
        mark = self.marks.get(front.id, "") or " "
        here = "▸" if front.id == self.here else " "
        number = f"{front.number:>2} " if front.number else ""
        minutes = f"  {front.minutes} min" if front.minutes else ""
        title = Content.assemble((front.title, "bold" if here == "▸" else ""), (minutes, "$text-muted"))
        return Hanging(Content.assemble((here, "bold $accent"), f"{mark} {number}"), title)

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
        if event.option_id:
            self.post_message(ChapterPicked(event.option_id))
