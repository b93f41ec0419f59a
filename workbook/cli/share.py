"""`workbook share`: a copy for one other person, of the words that were ticked and nothing else."""

import os
from datetime import date
from pathlib import Path

from ..answers import Kept, keeps_modes
from ..book import Book
from ..export import ExportError, FileExists, is_folder, write_files
from ..export.sharing import Offered, copy_of, offered
from ..paths import SCREEN
from .errors import BadInputError
from .opening import answers_folder, kept_answers, opened_book
from .parser import Options
from .printing import put, say, warn

_NOTHING = (
    "nothing is ticked to share; open the workbook, press Ctrl+P, and choose A copy to share: Space ticks"
)


def share(options: Options) -> int:
    """Print the copy, or write it to a file; return the exit status."""
    book = opened_book(options)
    given, changed = _offered(book, kept_answers(options, book))
    if changed:
        words = "answer that you ticked has" if changed == 1 else "answers that you ticked have"
        warn(f"{changed} {words} new words, so they are not in this copy; tick again in A copy to share")
    if not given:
        raise BadInputError(_NOTHING)
    text = copy_of(book, given)
    if options.output in (None, SCREEN):
        put(text)
    else:
        _write(options, book, text, options.output)
    return 0


def _offered(book: Book, kept: Kept) -> tuple[list[Offered], int]:
    """What is ticked, and how many rows are no longer."""
    every = list(offered(book, kept, date.today()))
    return [one for one in every if one.is_ticked], sum(one.is_changed for one in every)


def _write(options: Options, book: Book, text: str, output: str) -> None:
    path = Path(os.path.expanduser(output))
    if is_folder(output):
        raise BadInputError(f"{path} is a folder; name a file")
    try:
        write_files(book, {path: text}, force=options.force, data=answers_folder(options))
    except FileExists as error:
        raise BadInputError(f"{error}; --force overwrites it") from None
    except ExportError as error:
        raise BadInputError(str(error)) from None
    reads = "which only you can read" if keeps_modes(path) else "on a disk that others may read"
    say(f"Written to {path}, {reads}.")
