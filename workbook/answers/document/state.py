"""What a file of answers holds, as it stands in memory: tables of documents."""

from typing import Any, TypeAlias

Document: TypeAlias = dict[str, Any]
"""Fields by name; no `TypedDict`, for whatever another program has written in it stays and is merged too."""
State: TypeAlias = dict[str, dict[str, Document]]
"""A whole file: tables by name, in each its documents by id. No document is ever changed in place."""

ONLY = "1"
"""The id of the one document in each of the tables `meta`, `place` and `settings`."""

UNREAD = "unread"
"""The table of what is not in the form of a document, kept as text."""

TO_SHARE = "to-share"
"""The table of what the reader has ticked to share."""

EXACT = 2**53
"""Whole numbers below it are kept exactly by every JSON reader."""


def schema_of(state: State) -> int:
    """The number of the schema that `state` is written in; 0 where it does not say."""
    number = state.get("meta", {}).get(ONLY, {}).get("schema")
    return number if type(number) is int and number > 0 else 0


def answers_book(state: State, book_id: str) -> bool:
    """Whether `state` answers that book, or does not say which: then the name of its file does."""
    return book_of(state) in ("", book_id)


def book_of(state: State) -> str:
    """The id of the book that `state` answers; empty where it does not say."""
    book = state.get("meta", {}).get(ONLY, {}).get("book")
    return book if isinstance(book, str) else ""
