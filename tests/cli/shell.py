"""The command line over a small book, as tests use it."""

from pathlib import Path

import pytest

from tests.books import book_of
from workbook.answers import open_answers
from workbook.book import read_book
from workbook.cli import main

SIGNS = """
# The signs

<!-- @checklist #five share=no -->

Which are there?

- [ ] Trust <!-- #trust -->
- [ ] Fun <!-- #fun -->

<!-- @text #proof rows=3 -->

When?

> …
"""

STORY = "# A story\n\nOnce\tupon a time.\n"


class Shell:
    """A book, a data folder, and the command line over them."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.book, self.data = folder, folder / "book", folder / "data"
        self._capsys = capsys
        book_of(self.book, signs=SIGNS, story=STORY)
        self.out = self.err = ""

    def run(self, *arguments: str | Path) -> int:
        """Run the program with these arguments; what it printed is in `out` and `err` then."""
        places = ("--data", str(self.data), "--book", str(self.book))
        status = main([*map(str, arguments), *places])
        self.out, self.err = self._capsys.readouterr()
        return status

    def answer(self, **answers: bool | int | str) -> None:
        """Keep answers, under addresses that are written with `__` for `/`."""
        kept = open_answers(self.data, read_book(self.book))
        for name, value in answers.items():
            kept[name.replace("__", "/")] = value
        assert kept.close()

    def source(self, name: str) -> str:
        """The file of a chapter as it stands."""
        return (self.book / name).read_text("utf-8")

    def kept_files(self) -> dict[str, bytes]:
        """Every file in the data folder with its content, but for the lock: it only says who held it last."""
        files = (path for path in self.data.rglob("*") if path.is_file() and path.suffix != ".lock")
        return {str(path): path.read_bytes() for path in files}
