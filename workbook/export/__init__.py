"""Floor 3: a chapter and its answers as Markdown, and back."""

from .errors import ExportError, FileExists
from .markdown import filled_book, filled_chapter
from .reading_back import read_filled
from .request import Wish, homely, printed, said_of_files
from .writing import files_at, is_folder, write_files

__all__ = [
    "ExportError",
    "FileExists",
    "Wish",
    "files_at",
    "filled_book",
    "filled_chapter",
    "homely",
    "is_folder",
    "printed",
    "read_filled",
    "said_of_files",
    "write_files",
]
