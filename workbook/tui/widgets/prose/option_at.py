"""Where an option of a list stands."""

from textual.geometry import Offset
from textual.widgets import OptionList

from ...textual_private import option_rows


def option_at(options: OptionList) -> Offset:
    """Where on the screen the highlighted option begins."""
    row = option_rows(options, options.highlighted or 0)[0] - options.scroll_offset.y
    indent = options.get_component_styles("option-list--option").padding.left
    return options.content_region.offset + Offset(indent, row)
