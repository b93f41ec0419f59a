"""`workbook beside`: the full-screen program, begun with another person's copy beside the reader's own."""

import os
from pathlib import Path

from ..export import ExportError
from ..export.sharing import copy_at
from .errors import BadInputError
from .opening import answers_folder, opened_book, refuse_no_terminal
from .parser import Options


def lay_beside(options: Options) -> int:
    """Show both copies, and return the exit status at the end; nothing of the other copy is kept."""
    book = opened_book(options)
    path = Path(os.path.abspath(os.path.expanduser(options.file or "")))
    try:
        copy_at(path, book)
    except ExportError as error:
        raise BadInputError(str(error)) from None
    refuse_no_terminal()
    from ..tui import run

    return run(book, answers_folder(options), path)
