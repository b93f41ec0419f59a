"""Where things are: the reader's answers, the chapters, and what is printed."""

import os
from itertools import chain
from pathlib import Path

PACKAGE = Path(__file__).parent
SCREEN = "-"
"""What stands for the screen where a file could be named."""


def data_folder(given: str | None = None) -> Path:
    """Where the answers are: `given` (`--data`), else WORKBOOK_DATA, else the system's place for such things.

    It need not exist; whoever opens the answers for writing makes it.
    """
    chosen = given or os.environ.get("WORKBOOK_DATA")
    if chosen:
        return Path(os.path.abspath(os.path.expanduser(chosen)))
    from platformdirs import user_data_path

    return user_data_path("workbook", appauthor=False)


def book_folder(given: str | None = None) -> Path:
    """Where the chapters are: `given` (`--book`), else WORKBOOK_BOOK, else those that came with this."""
    chosen = given or os.environ.get("WORKBOOK_BOOK")
    return Path(os.path.expanduser(chosen)) if chosen else _shipped()


def exports_folder() -> Path:
    """Where a printed chapter is put unless the reader names a place: their documents, else their home."""
    from platformdirs import user_documents_path

    documents = user_documents_path()
    return documents if documents.is_dir() else Path.home()


def free_name(path: Path) -> Path:
    """`path`, or the first of `<stem>-2`, `<stem>-3` … beside it that nothing has."""
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in range(2, 1_000_000))
    return next(one for one in chain((path,), numbered) if not os.path.lexists(one))


def _shipped() -> Path:
    """The chapters inside the installed package, or beside it in a checkout."""
    installed = PACKAGE / "chapters"
    return installed if installed.is_dir() else PACKAGE.parent / "chapters"
