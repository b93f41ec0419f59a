"""`workbook where`, `backup`, `restore` and `erase`: the files that hold what the reader wrote."""

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from .. import answers
from ..answers import AnswersError, FileFact
from ..book import Book, spoken
from ..paths import OWN_KEYS, SCREEN, homes_beside
from .chapter_cache import chapter_cache
from .errors import BadInputError
from .opening import answers_folder, kept_answers, opened_book
from .parser import Options
from .printing import counted, say, size

_PRIVATE = "Nobody but you and whoever manages this machine can read them. They are not encrypted."
_LOOSE = "Others on this machine can read some of them. They are not encrypted."
_OPEN = "Whoever can use this account, or this disk, can read them. They are not encrypted."

_UNCONFIRMED = """\
This disk does not confirm the names of files: should the power fail, your last words
may be gone, though not those from the save before."""

_STAYS = """\
This cannot be undone. Exports stay where you put them, and so do copies that you, a
sync program or a backup program made elsewhere. What a disk once held can sometimes be
read even after it was removed; and someone who watches this machine may notice that it
is gone."""


def where(options: Options) -> int:
    """List every file of the reader's; return the exit status."""
    book, folder = opened_book(options), answers_folder(options)
    with _answers_in(folder):
        found = answers.files(folder, book.id)
        newest = answers.last_backup(folder, book.id)
        unread = _unread(folder, book)
        others = answers.strangers(folder, book.id)
    if not found:
        say(f"Nothing of yours is kept yet. Your answers will be in {folder}.")
    for fact in found:
        say(_line(fact))
    copied = next((fact for fact in found if fact.path == newest), None)
    if copied:
        say(f"Last backup: {spoken(f'{copied.modified.astimezone():%Y-%m-%d}')}.")
    elif found:
        say("Last backup: none yet.")
    for part in unread:
        say(f"Not readable, and kept as it stands: {part}. Words kept aside, in the book, shows it.")
    if found:
        say(_who_reads(folder, book.id, found))
        if not answers.confirms_names(folder):
            say(_UNCONFIRMED)
    if others:
        say("Not yours, though they answer this book too; never joined with yours, and never erased:")
        for fact in others:
            say(_line(fact))
    if keys := _own_keys(folder):
        say(f"Your keys: {keys}. No word of yours is in it, and erase leaves it.")
    if cache := chapter_cache().folder:
        say(f"Chapters, ready to open: {cache}. No word of yours is in them, and erase removes them.")
    return 0


def _own_keys(folder: Path) -> Path | None:
    """The file in which the reader gave commands other keys, if there is one."""
    path = folder / OWN_KEYS
    return path if os.path.lexists(path) else None


def _who_reads(folder: Path, book_id: str, found: Iterable[FileFact]) -> str:
    """Who can read the files, as far as this disk says."""
    if any(fact.is_loose for fact in found):
        return _LOOSE
    return _PRIVATE if answers.folder_keeps_modes(folder, book_id) else _OPEN


def backup(options: Options) -> int:
    """Copy the answers to a new file; return the exit status."""
    book, folder = opened_book(options), answers_folder(options)
    kept_answers(options, book)
    if options.file == SCREEN:
        return _hand_over(answers.copied(folder, book.id))
    to = _target(options.file, folder, book.id) if options.file else None
    try:
        copy = answers.backup(folder, book.id, to)
    except FileExistsError as error:
        raise BadInputError(f"{error.filename} is there already; choose another name") from None
    except OSError as error:
        raise BadInputError(f"{to or Path.cwd()} cannot be written: {error.strerror}") from None
    reads = "Only you can read it, but it" if answers.keeps_modes(copy) else "Others may read it, as it"
    say(f"Copied to {copy}. {reads} is not encrypted.")
    return 0


def _target(file: str, folder: Path, book_id: str) -> Path:
    """Where the backup goes; raises BadInputError where that is a missing folder, or a file of ours."""
    to = Path(os.path.expanduser(file))
    if file.endswith(("/", os.sep)) and not to.is_dir():
        raise BadInputError(f"{to} is not a folder")
    if any(answers.is_kept(to, home, book_id) for home in homes_beside(folder, to)):
        raise BadInputError(f"{to} is one of the workbook's own files; choose another place")
    return to


def _hand_over(copy: bytes) -> int:
    """Write the copy to the output, for another program to take; it is nothing for a screen."""
    if not sys.stdout or sys.stdout.isatty():
        raise BadInputError("a backup is not for the screen; name a file, or hand it to another program")
    sys.stdout.flush()
    sys.stdout.buffer.write(copy)
    return 0


def restore(options: Options) -> int:
    """Make the answers what a copy holds; return the exit status."""
    book, folder = opened_book(options), answers_folder(options)
    source = Path(os.path.expanduser(options.file or ""))
    if options.file == SCREEN or source.is_dir():
        raise BadInputError(f"{source} is not a file; name the copy that is to be taken back")
    try:
        answers.refuse_unfit(source, book.id)  # or the data folder would be made for nothing
        with _answers_in(folder), answers.held(folder, book.id):
            before = answers.restore(folder, book.id, source)
    except answers.RestoreError as error:
        raise BadInputError(str(error)) from None
    say(f"Your answers are those of {source} now.")
    if before:
        say(f"What stood there before is in {before}.")
    return 0


def erase(options: Options) -> int:
    """Remove every file of the reader's once they have typed yes; return the exit status."""
    book, folder = opened_book(options), answers_folder(options)
    with _answers_in(folder):
        found = answers.files(folder, book.id)
    if not found:
        chapter_cache().clear()
        say(f"There is nothing of yours in {folder}.")
        return 0
    with answers.held(folder, book.id) as lock:
        files = counted(len(found), "file")
        say(f"{files} in {folder}: every answer to “{book.title}” and every backup.\n\n{_STAYS}\n")
        _ask()
        with _answers_in(folder):
            gone = answers.erase(folder, book.id, lock.release)
            chapter_cache().clear()
    say(f"{counted(len(gone), 'file')} erased.")
    if keys := _own_keys(folder):
        say(f"Your keys stay, in {keys}: no word of yours is in it. To leave nothing, remove it, too.")
    return 0


KEEPING: dict[str, Callable[[Options], int]] = {
    "where": where,
    "backup": backup,
    "restore": restore,
    "erase": erase,
}
"""The commands of this file by their names."""


@contextmanager
def _answers_in(folder: Path) -> Iterator[None]:
    """Says what goes wrong inside as what it is: the answers cannot be read or written."""
    try:
        yield
    except OSError as error:
        raise AnswersError(f"{error.filename or folder}: {error.strerror}") from None


def _unread(folder: Path, book: Book) -> tuple[str, ...]:
    """The names of the parts of the file that cannot be read; none where the whole of it cannot."""
    try:
        return tuple(part.name for part in answers.read_answers(folder, book).unread)
    except AnswersError:
        return ()


def _line(fact: FileFact) -> str:
    return f"{stat.filemode(fact.mode)} {size(fact.size):>8}  {fact.path}"


def _ask() -> None:
    """Return once the reader typed yes; raises BadInputError otherwise."""
    try:
        typed = input("Type yes to erase it all: ")
    except (EOFError, ValueError, RuntimeError):  # no input, or no output to ask on
        typed = ""
        say()
    if typed.strip().lower() != "yes":
        raise BadInputError("nothing was erased")
