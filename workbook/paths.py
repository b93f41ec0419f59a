"""Where things are: the reader's answers, the chapters, and what is printed."""

import os
from itertools import chain
from pathlib import Path

PACKAGE = Path(__file__).parent
READERS = "readers"
"""The folder inside that of the answers in which readers with a name have one each."""
OWN_KEYS = "keys.toml"
"""The file beside the answers in which the reader gives commands other keys; it holds no word of theirs."""
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


def reader_folder(data: Path, name: str | None) -> Path:
    """Where the answers of the reader `name` are, inside `data`; `data` itself where none is named."""
    return data / READERS / name if name else data


def homes_beside(folder: Path, path: Path) -> tuple[Path, ...]:
    """`folder`, where answers are, and those of every other reader there that `path` could lie in."""
    root = folder.parent.parent if folder.parent.name == READERS else folder
    named = (place for place in path.parents if place.parent.name == READERS)
    real = (place for place in Path(os.path.realpath(path)).parents if place.parent.name == READERS)
    return (folder, root, *named, *real)


def cache_folder() -> Path:
    """Where the system wants what can be made again at any time; it need not exist."""
    from platformdirs import user_cache_path

    return user_cache_path("workbook", appauthor=False)


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
