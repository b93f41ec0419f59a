"""What comes out of a book for people: what was written, whole chapters, empty sheets."""

from .exercises import sections_said
from .links import Fragments, Lead, Part, fragments, headings_of, lead_from
from .markdown import as_markdown
from .my_words import my_words
from .said import Said
from .scope import NOW, Scope
from .whole import all_aside, fitting_answers, printed_parts, whole_chapters

__all__ = [
    "NOW",
    "Fragments",
    "Lead",
    "Part",
    "Said",
    "Scope",
    "all_aside",
    "as_markdown",
    "fitting_answers",
    "fragments",
    "headings_of",
    "lead_from",
    "my_words",
    "printed_parts",
    "sections_said",
    "whole_chapters",
]
