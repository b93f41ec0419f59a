"""Floor 4: the screens; the only place that knows Textual."""

import os
import sys
from io import TextIOWrapper
from pathlib import Path

from ..book import Book
from .gnu_screen import forget_true_colours

_TELLTALE = (
    "TEXTUAL",  # devtools, and the crash that prints locals
    "TEXTUAL_LOG",
    "TEXTUAL_DEBUG",  # a file of every key
    "TEXTUAL_DEVTOOLS_HOST",
    "TEXTUAL_DEVTOOLS_PORT",
    "TEXTUAL_SCREENSHOT",
    "TEXTUAL_SHOW_RETURN",
)
"""What makes Textual write down or send what is on the screen; read when it is imported."""


def run(book: Book, data: Path, copy: Path | None = None) -> int:
    """Show `book` full screen, its answers in the folder `data`; return the exit status.

    With `copy`, a copy to share of another reader's, it begins with that beside this reader's.
    Raises AnswersError where the answers cannot be opened.
    """
    for name in _TELLTALE:
        os.environ.pop(name, None)
    os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"  # see keycodes: the workbook asks for no keyboard protocol
    if "NO_COLOR" in os.environ:
        os.environ["TEXTUAL_THEME"] = "ansi-dark"  # Textual chooses its filter from the theme it starts with
    forget_true_colours()
    for stream in (
        sys.__stdout__,
        sys.__stderr__,
    ):  # Textual writes to the second, in the words of the locale
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # an 8-bit locale has no sign for a bar
    from .app import run_app  # Textual is imported only where a screen is to be shown

    return run_app(book, data, copy)
