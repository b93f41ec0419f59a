"""A small book, and the program started over it in a window."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..books import book_of
from .terminal import Window, window

PAGE = """\
# On words

<!-- @text #first rows=3 -->

What comes to mind?

> …

<!-- @text #second rows=2 -->

And then?

> …
"""

PAINTED = ("Enter opens", "Space on", "Space next page", "Ctrl+P everything")
"""What one of the key lines says, on the cover, on a page, in a field."""


class Start:
    """Starts the program over two chapters with two texts each, its data in a folder of the test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.book = folder / "book"
        book_of(self.book, words=PAGE, more=PAGE.replace("On words", "On more words"))

    def argv(self, *faults: str, data: Path | None = None, arguments: Sequence[str] = ()) -> list[str]:
        """The command that starts it, `faults` put into it."""
        module = ["tests.e2e.faulty", ",".join(faults)] if faults else ["workbook"]
        places = ["--data", str(data or self.data), "--book", str(self.book)]
        return [sys.executable, "-m", *module, *places, *arguments]

    @contextmanager
    def __call__(self, *faults: str, data: Path | None = None, **options: Any) -> Iterator[Window]:
        """A window with the program in it, `faults` (see `faulty`) put into it, painted."""
        with window(self.argv(*faults, data=data), **options) as opened:
            opened.wait_until(
                lambda: any(sign in opened.text for sign in PAINTED),
                "cover or page",
            )
            yield opened

    def tables(self, data: Path | None = None) -> dict[str, Any]:
        """What stands in the file of answers; nothing where there is none."""
        path = (data or self.data) / "small.json"
        found: dict[str, Any] = json.loads(path.read_bytes()) if path.exists() else {}
        return found

    def word(self, data: Path | None = None, address: str = "words/first") -> object:
        """What the file holds at `address`."""
        return self.tables(data).get("answers", {}).get(address, {}).get("value")


def begin_to_write(opened: Window) -> None:
    """Go to the first text of the first chapter."""
    opened.press("n")
    opened.wait_for("What comes to mind?")
    opened.press("tab")
    opened.wait_for("Esc to the page")
