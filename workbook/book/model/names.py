"""Names: which ids are allowed, and which one a text suggests."""

import os
import re
import unicodedata
from collections.abc import Collection, Iterable

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SHOWN = 40
"""Characters of a stranger's word that a message quotes: enough to know it by, and the line stays one."""
_LONGEST = 24
"""Characters of a proposed id: three or four words, so that a list line with it still fits an editor."""
_FEW = 12
"""So many known names a message lists, about the options of the richest kind; more would be a page."""
_COMPARED = 80
"""Characters of an unknown word that are compared with the known ones: the time grows with its square."""


def is_id(text: str) -> bool:
    """Whether `text` is small letters, digits and single hyphens."""
    return _ID.fullmatch(text) is not None


def is_address(text: str) -> bool:
    """Whether `text` is ids joined by slashes, at most five: chapter, group, row, field and item."""
    parts = text.split("/")
    return len(parts) <= 5 and all(map(is_id, parts))


def slug(text: str, otherwise: str = "item") -> str:
    """The id that `text` suggests: its first words, in letters that an id may hold."""
    letters = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", ""))
    words = re.findall("[a-z0-9]+", "".join(c for c in letters.lower() if not unicodedata.combining(c)))
    short = ""
    for word in words:
        longer = f"{short}-{word}".lstrip("-")
        if short and len(longer) > _LONGEST:
            break
        short = longer[:_LONGEST]
    return short or otherwise


def hashed(name: str, path: bytes) -> str:
    """`name` with eight hex digits of `path` behind it: an id that depends on nothing else."""
    import hashlib  # OpenSSL takes a while to load, and a book that names its files needs none of it

    return f"{name}-{hashlib.sha256(path).hexdigest()[:8]}"


def hashed_within(name: str, path: str) -> str:
    """`name` with the digits of `path` inside a book: the same on every system.

    One writes an accent as a sign of its own, another does not; that makes no difference.
    """
    return hashed(name, os.fsencode(unicodedata.normalize("NFC", path)))


def anchors(titles: Iterable[str]) -> list[str]:
    """The fragments by which code hosts call headings: `## What's new` is `#whats-new`, the next `-1`."""
    repeats: dict[str, int] = {}
    found = []
    for title in titles:
        plain = name = re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") or "page"
        while name in repeats:
            repeats[plain] += 1
            name = f"{plain}-{repeats[plain]}"
        repeats[name] = 0
        found.append(name)
    return found


def unique(name: str, taken: Collection[str]) -> str:
    """`name`, with a number behind it where it is taken."""
    numbered, number = name, 1
    while numbered in taken:
        number += 1
        numbered = f"{name}-{number}"
    return numbered


def near(word: str, known: Iterable[str]) -> str:
    """The sentence that helps after an unknown `word`: the close name, or else those known, if few."""
    import difflib  # only where something is wrong

    names = sorted(known)
    close = difflib.get_close_matches(word[:_COMPARED], names, 1)
    if close:
        return f" Did you mean '{close[0]}'?"
    return f" Known: {', '.join(names)}." if 0 < len(names) <= _FEW else ""
