"""The budgets: what is compared with what, and how much dearer it may be."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks import measured
from benchmarks.made_up_books import LONG, OPEN, fill, keep_answers, made_book, opening, prose
from benchmarks.measured import Figures, Run
from workbook.book import phrases, read_book

ROOT = Path(__file__).resolve().parent.parent
SAVED = "saved"
"""Stands in the first line of the program once a page is painted."""


@dataclass(frozen=True)
class Budget:
    """One line of the table: the figure `of`, at most `most` times that of the subject `base`."""

    of: str
    most: float
    base: str


@dataclass(frozen=True)
class Row:
    """Subjects that are measured in turn: the product, and what it is compared with."""

    subjects: Mapping[str, Callable[[], Figures]]
    budgets: tuple[Budget, ...]
    reported: tuple[str, ...] = ()
    """Figures without a budget."""


PRODUCT = "product"
"""The subject of every row that the budgets are about."""


class Bench:
    """The rows, over books and answers that it makes in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.rows: Mapping[str, Callable[[], Row]] = {
            "start": self._start,
            "key": self._key,
            "turn": self._turn,
            "down": self._down,
            "chapters": self._chapters,
            "long": self._long,
            "idle": self._idle,
            "answers": self._answers,
            "words": self._words,
            "version": self._version,
            "export": self._export,
            "print": self._print,
        }

    def _program(
        self, name: str, *, chapters: int = 12, size: int = LONG, answers: int = 500, field: str = ""
    ) -> Run:
        """The workbook over a made-up book called `name`, at the chapter `OPEN` or in a field of it."""
        place = self._folder / name
        keep_answers(
            place / "data", made_book(place / "book", chapters=chapters, size=size), answers, field=field
        )
        return self._workbook(place, SAVED if field else opening(OPEN))

    def _workbook(self, place: Path, ready: str) -> Run:
        """The program as a reader starts it, over the data and the book in `place`."""
        places = {"WORKBOOK_DATA": place / "data", "WORKBOOK_BOOK": place / "book"}
        return Run(_command(), ready, ROOT, place / "data", self._environ(places))

    def _environ(self, places: Mapping[str, Path]) -> dict[str, str]:
        return {
            name: str(path) for name, path in {**places, "XDG_CACHE_HOME": self._folder / "cache"}.items()
        }

    def _floor(self, name: str, ready: str, *arguments: str) -> Run:
        return Run(
            (sys.executable, str(ROOT / "benchmarks" / "floors" / f"{name}.py"), *arguments), ready, ROOT
        )

    def _text(self, number: int) -> str:
        """A file of the prose that chapter `number` holds."""
        path = self._folder / f"{number}.md"
        path.write_text(prose(number, LONG), encoding="utf-8")
        return str(path)

    def _python(self, code: str) -> Run:
        return Run((sys.executable, "-c", code), "", ROOT)

    def _start(self) -> Row:
        return Row(
            {
                PRODUCT: partial(measured.start, self._program("start")),
                "empty app": partial(measured.start, self._floor("empty", "READY")),
                "stock Markdown": partial(
                    measured.start, self._floor("markdown", opening(OPEN), self._text(OPEN))
                ),
            },
            (
                Budget("first paint", 1.72, "empty app"),
                Budget("first paint", 0.56, "stock Markdown"),
                Budget("memory", 1.35, "empty app"),
                Budget("quit", 1.1, "empty app"),
            ),
        )

    def _key(self) -> Row:
        return Row(
            {
                PRODUCT: partial(measured.typing, self._program("key", field="words")),
                "stock text field": partial(measured.typing, self._floor("text", "READY")),
            },
            (
                Budget("key", 1.2, "stock text field"),
                Budget("key, 95th of 100", 1.3, "stock text field"),
                Budget("key, bytes", 0.2, "stock text field"),
            ),
        )

    def _turn(self) -> Row:
        turns = (("n", opening(OPEN + 1)), ("p", opening(OPEN)))
        swap = self._floor("swap", opening(OPEN), self._text(OPEN), self._text(OPEN + 1))
        return Row(
            {
                PRODUCT: partial(measured.steps, self._program("turn"), turns),
                "Markdown.update": partial(measured.steps, swap, turns),
            },
            (Budget("shown", 0.14, "Markdown.update"), Budget("settled", 0.18, "Markdown.update")),
        )

    def _down(self) -> Row:
        keys = (("\x1b[6~", ""), ("\x1b[6~", ""), ("\x1b[5~", ""), ("\x1b[5~", ""))
        article = self._floor("markdown", opening(OPEN), self._text(OPEN))
        return Row(
            {
                PRODUCT: partial(measured.steps, self._program("down"), keys),
                "stock Markdown": partial(measured.steps, article, keys),
            },
            (Budget("settled", 0.9, "stock Markdown"), Budget("bytes", 0.9, "stock Markdown")),
        )

    def _chapters(self) -> Row:
        return _compared(
            self._program("chapters-1000", chapters=1000, field="words"),
            "10 chapters",
            self._program("chapters-10", chapters=10, field="words"),
            (("first paint", 1.45), ("memory after typing", 1.12), ("key", 1.15)),
        )

    def _long(self) -> Row:
        return _compared(
            self._program("long", size=100_000, field="words"),
            "12 KB",
            self._program("usual", field="words"),
            (("first paint", 1.35), ("key", 1.15)),
        )

    def _idle(self) -> Row:
        return Row(
            {
                PRODUCT: partial(measured.rest, self._program("idle", field="words")),
                "stock text field": partial(measured.rest, self._floor("text", "READY")),
            },
            (Budget("processor", 0.6, "stock text field"), Budget("bytes", 0.0, "stock text field")),
        )

    def _answers(self) -> Row:
        return _compared(
            self._program("answers-10000", answers=10_000, field="words"),
            "no answers",
            self._program("answers-0", answers=0, field="words"),
            (("key", 1.15),),
            reported=("key, 99th of 100",),
        )

    def _words(self) -> Row:
        """A start that was left on *Your words*, of which only what is seen is to be worked out first."""
        return Row(
            {
                PRODUCT: partial(measured.start, self._in_words(5_000, phrases.and_earlier(4_999))),
                "no answers": partial(measured.start, self._in_words(0, phrases.NOTHING_WRITTEN)),
            },
            (Budget("first paint", 1.3, "no answers"),),
        )

    def _in_words(self, answers: int, ready: str) -> Run:
        """The workbook on *Your words*, which is painted once `ready` stands there."""
        place = self._folder / f"words-{answers}"
        keep_answers(place / "data", made_book(place / "book"), answers, in_words=True)
        return self._workbook(place, ready)

    def _version(self) -> Row:
        return Row(
            {
                PRODUCT: partial(measured.whole, Run(_command("--version"), "", ROOT)),
                "import textual.app": partial(measured.whole, self._python("import textual.app")),
            },
            (Budget("run", 0.25, "import textual.app"),),
        )

    def _export(self) -> Row:
        return self._filled("export")

    def _print(self) -> Row:
        return self._filled("print")

    def _filled(self, command: str) -> Row:
        """What `command` makes of the whole book, with every field of it filled."""
        data, chapters = self._folder / "filled", ROOT / "chapters"
        fill(data, read_book(chapters))
        environ = self._environ({"WORKBOOK_DATA": data, "WORKBOOK_BOOK": chapters})
        return Row(
            {
                PRODUCT: partial(measured.whole, Run(_command(command), "", ROOT, environ=environ)),
                "import markdown_it, tinydb": partial(
                    measured.whole, self._python("import markdown_it, tinydb")
                ),
            },
            (Budget("run", 3.0, "import markdown_it, tinydb"),),
        )


def _command(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "workbook", *arguments)


def _compared(
    product: Run,
    name: str,
    base: Run,
    limits: tuple[tuple[str, float], ...],
    *,
    reported: tuple[str, ...] = (),
) -> Row:
    """The program with itself: once with much, once with little."""
    return Row(
        {PRODUCT: partial(measured.typing, product), name: partial(measured.typing, base)},
        tuple(Budget(figure, limit, name) for figure, limit in limits),
        reported,
    )
