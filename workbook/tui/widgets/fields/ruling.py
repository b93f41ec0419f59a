"""Ruled lines, as on paper: a field is seen in every theme, and without colour."""

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widgets import TextArea

_UNDERLINED = Style(underline=True)


def ruled(field: TextArea, row: Strip) -> Strip:
    """A `row` of `field` in its whole width, the blanks at its end underlined.

    A blank that stands out from the ground, as the cursor does, keeps its colours.
    """
    ground, quiet = field.rich_style, field.get_component_rich_style("text-area--placeholder")
    rule = Style(color=quiet.color, dim=quiet.dim, underline=True)
    width = field.content_region.width
    segments = list(row.extend_cell_length(width, ground))
    rest: list[Segment] = []
    while segments and (last := segments.pop()):
        words = last.text.rstrip(" ")
        blanks, style = last.text[len(words) :], last.style or ground
        if blanks:
            is_plain = style.bgcolor == ground.bgcolor and not style.reverse
            rest.append(Segment(blanks, style + (rule if is_plain else _UNDERLINED)))
        if words:
            segments.append(Segment(words, last.style))
            break
    return Strip([*segments, *reversed(rest)], width)
