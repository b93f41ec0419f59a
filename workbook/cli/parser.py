"""What can be said on the command line, and how its help says it."""

import argparse
import re
from collections.abc import Callable, Sequence
from typing import NoReturn

from .. import __version__
from ..text import one_line

_ABOUT = """\
A workbook for the terminal: read a chapter, fill in its exercises, and keep
every word on your own machine. Without a command it opens where you left off.
"""

_COMMANDS = """\
commands:
  share      make a copy for another person: the words you ticked, nothing else
  export     print filled chapters as Markdown
  progress   show how much of each chapter is filled
  check      find what is wrong with chapters, for those who write them
  where      list every file that holds something of yours
  backup     copy your answers to a file
  restore    take your answers from such a copy
  erase      remove everything you wrote

'workbook COMMAND --help' tells more about each.

exit status:
  0 done; 1 problems found; 2 wrong usage or bad input; 3 the answers
  cannot be opened or written
"""

_EXPORT = """\
Print chapters with your answers filled in, as Markdown. Without a chapter it
prints the whole book, and last the answers whose questions are no longer in
it.
"""

_SHARE = """\
Make a copy for one other person: the words that you ticked, each under its
question, and nothing else. You tick them in the workbook: Ctrl+P, A copy to
share. Words that you changed since are ticked no more.
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


_NAME = re.compile(r"[^\W_](?:[\w-]{0,38}[^\W_])?")
"""Letters of any script, digits, and inside them hyphens and underscores: no dot, no slash, no blank."""
_TAKEN = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)
"""What Windows takes for a device, whatever folder it stands in."""


class Options(argparse.Namespace):
    """What the command line said; a plain class, for `dataclasses` are dear to import."""

    command: str = ""
    data: str | None = None
    reader: str | None = None
    book: str | None = None
    chapters: Sequence[str] = ()
    output: str | None = None
    blank: bool = False
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


class _Gone(argparse.Action):
    """`export --share`, which once printed whole chapters: says what took its place."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        """Leave with one line."""
        parser.exit(2, "workbook: 'export --share' is gone; 'workbook share' writes the words you ticked\n")


def read_options(argv: Sequence[str] | None) -> Options:
    """What `argv` (or this program's own arguments) says; leaves with SystemExit after help or an error."""
    return _parser().parse_args(argv, namespace=Options())


def _parser() -> _Parser:
    places = _places()
    parser = _Parser(
        prog="workbook",
        usage="workbook [--data DIR] [--book DIR] [--as NAME] [COMMAND …]",
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
    """The options that may stand before and after every command."""
    places = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    places.add_argument(
        "--data", type=_named, metavar="DIR", help="where your answers are (or set WORKBOOK_DATA)"
    )
    places.add_argument(
        "--book", type=_named, metavar="DIR", help="a folder of chapters (or set WORKBOOK_BOOK)"
    )
    places.add_argument(
        "--as",
        dest="reader",
        type=_reader,
        metavar="NAME",
        help="a workbook of NAME's own, where two of you use one account",
    )
    return places


def _reader(name: str) -> str:
    """`name`, which can be that of a folder on every disk; raises ArgumentTypeError in one line."""
    if not _NAME.fullmatch(name) or name.split(".")[0].lower() in _TAKEN:
        raise argparse.ArgumentTypeError("a name is letters, digits and hyphens, 40 at most, e.g. --as ada")
    return name


def _named(path: str) -> str:
    """`path`, which is not empty: an unset shell variable must not lead to the answers of somebody else."""
    if not path:
        raise argparse.ArgumentTypeError("needs a name, found an empty one")
    return path


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
    export.add_argument("--share", action=_Gone, nargs=0, help=argparse.SUPPRESS)
    export.add_argument("--latest", action="store_true", help="of what repeats, only the newest entry")
    export.add_argument("--force", action="store_true", help="overwrite what exists")


def _add_share(share: argparse.ArgumentParser) -> None:
    share.add_argument(
        "-o", "--output", type=_named, metavar="PATH", help="a file; without one, or with -, to the screen"
    )
    share.add_argument("--force", action="store_true", help="overwrite what exists")


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
    ("share", _SHARE, _add_share),
    ("export", _EXPORT, _add_export),
    ("progress", _PROGRESS, _add_progress),
    ("check", _CHECK, _add_check),
    ("where", _WHERE, _add_nothing),
    ("backup", _BACKUP, _add_backup),
    ("restore", _RESTORE, _add_restore),
    ("erase", _ERASE, _add_nothing),
)
"""Each command: its name, what its help says, and what adds its options."""
