"""Books that nobody wrote, filled in by nobody: of so many chapters, so long, with so many answers."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from benchmarks.made_up import words
from workbook.answers import open_answers
from workbook.book import Answer, Blank, Book, read_book
from workbook.session import WORDS

LONG = 12_000
"""Characters of a chapter like a longer article."""
OPEN = 2
"""The chapter that is opened: not the first, which a program might favour."""

_SENTENCES = (
    "Two people can talk all evening and still miss each other.",
    "One of them counts the stairs, the other *listens* to the rain on the roof.",
    "It was a good wish, but **too big** to get through the door of an ordinary week.",
    "Nobody had said a word about the garden, and yet the beans stood in a row by Friday.",
    "Ask first, and wait for the answer; the kettle takes its time as well.",
)
_EXERCISES = """
<!-- @scale #near low="far" high="near" -->

How near does it seem today?

> … / 10

<!-- @checklist #seen -->

What did you see on the way?

- [ ] A lamp that was still lit. <!-- #lamp -->
- [ ] Somebody carrying a ladder. <!-- #ladder -->
- [ ] Nothing at all. <!-- #nothing -->

<!-- @text #words rows=8 -->

In your own words:

> …
"""
_LOG = """
<!-- @group #log repeat=entry -->

What came of it?

<!-- @text #words rows=3 -->

In a few words:

> …

<!-- @end -->
"""


def opening(number: int) -> str:
    """The words with which chapter `number` begins, and nothing else."""
    return f"Here begins the tale of number {number}."


def made_book(folder: Path, *, chapters: int = 12, size: int = LONG) -> Book:
    """A book in `folder`: each chapter one page, its exercises at the end; the last one keeps a log."""
    folder.mkdir(parents=True)
    (folder / "index.md").write_text("---\nid: made-up\ntitle: Made up\n---\n\nA cover.\n", encoding="utf-8")
    for number in range(1, chapters + 1):
        length = size if number in (OPEN, OPEN + 1) else min(size, LONG)
        exercises = _EXERCISES + (_LOG if number == chapters else "")
        text = f"---\nid: chapter-{number}\ntitle: Chapter {number}\n---\n{prose(number, length)}{exercises}"
        (folder / f"{number:04}-chapter.md").write_text(text, encoding="utf-8")
    return read_book(folder)


def prose(number: int, size: int) -> str:
    """About `size` characters: paragraphs as long as the shipped ones, headings and lists between them."""
    parts = [f"# Chapter {number}", opening(number)]
    written = 0
    while written < size:
        at = len(parts)
        paragraph = " ".join(_SENTENCES[(at + step) % len(_SENTENCES)] for step in range(2))
        parts.append(f"### Part {at}" if at % 8 == 0 else paragraph)
        if at % 5 == 0:
            parts.append("\n".join(f"- {_SENTENCES[(at + step) % len(_SENTENCES)]}" for step in range(3)))
        written += sum(len(part) for part in parts[at:])
    return "\n\n".join(parts) + "\n"


def keep_answers(data: Path, book: Book, count: int, *, field: str = "", in_words: bool = False) -> None:
    """Put `count` made-up answers in the folder `data`, and the place.

    That is the chapter `OPEN`, its `field` if so, or *Your words*.
    """
    answers = open_answers(data, book)
    begun = datetime(2026, 1, 1, tzinfo=UTC)
    for number in range(count):
        entry = f"{begun + timedelta(hours=number):%Y-%m-%dT%H%M}"
        answers[f"chapter-{len(book.fronts)}/log@{entry}/words"] = words(number)
    here = book.fronts[OPEN - 1]
    place = {
        "chapter": WORDS.id if in_words else here.id,
        "page": book.open(here).pages[0].slug,
        "number": 0,
        "cursor": [0, 0],
        "rests": False,
    }
    field_kept = (
        {"spot": [3, 0, 0], "field": f"{here.id}/{field}"} if field else {"spot": [0, 0, 0], "field": ""}
    )
    today = {"day": date.today().isoformat()}  # the first start of another day opens the cover
    answers.keep_place({**place, **field_kept, **today})
    if not answers.flush(60):
        raise OSError(answers.saving.reason)
    answers.close()


def fill(data: Path, book: Book) -> None:
    """Answer every blank of `book` in the folder `data`."""
    answers = open_answers(data, book)
    for chapter in book.chapters:
        for exercise in chapter.exercises.values():
            entry = "2026-11-22" if getattr(exercise, "repeat", "") else ""
            for number, blank in enumerate(chapter.blanks(exercise, entry)):
                answers[blank.address] = answer_to(blank, number)
    if not answers.flush(60):
        raise OSError(answers.saving.reason)
    answers.close()


def answer_to(blank: Blank, number: int) -> Answer:
    """An answer that `blank` takes."""
    tried: tuple[Answer, ...] = (
        words(number),
        True,
        0,
        *(option.id for option in blank.of.listed),
    )
    return next(value for value in tried if blank.takes(value))
