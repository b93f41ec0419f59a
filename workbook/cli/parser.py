"""What can be said on the command line, and how its help says it."""

import argparse
import re
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from .. import __version__
from ..text import one_line

_ABOUT = """\
A workbook for the terminal: read a chapter, fill in its exercises, and keep
every word on your own machine. Without a command it opens where you left off.
"""

_COMMAND = "command"
_MORE = "'workbook COMMAND --help' tells more about each.\n"

EXIT_STATUS = """\
  0 done; 1 problems found; 2 wrong usage or bad input; 3 the answers
  cannot be opened or written
"""

_PRINT = """\
Print what you wrote, question and answer, as Markdown, or with --html as a page
to print from a browser. Each PLACE is a chapter (its id or number), an exercise
(steps/plan), a leaflet (staying-safe), or now: what stands at the top of Your
words. Without one it is the whole book.
"""

_EXPORT = """\
Chapters with your answers filled in and with all their marks, as Markdown that
this program can read back. Without a chapter it is the whole book, and last
the answers whose questions are no longer in it. 'workbook print' prints for
people.
"""

_SHARE = """\
Make a copy for one other person: the words that you ticked, each under its
question, and nothing else. You tick them in the workbook: Ctrl+P, A copy to
share. Words that you changed since are ticked no more.
"""

_BESIDE = """\
Open the workbook with another person's copy beside yours: FILE is what 'share',
or A copy to share, made for you. Questions that both of you put in are cards to
guess and turn. Of yours it shows the words that you ticked to share, and
nothing else; of theirs it keeps nothing.
"""

_PROGRESS = "Show how many exercises of each chapter have something in them."

_CHECK = """\
Read every chapter in a folder and list what is wrong with it: file, line, and
what to do about it. Ends with status 1 where there are errors; warnings alone
are not errors.
"""

_NEW = """\
Write a small book into DIR, which is new or empty: two chapters that show each
kind of exercise, with notes on how they are made. Change it into your own.
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
    places: Sequence[str] = ()
    whole: bool = False
    output: str | None = None
    blank: bool = False
    html: bool = False
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


class _Help(argparse.RawDescriptionHelpFormatter):
    """Leaves the commands to the text below the options; completions and the manual page list them."""

    def add_argument(self, action: argparse.Action) -> None:
        if action.dest != _COMMAND:
            super().add_argument(action)


class _Gone(argparse.Action):
    """`export --share`, which once printed whole chapters: says what took its place."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        """Leave with one line."""
        parser.exit(2, "workbook: 'export --share' is gone; 'workbook share' writes the words you ticked\n")


def read_options(argv: Sequence[str] | None) -> Options:
    """What `argv` (or this program's own arguments) says; leaves with SystemExit after help or an error."""
    return whole_parser().parse_args(argv, namespace=Options())


def whole_parser() -> argparse.ArgumentParser:
    """All that can be said; completions and the manual page are made of it, too.

    A command without a summary is in none of them. `help=SUPPRESS`, for one or for all, would hide every one.
    """
    places = _places()
    parser = _Parser(
        prog="workbook",
        usage="workbook [--data DIR] [--book DIR] [--as NAME] [COMMAND …]",
        description=_ABOUT,
        epilog=_epilog(),
        formatter_class=_Help,
        parents=[places],
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version", action="version", version=f"workbook {__version__}", help="print the version"
    )
    commands = parser.add_subparsers(title="commands", dest=_COMMAND, metavar="COMMAND", prog="workbook")
    for name, summary, about, add_options in _EVERY:
        said: dict[str, Any] = {"help": summary} if summary else {}
        command = commands.add_parser(
            name,
            description=about,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            parents=[places],
            allow_abbrev=False,
            **said,
        )
        add_options(command)
    return parser


def _epilog() -> str:
    """What stands below the options: a line for each command, and the exit statuses."""
    commands = "".join(f"  {name:<10} {summary}\n" for name, summary, _, _ in _EVERY if summary)
    return f"commands:\n{commands}\n{_MORE}\nexit status:\n{EXIT_STATUS}"


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
    command.add_argument(
        "--html",
        action="store_true",
        help="one page made for paper, with lines to write on where it is empty",
    )
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
    export.add_argument("--share", action=_Gone, nargs=0, help=argparse.SUPPRESS)
    export.add_argument("--latest", action="store_true", help="of what repeats, only the newest entry")
    export.add_argument("--force", action="store_true", help="overwrite what exists")


def _add_share(share: argparse.ArgumentParser) -> None:
    share.add_argument(
        "-o", "--output", type=_named, metavar="PATH", help="a file; without one, or with -, to the screen"
    )
    share.add_argument("--force", action="store_true", help="overwrite what exists")


def _add_beside(beside: argparse.ArgumentParser) -> None:
    beside.add_argument("file", type=_named, metavar="FILE", help="a copy that was made for you")


def _add_check(check: argparse.ArgumentParser) -> None:
    check.add_argument("folder", nargs="?", metavar="DIR", help="default: the book that would be opened")
    check.add_argument("--fix-ids", action="store_true", help="write the ids that list lines miss")


def _add_new(new: argparse.ArgumentParser) -> None:
    new.add_argument("folder", type=_named, metavar="DIR", help="a new folder, or an empty one")


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


_EVERY: tuple[tuple[str, str, str, Callable[[argparse.ArgumentParser], None]], ...] = (
    ("print", "print what you wrote, whole chapters, or empty sheets", _PRINT, _add_print),
    ("share", "make a copy for another person: the words you ticked, nothing else", _SHARE, _add_share),
    ("beside", "lay another person's copy beside yours, as cards", _BESIDE, _add_beside),
    ("where", "list every file that holds something of yours", _WHERE, _add_nothing),
    ("backup", "copy your answers to a file", _BACKUP, _add_backup),
    ("restore", "take your answers from such a copy", _RESTORE, _add_restore),
    ("erase", "remove everything you wrote", _ERASE, _add_nothing),
    ("export", "for scripts: chapters with their marks, as they are read back", _EXPORT, _add_export),
    ("progress", "for scripts: show how much of each chapter is filled", _PROGRESS, _add_progress),
    ("check", "for those who write books: find what is wrong with chapters", _CHECK, _add_check),
    ("new", "for those who write books: a small one to begin with", _NEW, _add_new),
)
"""Each command: its name, what the list of them says, what its own help says, and what adds its options."""
