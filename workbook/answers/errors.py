"""What can stand between a reader and the answers, each said in one clear line."""


class AnswersError(Exception):
    """The answers cannot be opened; its text is one line for the reader (exit status 3)."""


class ReadOnly(Exception):  # noqa: N818 - a state that the reader is told of, not a mistake
    """A change was asked of answers that are only read; its text is the reason (`Answers.read_only`)."""


class Damaged(Exception):  # noqa: N818 - said of a file
    """A file is not a whole file of answers; its text says what is wrong, never what stands in it."""
