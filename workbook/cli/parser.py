"""What can be said on the command line, and how its help says it."""

import argparse
from collections.abc import Sequence
from typing import NoReturn

from .. import __version__

_ABOUT = """\
A workbook for the terminal: read a chapter, fill in its exercises, and keep every
word on your own machine. Without a command it opens where you left off.
"""

_COMMANDS = """\
commands:
  export     print filled chapters as Markdown
  progress   show how much of each chapter is filled
  check      find what is wrong with chapters, for those who write them
  where      list every file that holds something of yours
  backup     copy your answers to a file
  restore    take your answers from such a copy
  erase      remove everything you wrote

'workbook COMMAND --help' tells more about each.

exit status: 0 done; 1 problems found; 2 wrong usage or bad input; 3 the answers
cannot be opened or written
"""

_EXPORT = """\
Print chapters with your answers filled in, as Markdown. Without a chapter it prints
the whole book, and last the answers whose questions are no longer in it.
"""

_CHECK = """\
Read every chapter in a folder and list what is wrong with it: file, line, and what to
do about it. Ends with status 1 where there are errors; warnings alone are not errors.
"""

_WHERE = """\
List every file that holds something of yours: who may read it, how large it is, and
when the last backup was made. Nothing is opened or changed.
"""

_BACKUP = """\
Copy your answers to a new file that only you can read. Nothing that exists is
overwritten.
"""

_RESTORE = """\
Make your answers what they are in FILE, a copy that 'backup' made. What stands there
now is copied to the backups first.
"""

_ERASE = """\
Remove every answer, backup and setting of this book from this machine, after you have
typed 'yes'. It cannot be undone. Exports and copies elsewhere are not touched.
"""


class Options(argparse.Namespace):
    """What the command line said; a plain class, for `dataclasses` are dear to import."""

    command: str = ""
    data: str | None = None
    book: str | None = None
    chapters: Sequence[str] = ()
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
        self.exit(2, f"workbook: {message} ('{self.prog} --help' tells what there is)\n")


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

    def command(name: str, about: str) -> _Parser:
        return commands.add_parser(
            name,
            description=about,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            parents=[places],
            allow_abbrev=False,
        )

    _add_export(command("export", _EXPORT))
    progress = command("progress", "Show how many exercises of each chapter have something in them.")
    progress.add_argument("--json", action="store_true", help="for another program to read")
    _add_check(command("check", _CHECK))
    command("where", _WHERE)
    backup = command("backup", _BACKUP)
    backup.add_argument("file", nargs="?", metavar="FILE", help="default: a dated file in the present folder")
    restore = command("restore", _RESTORE)
    restore.add_argument("file", metavar="FILE", help="a copy of your answers")
    command("erase", _ERASE)
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
        raise argparse.ArgumentTypeError("needs a folder, found an empty name")
    return path


def _add_export(export: argparse.ArgumentParser) -> None:
    export.add_argument("chapters", nargs="*", metavar="CHAPTER", help="an id or a number")
    export.add_argument(
        "-o",
        "--output",
        metavar="PATH",
        help="a file, or a folder (one that exists, or a name that ends in /) for a file each",
    )
    export.add_argument("--blank", action="store_true", help="the empty worksheets, without answers")
    export.add_argument("--share", action="store_true", help="leave out everything marked as private")
    export.add_argument("--latest", action="store_true", help="of what repeats, only the newest entry")
    export.add_argument("--force", action="store_true", help="overwrite what exists")


def _add_check(check: argparse.ArgumentParser) -> None:
    check.add_argument("folder", nargs="?", metavar="DIR", help="default: the book that would be opened")
    check.add_argument("--fix-ids", action="store_true", help="write the ids that list lines miss")
