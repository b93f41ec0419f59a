"""What can be wrong with a chapter, and how it is said."""

from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from ...text import one_line

Level: TypeAlias = Literal["error", "warning"]

FRONT_MATTER = frozenset(
    ("no-front-matter", "missing-key", "unknown-key", "bad-front-matter", "duplicate-key")
)
"""Codes of what is wrong with a front matter: it is the author's business, and stops nobody from anything."""


class Problem(NamedTuple):
    """One thing that is wrong, where, and what to do about it; `line` is 1-based."""

    path: Path
    line: int
    code: str
    text: str
    level: Level = "error"

    def __str__(self) -> str:
        return one_line(f"{self.path}:{self.line}: {self.level}: {self.text} [{self.code}]")


class BookError(Exception):
    """There is no book to open: one line that says what is missing, fit for a reader's eyes."""

    def __init__(self, text: str) -> None:
        super().__init__(one_line(text))  # a path may hold anything
