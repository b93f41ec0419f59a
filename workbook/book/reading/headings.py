"""The first heading of a file, which is its title where none is given."""

import re
from collections.abc import Sequence

from ...text import one_line
from ..markdown import HEADING, parser, runs
from ..model import plain

_MAY_BE = re.compile(r" {0,3}(#{1,6}[ \t]|=+[ \t]*$|-+[ \t]*$)")
"""How a line begins that is a heading, or makes one of the line above it."""


def first_heading(lines: Sequence[str]) -> str:
    """The words of the first heading in `lines`, or nothing; parsed only where there may be one."""
    if not any(map(_MAY_BE.match, lines)):
        return ""
    tokens = parser().parse("\n".join(lines))
    headings = (tokens[n + 1] for n, token in enumerate(tokens) if token.type == HEADING and token.level == 0)
    return next(filter(None, (one_line(plain(runs(words))) for words in headings)), "")
