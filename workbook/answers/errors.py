"""What can stand between a reader and the answers, each said in one clear line."""

from ..text import one_line


class AnswersError(Exception):
    """The answers cannot be opened or written; its text is one line for the reader (exit status 3)."""

    def __init__(self, text: str) -> None:
        super().__init__(one_line(text))  # a path may hold anything


class RestoreError(Exception):
    """A file cannot be restored; its text is one line for the reader (bad input: exit status 2)."""

    def __init__(self, text: str) -> None:
        super().__init__(one_line(text))


class ReadOnly(Exception):  # noqa: N818 - a state that the reader is told of, not a mistake
    """A change was asked of answers that are only read; its text is the reason (`Answers.read_only`)."""


class Damaged(Exception):  # noqa: N818 - said of a file
    """A file is not a whole file of answers; its text says what is wrong, never what stands in it."""
