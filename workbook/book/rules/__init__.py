"""Pure functions of the book and its answers."""

from .check import problems
from .folding import folded, spans
from .moves import moves, renamed_choices
from .orphans import orphans, orphans_of, vanished
from .progress import progress, progress_of_book
from .recalled import Recalled, recalled
from .search import MOST_HITS, Hit, found, found_in, words_sought
from .searched import Piece, searched
from .suggestions import Suggestion, is_led_to, suggestions

__all__ = [
    "MOST_HITS",
    "Hit",
    "Piece",
    "Recalled",
    "Suggestion",
    "folded",
    "found",
    "found_in",
    "is_led_to",
    "moves",
    "orphans",
    "orphans_of",
    "problems",
    "progress",
    "progress_of_book",
    "recalled",
    "renamed_choices",
    "searched",
    "spans",
    "suggestions",
    "vanished",
    "words_sought",
]
