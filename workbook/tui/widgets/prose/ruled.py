"""The rules of a field: its blanks underlined, so that it is seen without any colour."""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip


def ruled(strip: Strip, rule: Style) -> Strip:
    """`strip` with a rule, in the colour of `rule`, under all that follows its last word."""
    line = rule + Style(underline=True)
    return Strip(_ruled(list(strip), line), strip.cell_length)


def _ruled(segments: list[Segment], line: Style) -> Iterable[Segment]:
    words = "".join(segment.text for segment in segments).rstrip()
    left = len(words)
    for text, style, control in segments:
        written, left = text[:left], max(0, left - len(text))
        if written:
            yield Segment(written, style, control)
        if blanks := text[len(written) :]:
            yield Segment(blanks, style + line if style else line, control)
