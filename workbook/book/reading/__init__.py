"""Markdown -> Chapter, folder -> Book."""

from .fix_ids import with_ids
from .folder import read_book
from .reader import parse_chapter, read_source

__all__ = [
    "parse_chapter",
    "read_book",
    "read_source",
    "with_ids",
]
