"""The first heading of a file, which is its title where none is given."""

import re
from collections.abc import Sequence

from ...text import one_line
from ..markdown import HEADING, HTML, blocks, parser
from ..model import plain

_MAY_BE = re.compile(r" {0,3}(#{1,6}[ \t]|=+[ \t]*$|-+[ \t]*$)|.*<h[1-6]\b", re.IGNORECASE)
"""How a line looks that is a heading, or makes one of the line above it, or is one in HTML."""


def first_heading(lines: Sequence[str]) -> str:
    """The words of the first heading in `lines`, or nothing; parsed only where there may be one."""
    if not any(map(_MAY_BE.match, lines)):
        return ""
    tokens = parser().parse("\n".join(lines))
    for n, token in enumerate(tokens):
        if token.type in (HEADING, HTML) and token.level == 0:
            said = blocks(tokens[n : n + 2] if token.type == HEADING else [token])
            words = (one_line(plain(block.runs)) for block in said if block.kind == "heading")
            if title := next(filter(None, words), ""):
                return title
    return ""
