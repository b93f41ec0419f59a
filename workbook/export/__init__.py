"""Floor 3: a chapter and its answers as Markdown, and back."""

from .errors import ExportError, FileExists
from .history import Cell, Column, History, Line, Remembered, Table, history
from .history_lines import history_lines
from .markdown import filled_book, filled_chapter
from .reading_back import read_filled
from .request import Wish, homely, printed, said_of_files
from .writing import files_at, is_folder, write_files

__all__ = [
    "Cell",
    "Column",
    "ExportError",
    "FileExists",
    "History",
    "Line",
    "Remembered",
    "Table",
    "Wish",
    "files_at",
    "filled_book",
    "filled_chapter",
    "history",
    "history_lines",
    "homely",
    "is_folder",
    "printed",
    "read_filled",
    "said_of_files",
    "write_files",
]
