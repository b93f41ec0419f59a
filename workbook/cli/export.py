"""`workbook export`: chapters as Markdown, filled or blank, to the screen or to files."""

import os
from collections.abc import Sequence
from pathlib import Path

from ..answers import Kept, keeps_modes
from ..book import Book, Chapter, chapter_of
from ..export import ExportError, FileExists, files_at, filled_book, is_folder, write_files
from ..paths import SCREEN
from .errors import BadInputError
from .opening import answers_folder, chosen_chapters, kept_answers, opened_book, refuse_unread
from .parser import Options
from .printing import counted, put, say, warn


def export(options: Options) -> int:
    """Print the chapters, or write them to files; return the exit status."""
    book = opened_book(options)
    chapters = chosen_chapters(book, options.chapters)
    refuse_unread(chapters or book.chapters)
    kept = Kept({}) if options.blank else kept_answers(options, book)
    try:
        if options.output in (None, SCREEN):
            put(_one_text(options, book, chapters, kept))
        else:
            _write(options, book, chapters, kept, options.output)
    except FileExists as error:
        raise BadInputError(f"{error}; --force overwrites it") from None
    except ExportError as error:
        raise BadInputError(str(error)) from None
    _say_versions(kept, chapters)
    return 0


def _say_versions(kept: Kept, chapters: Sequence[Chapter] | None) -> None:
    """Say of how many answers there is another version, for an export that is read back has room for one."""
    named = None if chapters is None else {chapter.id for chapter in chapters}
    left_out = sum(1 for address in kept.contested if named is None or chapter_of(address) in named)
    if left_out == 1:
        warn("1 other version of an answer is not in it; workbook print shows it.")
    elif left_out:
        warn(f"Other versions of {left_out} answers are not in it; workbook print shows them.")


def _write(options: Options, book: Book, chapters: Sequence[Chapter] | None, kept: Kept, output: str) -> None:
    """Write one file, or, where `output` is a folder or named like one, a file for each chapter."""
    in_folder, path = is_folder(output), Path(os.path.expanduser(output))
    texts = files_at(output, book, kept, chapters, questions=kept.questions, latest=options.latest)
    write_files(book, texts, make_folder=in_folder, force=options.force, data=answers_folder(options))
    done = f"{counted(len(texts), 'file')} written" if in_folder else "Written"
    reads = "which only you can read" if all(map(keeps_modes, texts)) else "on a disk that others may read"
    say(f"{done} to {path}, {reads}.")


def _one_text(options: Options, book: Book, chapters: Sequence[Chapter] | None, kept: Kept) -> str:
    return filled_book(book, kept, chapters, questions=kept.questions, latest=options.latest)
