"""Where the reader's words are, and who could read them: said of this disk and this system, or not at all."""

from pathlib import Path

from ..book import Block, Prose, Run, Style
from ..text import one_line

TITLE = "Where your words are, and who could read them"

_KEPT_OUT = (
    "Other accounts on this machine are kept out, but for the one that manages it. Nothing locks your words: "
    "whoever can use your account, or has the disk in their hands, can read every one."
)
_NOT_KEPT_OUT = (
    "Where they lie, other accounts are not kept out. Whoever can use this machine, or has the disk in their "
    "hands, may be able to read every word. Nothing locks them."
)


def whereabouts(path: Path, *, keeps_modes: bool, curtain: str, leave_now: str) -> Prose:
    """What is true of the answers at `path`; `keeps_modes` says whether its disk keeps other accounts out.

    `curtain` and `leave_now` are the keys of these.
    """
    bold: frozenset[Style] = frozenset({"bold"})
    eyes = (
        Run(curtain, bold),
        Run(" hides the page until you press a key. "),
        Run(leave_now, bold),
        Run(" saves, clears the screen and leaves at once. The contents show which chapters you wrote in."),
    )
    return Prose(
        (
            Block("heading", (Run(TITLE),), depth=2),
            Block("paragraph", (Run("They are kept in one file, as you type:"),)),
            Block("code", (Run(one_line(str(path))),)),
            Block("paragraph", (Run("Older copies lie beside it. “workbook where” lists them all."),)),
            Block("paragraph", (Run(_KEPT_OUT if keeps_modes else _NOT_KEPT_OUT),)),
            Block("paragraph", (Run("The workbook itself sends them nowhere; it never uses a network."),)),
            Block("paragraph", eyes),
        )
    )
