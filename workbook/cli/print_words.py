"""`workbook print`: what was written, whole chapters or empty sheets, to the screen or to a file."""

import os
from datetime import datetime
from pathlib import Path

from ..answers import keeps_modes
from ..book import Book
from ..export import (
    ExportError,
    FileExists,
    Request,
    What,
    is_folder,
    place_called,
    printed,
    usual_path,
    write_files,
)
from ..paths import SCREEN, data_folder
from .errors import BadInputError
from .opening import kept_answers, opened_book
from .parser import Options
from .printing import put, say


def print_words(options: Options) -> int:
    """Print what is asked for, or write it to a file; return the exit status."""
    book, now = opened_book(options), datetime.now()
    what: What = "sheets" if options.blank else "chapters" if options.whole else "words"
    try:
        places = tuple(dict.fromkeys(place_called(book, name) for name in options.places))
        request = Request(what, places, latest=options.latest, form="paper" if options.html else "markdown")
        kept = None if options.blank else kept_answers(options, book)
        text = printed(book, kept, request, now)
        if options.output in (None, SCREEN):
            put(text)
        else:
            path = _path(options.output, request, now)
            _write(options, book, path, text)
            if unlike := request.unlike(path):
                say(unlike if options.html else f"{unlike.rstrip('.')}; --html makes a page.")
    except FileExists as error:
        raise BadInputError(f"{error}; --force overwrites it") from None
    except ExportError as error:
        raise BadInputError(str(error)) from None
    return 0


def _path(output: str, request: Request, now: datetime) -> Path:
    """The file that `output` names; in a folder, one with a name of its own."""
    path = Path(os.path.expanduser(output))
    return usual_path(path, request, now.date()) if is_folder(output) else path


def _write(options: Options, book: Book, path: Path, text: str) -> None:
    write_files(book, {path: text}, force=options.force, data=data_folder(options.data))
    reads = "which only you can read" if keeps_modes(path) else "on a disk that others may read"
    say(f"Written to {path}, {reads}.")
