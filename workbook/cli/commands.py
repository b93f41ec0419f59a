"""The commands: what their help says, and what can be said after each."""

import argparse
from collections.abc import Callable
from typing import NoReturn, TypeAlias

from .names import named

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


class _Gone(argparse.Action):
    """`export --share`, which once printed whole chapters: says what took its place."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        """Leave with one line."""
        parser.exit(2, "workbook: 'export --share' is gone; 'workbook share' writes the words you ticked\n")


def _add_output(command: argparse.ArgumentParser, said: str) -> None:
    command.add_argument("-o", "--output", type=named, metavar="PATH", help=said)


def _add_print(command: argparse.ArgumentParser) -> None:
    command.add_argument("places", nargs="*", metavar="PLACE", help="a chapter, exercise or leaflet, or now")
    _add_output(command, "a file; a folder, for one with a name of its own; or -, the screen")
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
    _add_output(
        export, "a file; a folder (one that is there, or ends in /) for a file each; or -, the screen"
    )
    export.add_argument("--blank", action="store_true", help="the empty worksheets, without answers")
    export.add_argument("--share", action=_Gone, nargs=0, help=argparse.SUPPRESS)
    export.add_argument("--latest", action="store_true", help="of what repeats, only the newest entry")
    export.add_argument("--force", action="store_true", help="overwrite what exists")


def _add_share(share: argparse.ArgumentParser) -> None:
    _add_output(share, "a file; without one, or with -, to the screen")
    share.add_argument("--force", action="store_true", help="overwrite what exists")


def _add_beside(beside: argparse.ArgumentParser) -> None:
    beside.add_argument("file", type=named, metavar="FILE", help="a copy that was made for you")


def _add_check(check: argparse.ArgumentParser) -> None:
    check.add_argument("folder", nargs="?", metavar="DIR", help="default: the book that would be opened")
    check.add_argument("--fix-ids", action="store_true", help="write the ids that list lines miss")


def _add_new(new: argparse.ArgumentParser) -> None:
    new.add_argument("folder", type=named, metavar="DIR", help="a new folder, or an empty one")


def _add_progress(progress: argparse.ArgumentParser) -> None:
    progress.add_argument("--json", action="store_true", help="for another program to read")


def _add_backup(backup: argparse.ArgumentParser) -> None:
    backup.add_argument(
        "file",
        nargs="?",
        type=named,
        metavar="FILE",
        help="default: a dated file in the present folder; - is the output, for another program",
    )


def _add_restore(restore: argparse.ArgumentParser) -> None:
    restore.add_argument("file", type=named, metavar="FILE", help="a copy of your answers")


def _add_nothing(_: argparse.ArgumentParser) -> None:
    """What `where` and `erase` have beside the places."""


Command: TypeAlias = tuple[str, str, str, Callable[[argparse.ArgumentParser], None]]
"""Its name, what the list of commands says, what its own help says, and what adds its options."""

EVERY: tuple[Command, ...] = (
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
