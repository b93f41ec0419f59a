"""The thread that saves, its pace, and what other programs wrote meanwhile."""

from .answers_file import AnswersFile
from .saver import Saving
from .writing import Writing

__all__ = [
    "AnswersFile",
    "Saving",
    "Writing",
]
