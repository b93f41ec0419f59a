"""What widgets report: facts, each heard by the screen that holds the widget."""

from textual.message import Message
from textual.widget import Widget

from ..answers import Saving
from ..book import Answer


class Answered(Message):
    """A blank was filled in, changed or emptied (`None`)."""

    def __init__(self, address: str, value: Answer | None) -> None:
        super().__init__()
        self.address, self.value = address, value


class EditAsked(Message):
    """The text that has the focus, `field`, is to be opened in the reader's own editor."""

    def __init__(self, field: Widget | None) -> None:
        super().__init__()
        self.field = field


class PageScrolled(Message):
    """Other lines of the page are in view now."""


class LinkChosen(Message):
    """Another link of the page is chosen now, or none."""


class PageSettled(Message):
    """The page is laid out: what can be seen decides what a key does."""


class PageRead(Message):
    """The reader wants to go on, and the page has come to its end."""


class AnswerPicked(Message):
    """Something that was written, at `address`, was picked from all that was."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address


class ChapterPicked(Message):
    """A chapter was picked from the contents, or a page of it."""

    def __init__(self, chapter: str, page: int = 0) -> None:
        super().__init__()
        self.chapter, self.page = chapter, page


class RowPicked(Message):
    """A row of a group on this page, at `address`, was picked from the places to start."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address


class CursorMoved(Message):
    """The cursor of a field stands on `row` of it now, `height` rows high; the page keeps it in view."""

    def __init__(self, field: Widget, row: int, height: int) -> None:
        super().__init__()
        self.field, self.row, self.height = field, row, height


class FieldLeft(Message):
    """The reader is done with a field: 1 leads to the next one, -1 to the one before."""

    def __init__(self, step: int) -> None:
        super().__init__()
        self.step = step


class SavingChanged(Message):
    """What can be said of saving has changed."""

    def __init__(self, saving: Saving) -> None:
        super().__init__()
        self.saving = saving


class CurtainFell(Message):
    """Every word was hidden; who lifts the curtain may be another than who was reading."""
