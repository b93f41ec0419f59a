"""Lines that say where a link leads (`[here]: a.md`): Markdown shows none, nor one that no link asks for."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ...text import one_line
from ..model import SHOWN
from .source import Source

if TYPE_CHECKING:
    from markdown_it.token import Token

_NOTES = ("", "#")
"""Where an author's note leads: `[//]: # (words)` hides words on purpose."""


def note_unused_links(source: Source) -> None:
    """Note each line that was perhaps meant to be read, since no link or picture asks for it."""
    asked = set(_labels(token for piece in source.pieces for token in piece.tokens))
    for definition in source.definitions:
        if definition.href not in _NOTES and (definition.is_second or definition.label not in asked):
            found = one_line(source.lines[definition.line]).strip("> ")[:SHOWN]
            text = f"no link asks for '{found}', so this line is not shown; "
            source.note(
                definition.line, "unused-link", text + "to show it, put a backslash before its '['", "warning"
            )


def _labels(tokens: Iterable["Token"]) -> Iterator[str]:
    """The labels by which links and pictures ask where they lead."""
    for token in tokens:
        if "label" in token.meta:
            yield token.meta["label"]
        yield from _labels(token.children or ())
