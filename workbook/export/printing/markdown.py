"""What is said, as Markdown that reads well as it stands, and through any program that knows it."""

import re
from collections.abc import Iterable
from datetime import date

from ...book import BLANKS, escaped, escaped_inside, quoted
from ..history_lines import history_lines
from .said import Said

_CLOSING = re.compile(r"#(?=#*$)")
"""Hashes at the end of a heading, which would be taken for a part of its mark."""


def as_markdown(pieces: Iterable[Said], today: date) -> str:
    """The pieces, an empty line between them."""
    return "\n\n".join(_written(one, today) for one in pieces) + "\n"


def _written(one: Said, today: date) -> str:
    match one.kind:
        case "book":
            return f"# {_heading(one.words)}"
        case "chapter":
            return f"## {_heading(one.words)}"
        case "question":
            beside = f" *{escaped_inside(one.beside)}*" if one.beside else ""
            return f"**{escaped_inside(one.words)}**{beside}"
        case "row" | "note":
            return f"*{escaped_inside(one.words)}*"
        case "asked" | "plain":
            return escaped(one.words)
        case "words":
            return "\n".join(quoted(one.words, broken_by=BLANKS))
        case "history":
            return "\n".join(history_lines(one.history, today)) if one.history else ""
        case "ticks":
            return "\n".join(f"> - {escaped(item)}" for item in one.items)


def _heading(words: str) -> str:
    return _CLOSING.sub(r"\\#", escaped_inside(words))
