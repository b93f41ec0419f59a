"""A list to choose from, as Textual has it but for one fault."""

from textual.geometry import Offset
from textual.widgets import OptionList


def option_at(options: OptionList) -> Offset:
    """Where on the screen the highlighted option begins; no public name says where an option stands."""
    row = options._index_to_line.get(options.highlighted or 0, 0) - options.scroll_offset.y
    indent = options.get_component_styles("option-list--option").padding.left
    return options.content_region.offset + Offset(indent, row)


class Options(OptionList):
    """Takes a page key only once it is laid out: before that, Textual's would fail."""

    @property
    def cursor_screen_offset(self) -> Offset:
        """The beginning of the option under the cursor."""
        return option_at(self)

    def _move_page(self, direction: int) -> None:
        if self._lines:
            super()._move_page(direction)  # type: ignore[arg-type]  # 1 or -1, as it came
