"""`workbook progress`: how much of each chapter is filled. Nothing is graded."""

import json
from collections.abc import Mapping
from typing import Any

from ..book import Answer, Book, orphans, orphans_of, progress_of_book
from .opening import kept_answers, opened_book, refuse_unread
from .parser import Options
from .printing import counted, say


def progress(options: Options) -> int:
    """Print one line for each chapter, or JSON; return the exit status."""
    book = opened_book(options)
    refuse_unread(book.chapters)
    answers = kept_answers(options, book)
    if options.json:
        say(json.dumps(_as_data(book, answers), indent=2))
    else:
        for line in _lines(book, answers):
            say(line)
    return 0


def _as_data(book: Book, answers: Mapping[str, Answer]) -> dict[str, Any]:
    chapters = [
        {
            "id": chapter.id,
            "title": chapter.front.title,
            "exercises": found.exercises,
            "filled": found.filled,
            "orphans": len(orphans_of(chapter, answers)),
        }
        for chapter, found in progress_of_book(book, answers)
    ]
    return {"book": book.id, "chapters": chapters, "orphans": len(orphans(book, answers))}


def _lines(book: Book, answers: Mapping[str, Answer]) -> list[str]:
    """The counts first: a title may be as wide as it likes then."""
    lines, part = [book.title], ""
    for chapter, found in progress_of_book(book, answers):
        front = chapter.front
        if front.part != part:
            part = front.part
            lines += ["", part]
        counts = f"{found.filled:3} of {found.exercises}" if found.exercises else ""
        lines.append(f"  {found.mark or ' '} {counts:<10} {front.number:3}  {front.title}")
    lost = len(orphans(book, answers))
    if lost:
        lines += [
            "",
            f"{counted(lost, 'answer')} to questions that are gone; 'workbook export' prints them last.",
        ]
    return lines
