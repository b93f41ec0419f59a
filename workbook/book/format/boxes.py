"""The boxes of a list as they stand in the source: `- [ ]` and `- ( )`."""

import re

_BOX = re.compile(r"^(?P<before>\s*(?:[-*+]|\d{1,9}[.)])\s+[\[(])(?P<sign>[ xX]?)(?P<after>[\])])(?=\s)")
_MARK = re.compile(r"^(?:[-*+]|\d{1,9}[.)]) +")


def ticked(line: str) -> str:
    """`line` with a tick in its box; a box that the author left ticked takes the other of `x` and `X`."""
    return _BOX.sub(lambda box: f"{box['before']}{'X' if box['sign'] == 'x' else 'x'}{box['after']}", line)


def indentation(line: str) -> str:
    """The blanks after which a block belongs to the item that begins with `line`."""
    return " " * (len(line) - len(_MARK.sub("", line)))
