"""What keeps an export from being made or written, said in one line."""

from ..book import Chapter
from ..text import one_line


class ExportError(Exception):
    """An export cannot be made or written; its text is one line for the reader."""

    def __init__(self, text: str) -> None:
        super().__init__(one_line(text))  # a path may hold anything


class FileExists(ExportError):  # noqa: N818 - a question to the reader, not a mistake
    """Something is there already, and `force` would overwrite it."""


def refuse_unreadable(chapter: Chapter) -> None:
    """Raises ExportError where the file of `chapter` cannot be read: it would pass for an empty one."""
    for problem in chapter.problems:
        if problem.code == "unreadable":
            raise ExportError(f"{problem.path}: {problem.text}")
