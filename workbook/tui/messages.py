"""What widgets report: facts, each heard by the screen that holds the widget."""

from dataclasses import dataclass

from textual.message import Message
from textual.widget import Widget

from ..answers import Saving
from ..book import Answer


@dataclass
class Answered(Message):
    """A blank was filled in, changed or emptied (`None`)."""

    address: str
    value: Answer | None


@dataclass
class LinkFollowed(Message):
    """A link in the prose was followed; `href` stands as the chapter gives it."""

    href: str


@dataclass
class PageScrolled(Message):
    """Other lines of the page are in view now, or another field has the focus."""


@dataclass
class ChapterPicked(Message):
    """A chapter was picked from the contents."""

    chapter: str


@dataclass
class CursorMoved(Message):
    """The cursor of a field stands on `row` of it now, `height` rows high; the page keeps it in view."""

    field: Widget
    row: int
    height: int


@dataclass
class FieldLeft(Message):
    """The reader is done with a field: 1 leads to the next one, -1 to the one before."""

    step: int


@dataclass
class SavingChanged(Message):
    """What can be said of saving has changed."""

    saving: Saving
