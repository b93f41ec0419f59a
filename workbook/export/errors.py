"""What keeps an export from being made or written, said in one line."""

from ..text import one_line


class ExportError(Exception):
    """An export cannot be made or written; its text is one line for the reader."""

    def __init__(self, text: str) -> None:
        super().__init__(one_line(text))  # a path may hold anything


class FileExists(ExportError):  # noqa: N818 - a question to the reader, not a mistake
    """Something is there already, and `force` would overwrite it."""
