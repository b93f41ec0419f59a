"""Floor 3: a chapter and its answers as Markdown, and back."""

from .errors import ExportError, FileExists
from .markdown import filled_book, filled_chapter
from .reading_back import read_filled
from .writing import files_at, is_folder, write_files

__all__ = [
    "ExportError",
    "FileExists",
    "files_at",
    "filled_book",
    "filled_chapter",
    "is_folder",
    "read_filled",
    "write_files",
]
