"""From the arguments to an exit status: one command is done, and whatever stops it is said in one line."""

import gc
import io
import os
import sys
from collections.abc import Callable, Sequence

from ..crash import crash_report
from ..text import clean
from .errors import BadInputError
from .parser import Options, read_options
from .printing import warn

PROBLEMS, BAD_INPUT, NO_ANSWERS = 1, 2, 3
_INTERRUPTED, _PIPE_CLOSED = 128 + 2, 128 + 13


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line says, and return the exit status."""
    gc.disable()  # a command is short: looking for garbage costs a tenth of it, and finds none
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal without ○ gets a ?, not a traceback
    try:
        status = _done(argv)
        if sys.stdout:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return _PIPE_CLOSED
    except OSError as error:
        _drop_output()
        warn(f"the output cannot be written: {error.strerror}")
        return BAD_INPUT
    finally:
        gc.enable()
    return status


def _done(argv: Sequence[str] | None) -> int:
    """The exit status of the command in `argv`; an error has been said on stderr."""
    try:
        options = read_options(argv)
        return _command(options.command)(options)
    except SystemExit as leaving:  # after --help, --version, or a line on what is wrong
        return leaving.code if isinstance(leaving.code, int) else BAD_INPUT
    except Exception as error:
        return _failed(error)


def _command(name: str) -> Callable[[Options], int]:
    """The function that does it; imported only now, so that no command waits for what another needs."""
    match name:
        case "print":
            from .print_words import print_words

            return print_words
        case "export":
            from .export import export

            return export
        case "share":
            from .share import share

            return share
        case "beside":
            from .beside import lay_beside

            return lay_beside
        case "progress":
            from .progress import progress

            return progress
        case "check":
            from .check import check

            return check
        case "new":
            from .new import new

            return new
        case "":
            from .opening import open_workbook

            return open_workbook
        case _:
            from .keeping import KEEPING

            return KEEPING[name]


def _failed(error: Exception) -> int:
    """Say what stopped the command, and return its status; raises what the output alone is to blame for."""
    from ..answers import AnswersError
    from ..book import BookError

    match error:
        case AnswersError():
            warn(str(error))
            return NO_ANSWERS
        case BadInputError() | BookError():
            warn(str(error))
            return BAD_INPUT
        case FileNotFoundError(filename=None):
            warn("the present folder is no longer there; change to another one")
            return BAD_INPUT
        case OSError(filename=None):
            raise error
        case OSError():
            warn(f"{os.fsdecode(error.filename)}: {error.strerror}")
            return BAD_INPUT
    print(f"workbook: {clean(crash_report(error))}", file=sys.stderr)
    return PROBLEMS


def _drop_output() -> None:
    """Give the output to nobody, or Python complains when it flushes it at its end."""
    if sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
