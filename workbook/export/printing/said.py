"""What is printed of the reader's words, piece by piece, whatever it is printed as."""

from typing import Literal, NamedTuple, TypeAlias

from ..history import History

SaidKind: TypeAlias = Literal[
    "book", "note", "chapter", "question", "row", "asked", "words", "ticks", "plain", "history"
]


class Said(NamedTuple):
    """One piece: a heading, a question, an answer.

    A `note` stands under the title; a `row` is what several questions stand under: a line of a group, the day
    of an entry. `words` and `ticks` are the reader's, `plain` is what the program says in their place.
    `history` is then and now.
    """

    kind: SaidKind
    words: str = ""
    """Of `words` as they were written, line by line; else one line."""
    beside: str = ""
    """What stands behind a question: its day."""
    items: tuple[str, ...] = ()
    """What was ticked."""
    history: History | None = None
    """Of what repeats, then and now."""
