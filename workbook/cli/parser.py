"""What can be said on the command line, and how its help says it."""

import argparse
from collections.abc import Callable, Sequence
from typing import NoReturn

from .. import __version__
from ..text import one_line

_ABOUT = """\
A workbook for the terminal: read a chapter, fill in its exercises, and keep
every word on your own machine. Without a command it opens where you left off.
"""

_COMMANDS = """\
for readers:
  print      print what you wrote, whole chapters, or empty sheets
  where      list every file that holds something of yours
  backup     copy your answers to a file
  restore    take your answers from such a copy
  erase      remove everything you wrote

for those who write books, and for scripts:
  export     chapters with their marks, as they are read back
  progress   show how much of each chapter is filled
  check      find what is wrong with chapters

'workbook COMMAND --help' tells more about each.

exit status:
  0 done; 1 problems found; 2 wrong usage or bad input; 3 the answers
  cannot be opened or written
"""

_PRINT = """\
Print what you wrote, question and answer, as Markdown. Each PLACE is a chapter
(its id or number), an exercise (steps/plan), a leaflet (staying-safe), or now:
what stands at the top of Your words. Without one it is the whole book.
"""

_EXPORT = """\
Chapters with your answers filled in and with all their marks, as Markdown that
this program can read back. Without a chapter it is the whole book, and last
the answers whose questions are no longer in it. To print for people, see
'workbook print'.
"""

_PROGRESS = "Show how many exercises of each chapter have something in them."

_CHECK = """\
Read every chapter in a folder and list what is wrong with it: file, line, and
what to do about it. Ends with status 1 where there are errors; warnings alone
are not errors.
"""

_WHERE = """\
List every file that holds something of yours: who may read it, how large it
is, and when the last backup was made. Nothing is changed.
"""

_BACKUP = """\
Copy your answers to a new file, made for you alone to read. Nothing that
exists is overwritten.
"""

_RESTORE = """\
Make your answers what they are in FILE, a copy that 'backup' made. What
stands there now is copied to the backups first.
"""

_ERASE = """\
Remove every answer, backup and setting of this book from this machine, after
you have typed 'yes'. It cannot be undone. Exports and copies elsewhere are
not touched.
"""


class Options(argparse.Namespace):
    """What the command line said; a plain class, for `dataclasses` are dear to import."""

    command: str = ""
    data: str | None = None
    book: str | None = None
    chapters: Sequence[str] = ()
    places: Sequence[str] = ()
    whole: bool = False
    output: str | None = None
    blank: bool = False
    share: bool = False
    latest: bool = False
    force: bool = False
    json: bool = False
    folder: str | None = None
    fix_ids: bool = False
    file: str | None = None


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        said = one_line(f"{message} ('{self.prog} --help' tells what there is)")
        self.exit(2, f"workbook: {said}\n")


def read_options(argv: Sequence[str] | None) -> Options:
    """What `argv` (or this program's own arguments) says; leaves with SystemExit after help or an error."""
    return _parser().parse_args(argv, namespace=Options())


def _parser() -> _Parser:
    places = _places()
    parser = _Parser(
        prog="workbook",
        usage="workbook [--data DIR] [--book DIR] [COMMAND …]",
        description=_ABOUT,
        epilog=_COMMANDS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[places],
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version", action="version", version=f"workbook {__version__}", help="print the version"
    )
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", prog="workbook", help=argparse.SUPPRESS
    )
    for name, about, add_options in _EVERY:
        command = commands.add_parser(
            name,
            description=about,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            parents=[places],
            allow_abbrev=False,
        )
        add_options(command)
    return parser


def _places() -> _Parser:
    """The two options that may stand before and after every command."""
    places = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    places.add_argument(
        "--data", type=_named, metavar="DIR", help="where your answers are (or set WORKBOOK_DATA)"
    )
    places.add_argument(
        "--book", type=_named, metavar="DIR", help="a folder of chapters (or set WORKBOOK_BOOK)"
    )
    return places


def _named(path: str) -> str:
    """`path`, which is not empty: an unset shell variable must not lead to the answers of somebody else."""
    if not path:
        raise argparse.ArgumentTypeError("needs a name, found an empty one")
    return path


def _add_print(command: argparse.ArgumentParser) -> None:
    command.add_argument("places", nargs="*", metavar="PLACE", help="a chapter, exercise or leaflet, or now")
    command.add_argument(
        "-o",
        "--output",
        type=_named,
        metavar="PATH",
        help="a file; a folder, for one with a name of its own; or -, the screen",
    )
    what = command.add_mutually_exclusive_group()
    what.add_argument("--chapters", dest="whole", action="store_true", help="whole chapters, filled in")
    what.add_argument("--blank", action="store_true", help="empty sheets, without answers")
    command.add_argument("--latest", action="store_true", help="of what repeats, only the newest entry")
    command.add_argument("--force", action="store_true", help="overwrite what exists")


def _add_export(export: argparse.ArgumentParser) -> None:
    export.add_argument("chapters", nargs="*", metavar="CHAPTER", help="an id or a number")
    export.add_argument(
        "-o",
        "--output",
        type=_named,
        metavar="PATH",
        help="a file; a folder (one that is there, or ends in /) for a file each; or -, the screen",
    )
    export.add_argument("--blank", action="store_true", help="the empty worksheets, without answers")
    export.add_argument("--share", action="store_true", help="leave out everything marked as private")
    export.add_argument("--latest", action="store_true", help="of what repeats, only the newest entry")
    export.add_argument("--force", action="store_true", help="overwrite what exists")


def _add_check(check: argparse.ArgumentParser) -> None:
    check.add_argument("folder", nargs="?", metavar="DIR", help="default: the book that would be opened")
    check.add_argument("--fix-ids", action="store_true", help="write the ids that list lines miss")


def _add_progress(progress: argparse.ArgumentParser) -> None:
    progress.add_argument("--json", action="store_true", help="for another program to read")


def _add_backup(backup: argparse.ArgumentParser) -> None:
    backup.add_argument(
        "file",
        nargs="?",
        type=_named,
        metavar="FILE",
        help="default: a dated file in the present folder; - is the output, for another program",
    )


def _add_restore(restore: argparse.ArgumentParser) -> None:
    restore.add_argument("file", type=_named, metavar="FILE", help="a copy of your answers")


def _add_nothing(_: argparse.ArgumentParser) -> None:
    """What `where` and `erase` have beside the places."""


_EVERY: tuple[tuple[str, str, Callable[[argparse.ArgumentParser], None]], ...] = (
    ("print", _PRINT, _add_print),
    ("export", _EXPORT, _add_export),
    ("progress", _PROGRESS, _add_progress),
    ("check", _CHECK, _add_check),
    ("where", _WHERE, _add_nothing),
    ("backup", _BACKUP, _add_backup),
    ("restore", _RESTORE, _add_restore),
    ("erase", _ERASE, _add_nothing),
)
"""Each command: its name, what its help says, and what adds its options."""
