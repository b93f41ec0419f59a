"""What is printed, made safe: a terminal executes control characters, and a chapter may hold some."""

import io
import sys

from ..text import clean, one_line


def say(text: str = "") -> None:
    """Print `text` for the reader, and a newline."""
    print(_shown(text))


def put(text: str) -> None:
    """Print the Markdown `text` as it is, but for control characters; always in UTF-8, as a file would be."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    print(_shown(text), end="")


def warn(text: str) -> None:
    """Say one line on stderr."""
    print(f"workbook: {one_line(text)}", file=sys.stderr)


def size(number: int) -> str:
    """`number` bytes as a person reads them: `812 B`, `12 KB`, `3.4 MB`."""
    if number < 1000:
        return f"{number} B"
    if number < 1_000_000:
        return f"{number / 1000:.0f} KB"
    return f"{number / 1_000_000:.1f} MB"


def counted(number: int, noun: str) -> str:
    """`1 answer`, `2 answers`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _shown(text: str) -> str:
    """`text` without control characters; tabs stay, for a printed chapter is the chapter, byte for byte."""
    return "\t".join(map(clean, text.split("\t")))
