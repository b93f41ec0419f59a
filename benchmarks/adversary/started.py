"""The program as the adversary starts it: `python -m benchmarks.adversary.started FAULT ARGUMENTS`.

FAULT is "none", or what is broken on purpose, so that the adversary can show that it would notice. Nothing
here belongs to the program, and nothing in the program knows of it. At SIGURG, which ends no process and is
nobody's here, it writes to the file `stacks` where it stands.
"""

import faulthandler
import os
import select
import signal
import sys
import time
from collections.abc import Callable
from typing import Any, NamedTuple

from workbook.answers import Answers
from workbook.answers.saving import pace
from workbook.cli import main

RARE = 25
"""Of so many changes to a text one meets the fault."""
_HELD: list[tuple[str, Any]] = []
_count = 0


def drops(self: Answers, address: str, value: Any) -> None:
    """The last character of a text is lost now and then, until more is typed."""
    _taken(self, address, value[:-1] if _is_due(value) else value)


def elsewhere(self: Answers, address: str, value: Any) -> None:
    """A text goes to another address now and then, beside the right one."""
    _taken(self, address, value)
    if _is_due(value):
        _taken(self, "meaning/elsewhere", value)


def overwrites(self: Answers, address: str, value: Any) -> None:
    """With a text another answer goes now and then."""
    _taken(self, address, value)
    if _is_due(value):
        others = [name for name in self if name != address]
        if others:
            _taken(self, others[-1], None)


def behind(self: Answers, address: str, value: Any) -> None:
    """Every change is taken in only when the next one comes."""
    for held in _HELD:
        _taken(self, *held)
    _HELD[:] = [(address, value)]


def hangs(self: Answers, address: str, value: Any) -> None:
    """A key is answered after a third of a minute."""
    if _is_due(value):
        time.sleep(20)
    _taken(self, address, value)


def fails(self: Answers, address: str, value: Any) -> None:
    """A key makes it stop."""
    if _is_due(value):
        raise LookupError
    _taken(self, address, value)


def unsaved(_self: Answers, *_: object) -> bool:
    """Nothing is saved because it ends: what was not on the disk by then is lost.

    It saves by itself as late as it may then, or it would have before it is gone.
    """
    return True


class Broken(NamedTuple):
    """A fault that is put in: what it does, as what it must be noticed, and within how many words."""

    name: str
    put_in: Callable[..., Any] | None
    kinds: tuple[str, ...]
    words: int
    rounds: int = 6
    """Batches in one start at most: what happens at an end needs many of those."""


SOUND = Broken("none", None, (), 0)
FAULTS = (
    Broken("drops", drops, ("lost",), 200),
    Broken("elsewhere", elsewhere, ("elsewhere", "changed"), 60),
    Broken("overwrites", overwrites, ("elsewhere", "changed"), 100),
    Broken("behind", behind, ("lost",), 10),
    Broken("hangs", hangs, ("hung",), 60),
    Broken("fails", fails, ("ended", "status"), 60),
    Broken("unsaved", unsaved, ("lost",), 100, rounds=1),
)
"""One change of a text in 25 is met by most of them, and it must be the last one of a word to be dropped: of
200 words one in 2,000 such lives sees nothing."""
_taken = Answers.__setitem__


def _is_due(value: Any) -> bool:
    global _count
    _count += isinstance(value, str)
    return isinstance(value, str) and _count % RARE == 0


def _sleep(seconds: float) -> None:
    """As `time.sleep`, which fails under libfaketime: absolute times of the untouched clock are refused."""
    select.select([], [], [], seconds)


def _break(name: str) -> None:
    put_in = next((fault.put_in for fault in FAULTS if fault.name == name), None)
    if put_in is unsaved:
        pace.QUIET = pace.LONGEST
        Answers.flush = Answers.close = unsaved  # type: ignore[method-assign]
    elif put_in:
        Answers.__setitem__ = put_in  # type: ignore[method-assign]


if __name__ == "__main__":
    faulthandler.register(signal.SIGURG, os.open("stacks", os.O_WRONLY | os.O_CREAT | os.O_TRUNC))
    if "FAKETIME_TIMESTAMP_FILE" in os.environ:
        time.sleep = _sleep  # type: ignore[assignment]  # its parameter is positional
    _break(sys.argv.pop(1))
    sys.exit(main())
