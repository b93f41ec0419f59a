"""What another person may see of a chapter: which exercises, pages and options stay in a shared export."""

import re
import shlex
from collections.abc import Iterator

from ..book import Chapter, Checklist, Choice, Exercise, Group, Page, Prose

_PRIVATE_OPTIONS = frozenset(("leads", "absent", "holds", "weigh", "else", "home"))
"""They say what a tick means, so they would tell what was ticked elsewhere."""

_COMMENT = re.compile(r"<!--(?:(?!-->).)*-->\s*$")
_WORD = re.compile(r"""\s+((?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+)""")


def is_shared(exercise: Exercise) -> bool:
    """Whether something of `exercise` may be seen: a group may consist of private rows or fields."""
    if not exercise.share or not isinstance(exercise, Group):
        return exercise.share
    seen = exercise.without_private()
    return bool(seen.rows) if exercise.rows else bool(seen.fields)


def is_emptied(page: Page) -> bool:
    """Whether only the heading would be left of `page`."""
    return bool(page.exercises) and all(
        {part.kind for part in block.blocks} <= {"heading"}
        if isinstance(block, Prose)
        else not is_shared(block)
        for block in page.blocks
    )


def shared_lines(chapter: Chapter) -> tuple[str, ...]:
    """The lines of `chapter`, as many as before, without the options that are the reader's own business."""
    lines = list(chapter.lines)
    for exercise in chapter.exercises.values():
        for line in _commented(exercise):
            lines[line] = _COMMENT.sub(_shared_comment, lines[line])
    return tuple(lines)


def _commented(exercise: Exercise) -> Iterator[int]:
    """The lines of an exercise that end in a comment of the format."""
    yield exercise.lines.start
    if isinstance(exercise, Checklist | Choice):
        yield from (item.lines.start for item in exercise.items)
    if isinstance(exercise, Group):
        yield from (row.lines.start for row in exercise.rows)
        for part in exercise.fields:
            yield from _commented(part)


def _shared_comment(comment: re.Match[str]) -> str:
    return _WORD.sub(lambda word: "" if _is_private(word[1]) else word[0], comment[0])


def _is_private(word: str) -> bool:
    key, equals, _ = "".join(shlex.split(word)).partition("=")
    return bool(equals) and key in _PRIVATE_OPTIONS
