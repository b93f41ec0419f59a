"""What comes out of a book for people: what was written, whole chapters, empty sheets."""

from .exercises import sections_said
from .links import Lead, Part, fragments, headings_of, is_outside, lead_from, linked_place
from .markdown import as_markdown
from .my_words import my_words
from .said import Said
from .scope import NOW, Scope
from .whole import all_aside, fitting_answers, printed_parts, whole_chapters

__all__ = [
    "NOW",
    "Lead",
    "Part",
    "Said",
    "Scope",
    "all_aside",
    "as_markdown",
    "fitting_answers",
    "fragments",
    "headings_of",
    "is_outside",
    "lead_from",
    "linked_place",
    "my_words",
    "printed_parts",
    "sections_said",
    "whole_chapters",
]
