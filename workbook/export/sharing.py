"""What another person may see of a chapter: which exercises, pages and options stay in a shared export."""

import re
import shlex
from collections.abc import Iterator, Mapping

from ..book import NOTHING, Answer, Chapter, Exercise, Group, Page, Prose

_PRIVATE_OPTIONS = frozenset(("leads", "absent", "holds", "weigh", "else", "home"))
"""They say where ticks lead and what stands on Home, which is between the reader and the book."""

_COMMENT = re.compile(r"(?<=<!--)(?:(?!-->).)*(?=-->\s*$)")
_WORD = re.compile(r"""\s+((?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+)""")


def shareable(answers: Mapping[str, Answer]) -> Mapping[str, Answer]:
    """Those of `answers` that may be shown by their own record; the book has yet to allow it too.

    Without a record nobody knows what was promised when they were written: then none.
    """
    from ..answers import Kept  # the floor that knows the database; what is blank needs none

    return answers.shareable if isinstance(answers, Kept) else {}


def is_shared(exercise: Exercise) -> bool:
    """Whether something of `exercise` may be seen: a group may consist of private rows or fields."""
    if not exercise.share or not isinstance(exercise, Group):
        return exercise.share
    seen = exercise.without_private()
    return bool(seen.rows) if exercise.rows else bool(seen.fields)


def is_emptied(page: Page) -> bool:
    """Whether only its `##` would be left of `page`; the heading of a whole chapter stays."""
    first, *rest = page.blocks or (NOTHING,)
    heading = first.blocks if isinstance(first, Prose) else ()
    return (
        [(block.kind, block.depth) for block in heading] == [("heading", 2)]
        and bool(rest)
        and not any(isinstance(block, Prose) or is_shared(block) for block in rest)
    )


def shared_lines(chapter: Chapter) -> tuple[str, ...]:
    """The lines of `chapter`, as many as before, without the options that are the reader's own business."""
    lines = list(chapter.lines)
    for exercise in chapter.exercises.values():
        for line in _commented(exercise):
            lines[line] = _COMMENT.sub(_shared_words, lines[line])
    return tuple(lines)


def _commented(exercise: Exercise) -> Iterator[int]:
    """The lines of an exercise that end in a comment of the format."""
    yield exercise.lines.start
    yield from (item.lines.start for item in exercise.listed)
    for part in exercise.parts:
        yield from _commented(part)


def _shared_words(comment: re.Match[str]) -> str:
    return _WORD.sub(lambda word: "" if _is_private(word[1]) else word[0], comment[0])


def _is_private(word: str) -> bool:
    key, equals, _ = "".join(shlex.split(word)).partition("=")
    return bool(equals) and key in _PRIVATE_OPTIONS
