"""Floor 1: the book, which is what is printed."""

from .addresses import chapter_of, split_entry, with_entry, without_entry
from .chapter import Book, Chapter, Front, Page, is_repeating
from .check import problems
from .entries import begun, entries, is_entry, spoken
from .exercise import (
    Answer,
    Blank,
    Checklist,
    Choice,
    Exercise,
    Field,
    Group,
    Item,
    Leads,
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
from .problems import BookError, Problem
from .progress import Progress, filled, progress, progress_of_book
from .prose import NOTHING, Block, Prose, Run, Runs, Style, plain
from .reader import read_chapter, read_source
from .search import Hit, found
from .suggestions import Reason, Suggestion, suggestions

__all__ = [
    "NOTHING",
    "Answer",
    "Blank",
    "Block",
    "Book",
    "BookError",
    "Chapter",
    "Checklist",
    "Choice",
    "Exercise",
    "Field",
    "Front",
    "Group",
    "Hit",
    "Item",
    "Leads",
    "Page",
    "Problem",
    "Progress",
    "Prose",
    "Reason",
    "Row",
    "Run",
    "Runs",
    "Scale",
    "Style",
    "Suggestion",
    "Text",
    "begun",
    "chapter_of",
    "entries",
    "filled",
    "found",
    "is_date",
    "is_entry",
    "is_repeating",
    "items_of",
    "moves",
    "orphans",
    "orphans_of",
    "plain",
    "problems",
    "progress",
    "progress_of_book",
    "read_book",
    "read_chapter",
    "read_source",
    "renamed_choices",
    "split_entry",
    "spoken",
    "suggestions",
    "vanished",
    "with_entry",
    "with_ids",
    "without_entry",
]
