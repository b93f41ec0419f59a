"""One file, read whole: Markdown -> Chapter."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from ..markdown import Source, decoded, parse, split, unreadable
from ..model import Chapter, Front, Problem
from .front_matter import read_front
from .pages import pages
from .units import units

Parse: TypeAlias = Callable[[Front, bytes], Chapter]
"""Makes the chapter that a front heads of what its file holds."""


def parse_chapter(front: Front, raw: bytes) -> Chapter:
    """The chapter that `raw`, the file that `front` heads, is."""
    lines, problems = decoded(front.path, raw)
    return _chapter(front, lines, problems + read_front(front.path, lines)[1])


def read_chapter(front: Front, parse_with: Parse = parse_chapter) -> Chapter:
    """The chapter (or cover, or page) that `front` heads. Whatever is wrong with it is told, never raised."""
    try:
        raw = front.path.read_bytes()
    except OSError as error:
        return _chapter(front, ("",), [unreadable(front.path, error)])
    return parse_with(front, raw)


def read_source(text: str, path: Path = Path("chapter.md"), *, number: int = 1) -> Chapter:
    """The chapter that `text` is, as if it were read from `path`; with the number 0, a page."""
    lines = split(text)
    front, problems = read_front(path, lines, number)
    return _chapter(front, lines, problems)


def _chapter(front: Front, lines: tuple[str, ...], problems: Sequence[Problem]) -> Chapter:
    source = Source(front.path, lines, problems)
    parse(source)
    found = units(source, is_chapter=front.number > 0)
    if any(unit.exercise for unit in found):
        source.problems = list(map(_graver, source.problems))
    return Chapter(
        front=front,
        lines=lines,
        pages=pages(source, front.title, found),
        problems=tuple(sorted(dict.fromkeys(source.problems), key=lambda problem: problem.line)),
    )


def _graver(problem: Problem) -> Problem:
    """A missing id is an error where there are exercises: their answers hang on it."""
    asks = problem.code == "no-front-matter" or (problem.code == "missing-key" and "'id:" in problem.text)
    return problem._replace(level="error") if asks else problem
