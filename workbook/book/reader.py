"""One file, read whole: Markdown -> Chapter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..text import one_line
from .chapter import Chapter, Front, Page, PageBlock
from .front_matter import body_start, read_front
from .inline import blocks, runs
from .names import anchor, unique
from .problems import Problem
from .prose import Block, Prose, Run, plain
from .source import HEADING, Source, decoded, pieces, split
from .units import Unit, units


def read_chapter(front: Front) -> Chapter:
    """The chapter (or cover, or page) that `front` heads. Whatever is wrong with it is told, never raised."""
    try:
        lines, problems = decoded(front.path, front.path.read_bytes())
    except OSError as error:
        reason = f"this file cannot be read ({error.strerror or type(error).__name__})"
        return _chapter(front, ("",), [Problem(front.path, 1, "unreadable", reason)])
    return _chapter(front, lines, problems + read_front(front.path, lines)[1])


def read_source(text: str, path: Path = Path("chapter.md"), *, number: int = 1) -> Chapter:
    """The chapter that `text` is, as if it were read from `path`; with the number 0, a page."""
    lines = split(text)
    front, problems = read_front(path, lines, number)
    return _chapter(front, lines, problems)


def _chapter(front: Front, lines: tuple[str, ...], problems: Sequence[Problem]) -> Chapter:
    source = Source(front.path, lines, list(problems))
    try:
        source.pieces = pieces(lines)
    except RecursionError:
        source.note(0, "too-deep", "this file is nested too deeply to be read; make it flatter")
    found = units(source, is_chapter=front.number > 0)
    return Chapter(
        front=front,
        lines=lines,
        pages=_pages(source, front, found),
        problems=tuple(sorted(dict.fromkeys(source.problems), key=lambda problem: problem.line)),
    )


@dataclass(slots=True)
class _Draft:
    """A page that is being put together."""

    title: str
    start: int
    blocks: list[PageBlock] = field(default_factory=list)
    prose: list[Block] = field(default_factory=list)

    def add(self, unit: Unit, source: Source) -> None:
        """Add an exercise, or prose, which joins the prose before it."""
        errors = source.errors(unit.lines)
        if unit.exercise is not None and not errors:
            self.close()
            self.blocks.append(unit.exercise)
            return
        if errors:
            self.prose.append(_said(errors))
        self.prose += (block for piece in unit.pieces for block in blocks(piece.tokens))

    def close(self) -> None:
        """Make the prose since the last exercise one block of the page."""
        if self.prose:
            self.blocks.append(Prose(tuple(self.prose)))
            self.prose = []


def _said(errors: Sequence[Problem]) -> Block:
    """The block that stands before what is broken, in plain words."""
    more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    return Block("problem", (Run(f"Line {errors[0].line}: {errors[0].text}{more}"),))


def _drafts(source: Source, front: Front, found: Sequence[Unit]) -> Iterator[_Draft]:
    draft = _Draft(front.title, body_start(source.lines))
    for unit in found:
        first = unit.pieces[0]
        tag = first.tokens[0].tag if first.kind == HEADING else ""
        words = one_line(plain(runs(first.tokens[1]))) if tag else ""
        if tag == "h2":
            yield draft
            draft = _Draft(words or front.title, unit.lines.start)
        elif tag == "h1" and not draft.blocks and not draft.prose:
            draft.title = words or front.title
        draft.add(unit, source)
    yield draft


def _pages(source: Source, front: Front, found: Sequence[Unit]) -> tuple[Page, ...]:
    drafts = list(_drafts(source, front, found))
    stops = [*(draft.start for draft in drafts[1:]), len(source.lines)]
    pages: list[Page] = []
    slugs: set[str] = set()
    for draft, stop in zip(drafts, stops, strict=True):
        draft.close()
        if not draft.blocks and len(drafts) > 1 and not pages and draft is drafts[0]:
            continue
        slug = unique(anchor(draft.title), slugs)
        slugs.add(slug)
        lines = range(draft.start, stop)
        pages.append(Page(slug=slug, title=draft.title, blocks=tuple(draft.blocks), lines=lines))
    return tuple(pages)
