"""A list to choose from, as Textual has it but for one fault."""

from textual.widgets import OptionList


class Options(OptionList):
    """Takes a page key only once it is laid out: before that, Textual's would fail."""

    def _move_page(self, direction: int) -> None:
        if self._lines:
            super()._move_page(direction)  # type: ignore[arg-type]  # 1 or -1, as it came
