"""`workbook check`: what is wrong with chapters, said where a writer can mend it."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from ..book import Book, Problem, problems, read_book, with_ids
from ..paths import book_folder
from .errors import BadInputError
from .parser import Options
from .printing import counted, say


def check(options: Options) -> int:
    """Print every problem; return 1 where there are errors."""
    folder = book_folder(options.folder or options.book)
    if options.fix_ids:
        _fix_ids(read_book(folder))
    book = read_book(folder)
    found = problems(book)
    for problem in found:
        say(str(problem))
    say(_summary(book, found))
    return 1 if any(problem.level == "error" for problem in found) else 0


def _summary(book: Book, found: tuple[Problem, ...]) -> str:
    errors = sum(problem.level == "error" for problem in found)
    chapters = counted(len(book.fronts), "chapter")
    if not found:
        return f"{chapters}, nothing wrong."
    return f"{chapters}, {counted(errors, 'error')}, {counted(len(found) - errors, 'warning')}."


def _fix_ids(book: Book) -> None:
    """Write the ids that list lines miss; a file that is not UTF-8 is left to the check."""
    for front in book.fronts:
        try:
            source = front.path.read_bytes().decode()
            mended = with_ids(source)
            if mended != source:
                _rewrite(front.path, mended)
        except UnicodeDecodeError:
            continue
        except OSError as error:
            raise BadInputError(f"{front.path} cannot be mended: {error.strerror}") from None
        if mended != source:
            say(f"{front.path}: ids written")


def _rewrite(path: Path, text: str) -> None:
    """Put `text` in the place of what `path` holds, at one stroke and with the same mode."""
    from ..answers import create_private, sync_folder  # only here: a check needs no database

    real = Path(os.path.realpath(path))
    fresh = real.with_name(f".{real.name}-{os.urandom(4).hex()}.tmp")
    create_private(fresh, text.encode())
    try:
        os.chmod(fresh, stat.S_IMODE(real.stat().st_mode))
        os.replace(fresh, real)
    except BaseException:
        with suppress(OSError):
            fresh.unlink()
        raise
    with suppress(OSError):  # some disks take no order for their names
        sync_folder(real.parent)
