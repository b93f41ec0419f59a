"""Where an option of a list stands."""

from textual.geometry import Offset
from textual.widgets import OptionList


def option_at(options: OptionList) -> Offset:
    """Where on the screen the highlighted option begins; no public name says where an option stands."""
    row = options._index_to_line.get(options.highlighted or 0, 0) - options.scroll_offset.y
    indent = options.get_component_styles("option-list--option").padding.left
    return options.content_region.offset + Offset(indent, row)
