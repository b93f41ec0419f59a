"""Floor 3: a chapter and its answers as Markdown."""

from .errors import ExportError, FileExists
from .history import Cell, Column, History, Line, Remembered, Table, history
from .history_lines import history_lines
from .markdown import filled_book, filled_chapter
from .request import Form, Request, What, homely, place_called, printed, usual_path
from .writing import files_at, is_folder, write_files

__all__ = [
    "Cell",
    "Column",
    "ExportError",
    "FileExists",
    "Form",
    "History",
    "Line",
    "Remembered",
    "Request",
    "Table",
    "What",
    "files_at",
    "filled_book",
    "filled_chapter",
    "history",
    "history_lines",
    "homely",
    "is_folder",
    "place_called",
    "printed",
    "usual_path",
    "write_files",
]
