"""How likely a line of a list is the one that is meant by a few words."""

import re

from ..book import folded

_IN_NAME, _IN_REST = (1.0, 0.9, 0.4), (0.6, 0.5, 0.3)
"""What a word is worth that begins a text, that begins a word of it, that stands inside one: *lock* is meant
by what says that it locks rather than by what is called a clock."""

_SHORTER = 1e-4
"""What each character of the name costs: of two that match alike, the shorter one is meant."""


def likeness(words: str, name: str, rest: str = "") -> float:
    """From 0, not at all, to 1: how well `words` fit a line by its `name`, and by what else it says.

    Every one of the words has to be in the one or the other. Letters are compared as find compares them.
    """
    named, said = folded(name), folded(rest)
    worth = [
        max(_worth(word, named, _IN_NAME), _worth(word, said, _IN_REST)) for word in folded(words).split()
    ]
    if not worth or not min(worth):
        return 0.0
    return max(sum(worth) / len(worth) - _SHORTER * len(named), _SHORTER)


def is_scattered(words: str, name: str) -> bool:
    """Whether the letters of `words` stand in `name` in their order: `cntnts` for contents."""
    letters = iter(folded(name))
    return all(letter in letters for letter in "".join(folded(words).split()))


def _worth(word: str, text: str, worth: tuple[float, float, float]) -> float:
    begins, begins_word, is_inside = worth
    if text.startswith(word):
        return begins
    if re.search(rf"(?<![^\W_]){re.escape(word)}", text):
        return begins_word
    return is_inside if word in text else 0.0
