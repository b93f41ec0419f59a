"""A list to choose from, as Textual has it but for one fault."""

from textual.geometry import Offset
from textual.widgets import OptionList

from ..prose.option_at import option_at


class Options(OptionList):
    """Takes a page key only once it is laid out: before that, Textual's would fail."""

    @property
    def cursor_screen_offset(self) -> Offset:
        """The beginning of the option under the cursor."""
        return option_at(self)

    def action_page_up(self) -> None:
        """A page up."""
        if self.scrollable_content_region:
            super().action_page_up()  # type: ignore[no-untyped-call]  # Textual's has no types

    def action_page_down(self) -> None:
        """A page down."""
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]  # Textual's has no types
