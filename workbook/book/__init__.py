"""Floor 1: the book, which is what is printed."""

from .addresses import chapter_of, exercise_of, split_entry
from .chapter import Book, Chapter, Front, Page
from .check import problems
from .cover import Cover, Section, cover_of
from .entries import Dated, after_of, begun, day_of, entries, newest_before, present, spoken
from .exercise import (
    Answer,
    Blank,
    Checklist,
    Choice,
    Exercise,
    Group,
    Item,
    Row,
    Scale,
    Text,
    is_date,
    items_of,
)
from .fix_ids import with_ids
from .folder import read_book
from .moves import moves, renamed_choices
from .orphans import orphans, orphans_of, vanished
from .problems import FRONT_MATTER, BookError, Problem
from .progress import progress, progress_of_book
from .prose import NOTHING, Block, Prose, Run, Style, plain
from .reader import read_source
from .recalled import Recalled, recalled
from .search import Hit, found
from .suggestions import Suggestion, is_led_to, suggestions

__all__ = [
    "FRONT_MATTER",
    "NOTHING",
    "Answer",
    "Blank",
    "Block",
    "Book",
    "BookError",
    "Chapter",
    "Checklist",
    "Choice",
    "Cover",
    "Dated",
    "Exercise",
    "Front",
    "Group",
    "Hit",
    "Item",
    "Page",
    "Problem",
    "Prose",
    "Recalled",
    "Row",
    "Run",
    "Scale",
    "Section",
    "Style",
    "Suggestion",
    "Text",
    "after_of",
    "begun",
    "chapter_of",
    "cover_of",
    "day_of",
    "entries",
    "exercise_of",
    "found",
    "is_date",
    "is_led_to",
    "items_of",
    "moves",
    "newest_before",
    "orphans",
    "orphans_of",
    "plain",
    "present",
    "problems",
    "progress",
    "progress_of_book",
    "read_book",
    "read_source",
    "recalled",
    "renamed_choices",
    "split_entry",
    "spoken",
    "suggestions",
    "vanished",
    "with_ids",
]
