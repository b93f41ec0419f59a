"""What the tests of this floor share: a small book, a folder for its answers, and answers that get closed."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.books import book_of
from workbook.answers import Answers, open_answers
from workbook.book import Book

TEXTS = """\
<!-- @text #often -->

How often?

> …

<!-- @text #when -->

When was the last time?

> …

<!-- @checklist #five -->

Which are there?

- [ ] We trust each other. <!-- #trust -->

<!-- @scale #near -->

How near?

> … / 10
"""

Open = Callable[[], Answers]


def until(condition: Callable[[], bool]) -> None:
    """Waits until `condition` holds; fails after a minute, which no machine needs."""
    latest = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < latest, "this never came true"
        time.sleep(0.005)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """A book of one chapter, `signs`, with two texts, a checklist and a scale."""
    return book_of(tmp_path / "book", signs=TEXTS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the answers go; it is not there yet."""
    return tmp_path / "data"


@pytest.fixture
def opened(book: Book, folder: Path) -> Iterator[Open]:
    """Opens the answers, again at each call; those that are left open are closed at the end."""
    every: list[Answers] = []

    def opened() -> Answers:
        every.append(open_answers(folder, book))
        return every[-1]

    yield opened
    for answers in every:
        answers.close()


@pytest.fixture
def answers(opened: Open) -> Answers:
    """The answers, empty."""
    return opened()


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """No save comes by itself: only `flush` and `close` save."""
    monkeypatch.setattr("workbook.answers.saving.pace.QUIET", 3600.0)
    monkeypatch.setattr("workbook.answers.saving.pace.LONGEST", 3600.0)
