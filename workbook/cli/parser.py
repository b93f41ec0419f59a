"""What can be said on the command line, and how its help says it."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from .. import __version__
from ..text import one_line
from .commands import EVERY, Command
from .names import named, reader

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


def read_options(argv: Sequence[str] | None) -> Options:
    """What `argv` (or this program's own arguments) says; leaves with SystemExit after help or an error.

    A parser for each command takes a third of the time before a command begins: where one is named first, or
    nothing is said, the others are not made.
    """
    said = sys.argv[1:] if argv is None else argv
    meant = [command for command in EVERY if said and command[0] == said[0]]
    return _parser(meant if meant or not said else EVERY).parse_args(said, namespace=Options())


def whole_parser() -> argparse.ArgumentParser:
    """All that can be said; completions and the manual page are made of it, too.

    A command without a summary is in none of them. `help=SUPPRESS`, for one or for all, would hide every one.
    """
    return _parser(EVERY)


def _parser(commands: Iterable[Command]) -> argparse.ArgumentParser:
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
    added = parser.add_subparsers(title="commands", dest=_COMMAND, metavar="COMMAND", prog="workbook")
    for name, summary, about, add_options in commands:
        said: dict[str, Any] = {"help": summary} if summary else {}
        command = added.add_parser(
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
    commands = "".join(f"  {name:<10} {summary}\n" for name, summary, _, _ in EVERY if summary)
    return f"commands:\n{commands}\n{_MORE}\nexit status:\n{EXIT_STATUS}"


def _places() -> _Parser:
    """The options that may stand before and after every command."""
    places = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    places.add_argument(
        "--data", type=named, metavar="DIR", help="where your answers are (or set WORKBOOK_DATA)"
    )
    places.add_argument(
        "--book", type=named, metavar="DIR", help="a folder of chapters (or set WORKBOOK_BOOK)"
    )
    places.add_argument(
        "--as",
        dest="reader",
        type=reader,
        metavar="NAME",
        help="a workbook of NAME's own, where two of you use one account",
    )
    return places
