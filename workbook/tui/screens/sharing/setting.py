"""The words of a copy, set in rows: alike in the list, in the copy, and side by side.

Whatever a copy holds is words here: no markup is read in it, and no address leads anywhere.
"""

from collections.abc import Iterable, Iterator

from textual.content import Content

from ....export.sharing import Said
from ...widgets.prose.typeset import hung, wrapped


def set_said(said: Iterable[Said], width: int) -> Iterator[Content]:
    """What is said under a question, in rows of `width`; each is set when it is asked for."""
    before = None
    for one in said:
        if before and not (before.kind == one.kind == "item"):
            yield Content("")
        yield from _set(one, width)
        before = one


def _set(one: Said, width: int) -> Iterator[Content]:
    indent = "  " * one.depth
    if one.kind == "item":
        yield from (row for row, _ in hung(Content(f"{indent}• "), Content(one.text), width))
        return
    style = "bold" if one.kind == "question" else ""
    for line in one.text.split("\n"):
        for row in wrapped(Content.styled(line, style), width - len(indent)):
            yield Content(indent) + row


def cut(words: str, width: int) -> Content:
    """`words` in one row, cut by `…` where they do not fit."""
    return Content(words).truncate(max(width, 1), ellipsis=True)
