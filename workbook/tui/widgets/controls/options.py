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

    def _move_page(self, direction: int) -> None:
        if self._lines:
            super()._move_page(direction)  # type: ignore[arg-type]  # 1 or -1, as it came
