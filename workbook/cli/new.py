"""`workbook new`: a small book to begin with, complete and commented, to be changed into another."""

import os
import shlex
from contextlib import suppress
from pathlib import Path

from ..book import read_book
from ..paths import PACKAGE
from .errors import BadInputError
from .parser import Options
from .printing import counted, say

STARTER = PACKAGE / "cli" / "starter"
_COVER = "index.md"
_ID = "id: bread\n"


def new(options: Options) -> int:
    """Write the book into the folder that is named, which is new or empty; return the exit status."""
    folder = Path(os.path.expanduser(options.folder or ""))
    was_there = _is_empty(folder)
    try:
        _write(folder)
    except OSError:
        _take_back(folder, keep_folder=was_there)
        raise
    named = shlex.quote(str(folder))
    say(f"{folder}: a book of {counted(len(read_book(folder).fronts), 'chapter')}, yours to change.\n")
    say(f"  workbook --book {named}   opens it")
    say(f"  workbook check {named}    says what is wrong with it")
    return 0


def _is_empty(folder: Path) -> bool:
    """Whether `folder` is there, with nothing in it; raises BadInputError where anything is in the way."""
    try:
        with os.scandir(folder) as entries:
            if next(entries, None) is None:
                return True
    except FileNotFoundError:
        if not folder.is_symlink():
            return False
        raise BadInputError(f"{folder} is a link to a folder that is not there") from None
    except NotADirectoryError:
        raise BadInputError(f"{folder} is not a folder, and none can be made there") from None
    raise BadInputError(f"{folder} is not empty; name a folder that is, or a new one")


def _write(folder: Path) -> None:
    """Write every file, the cover last: its id is made from the folder, so no two books share answers."""
    folder.mkdir(parents=True, exist_ok=True)
    for source in sorted(STARTER.glob("[0-9]*.md")):
        (folder / source.name).write_text(source.read_text("utf-8"), "utf-8", newline="\n")
    cover = (STARTER / _COVER).read_text("utf-8").replace(_ID, f"id: {read_book(folder).id}\n", 1)
    (folder / _COVER).write_text(cover, "utf-8", newline="\n")


def _take_back(folder: Path, *, keep_folder: bool) -> None:
    """Remove what was written of a book that could not be written whole."""
    for source in STARTER.glob("*.md"):
        with suppress(OSError):
            (folder / source.name).unlink()
    if not keep_folder:
        with suppress(OSError):
            folder.rmdir()
