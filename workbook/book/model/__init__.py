"""What a book is made of: chapters, pages, prose, exercises and their blanks, and how they are called."""

from . import phrases
from .addresses import by_exercise, chapter_of, exercise_of, split_entry, with_entry, without_entry
from .chapter import Book, Chapter, Front, Page, PageBlock
from .cover import Cover, Section, cover_of
from .entries import (
    Dated,
    after_of,
    begun,
    day_of,
    entries,
    moment_of,
    month_of,
    newest_before,
    present,
    spoken,
)
from .exercise import Answer, Blank, Exercise, Item, Leads, Repeat, Told, Words
from .names import SHOWN, anchors, is_address, is_id, near, slug, unique
from .problems import FRONT_MATTER, BookError, Level, Problem
from .prose import NOTHING, Block, BlockKind, Prose, Run, Runs, Style, plain, without_examples

__all__ = [
    "FRONT_MATTER",
    "NOTHING",
    "SHOWN",
    "Answer",
    "Blank",
    "Block",
    "BlockKind",
    "Book",
    "BookError",
    "Chapter",
    "Cover",
    "Dated",
    "Exercise",
    "Front",
    "Item",
    "Leads",
    "Level",
    "Page",
    "PageBlock",
    "Problem",
    "Prose",
    "Repeat",
    "Run",
    "Runs",
    "Section",
    "Style",
    "Told",
    "Words",
    "after_of",
    "anchors",
    "begun",
    "by_exercise",
    "chapter_of",
    "cover_of",
    "day_of",
    "entries",
    "exercise_of",
    "is_address",
    "is_id",
    "moment_of",
    "month_of",
    "near",
    "newest_before",
    "phrases",
    "plain",
    "present",
    "slug",
    "split_entry",
    "spoken",
    "unique",
    "with_entry",
    "without_entry",
    "without_examples",
]
