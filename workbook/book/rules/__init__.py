"""Pure functions of the book and its answers."""

from .check import problems
from .moves import moves, renamed_choices
from .orphans import orphans, orphans_of, vanished
from .progress import progress, progress_of_book
from .recalled import Recalled, recalled
from .search import Hit, Piece, Placed, found, found_in
from .suggestions import Suggestion, is_led_to, suggestions

__all__ = [
    "Hit",
    "Piece",
    "Placed",
    "Recalled",
    "Suggestion",
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
    "suggestions",
    "vanished",
]
