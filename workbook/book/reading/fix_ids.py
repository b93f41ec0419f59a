"""`check --fix-ids`: writes the ids that list lines miss, and touches nothing else."""

import re
from pathlib import Path

from ..markdown import Source, parse, split
from .units import units

_LINE_END = re.compile(r"(\r\n|\r|\n)")


def with_ids(source: str) -> str:
    """`source` with an id comment at the end of every exercise line that misses one; else byte for byte.

    An id is made of the line's words, and is not one that its list has already.
    """
    reading = Source(Path("chapter.md"), split(source))
    parse(reading)
    units(reading, is_chapter=True)
    parts = _LINE_END.split(source)
    for line, name in reading.proposed.items():
        words = parts[2 * line].rstrip()
        parts[2 * line] = f"{words} <!-- #{name} -->{parts[2 * line][len(words) :]}"
    return "".join(parts)
