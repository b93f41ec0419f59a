"""In the place of a text that waits for a day: one line."""

from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message

from ....book import phrases
from .fillable import Fillable


class FoldedLine(Fillable, can_focus=True):
    """`▸ Folded until Sunday 28 February.`; Enter or a click unfolds it all the same: nothing is locked."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "unfold", show=False)]

    hints = (("Enter", "unfold it", "focused.unfold"),)

    class Unfolded(Message):
        """The reader wants to see the words before their day."""

    def __init__(self, address: str, until: date, today: date) -> None:
        super().__init__()
        self.address = address
        self._said = phrases.folded_until(until, today)

    def render(self) -> Content:
        """The line, with the sign of something that can be pressed."""
        said = Content(self._said).stylize("reverse" if self.has_focus else "underline")
        return Content.styled("▸ ", "bold $accent") + said

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Widget's signature
        """One, or two where it is narrow."""
        return max(1, len(self.render().wrap(max(1, width))))

    def action_unfold(self) -> None:
        """Show the words."""
        self.post_message(self.Unfolded())

    def on_click(self) -> None:
        """Show the words."""
        self.action_unfold()
