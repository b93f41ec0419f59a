"""The boxes of a list as they stand in the source: `- [ ]` and `- ( )`, and the id at the end of the line.

Ticks are read from the source line, because a parser that knows task lists takes the box away.
"""

import re

_BOX = re.compile(r"^(?P<before>\s*(?:[-*+]|\d{1,9}[.)])\s+[\[(])(?P<sign>[ xX]?)(?P<after>[\])])(?=\s)")
_MARK = re.compile(r"^(?:[-*+]|\d{1,9}[.)]) +")
_ID = re.compile(r"<!--\s*#(?P<id>[a-z0-9-]+)(?:\s[^>]*)?-->\s*$")


def ticked(line: str) -> str:
    """`line` with a tick in its box; a box that the author left ticked takes the other of `x` and `X`."""
    return _BOX.sub(lambda box: f"{box['before']}{'X' if box['sign'] == 'x' else 'x'}{box['after']}", line)


def is_ticked(line: str, source: str) -> bool:
    """Whether the box of `line` has a tick that its line in the chapter, `source`, does not have."""
    sign = _sign(line)
    return bool(sign) and sign != _sign(source)


def item_id(line: str) -> str:
    """The id at the end of an item's first line, or nothing."""
    found = _ID.search(line)
    return found["id"] if found else ""


def indentation(line: str) -> str:
    """The blanks after which a block belongs to the item that begins with `line`."""
    return " " * (len(line) - len(_MARK.sub("", line)))


def _sign(line: str) -> str:
    box = _BOX.match(line)
    return box["sign"].strip() if box else ""
