"""An exercise on a page: a list, a group, cards, turns."""

from .exercise import ExerciseView
from .suggestions import SuggestionsView

__all__ = [
    "ExerciseView",
    "SuggestionsView",
]
