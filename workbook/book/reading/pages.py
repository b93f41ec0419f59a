"""Units of a file -> pages: a `##` heading begins a new one."""

from collections.abc import Sequence

from ...text import one_line
from ..markdown import HEADING, Source, blocks, runs
from ..model import FRONT_MATTER, Block, Page, PageBlock, Problem, Prose, Run, anchors, plain, unique
from .front_matter import body_start
from .units import Unit


class _Draft:
    """A page that is being put together; it begins on the line `start`."""

    def __init__(self, start: int, title: str = "", slug: str = "") -> None:
        self.start, self.title, self.slug = start, title, slug
        self.blocks: list[PageBlock] = []
        self.prose: list[Block] = []

    def add(self, unit: Unit, errors: Sequence[Problem]) -> None:
        """Add an exercise, or prose, which joins the prose before it; one that has errors becomes prose."""
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


def pages(source: Source, title: str, units: Sequence[Unit]) -> tuple[Page, ...]:
    """The pages of a file, at least one; `title` names those that have no words of their own."""
    drafts = _drafts(source, units)
    slugs = {draft.slug for draft in drafts}
    stops = [*(draft.start for draft in drafts[1:]), len(source.lines)]
    found = []
    for draft, stop in zip(drafts, stops, strict=True):
        draft.close()
        if draft.blocks or len(drafts) == 1:
            slug = draft.slug or unique(anchors([title])[0], slugs)
            slugs.add(slug)
            lines, shown = range(draft.start, stop), tuple(draft.blocks)
            found.append(Page(slug=slug, title=draft.title or title, blocks=shown, lines=lines))
    return tuple(found)


def _drafts(source: Source, units: Sequence[Unit]) -> list[_Draft]:
    errors = _shown(source)
    named = _headings(units)
    drafts = [_Draft(body_start(source.lines))]
    if not units and errors:
        drafts[0].prose.append(_said([problem for line in errors.values() for problem in line]))
    for n, unit in enumerate(units):
        tag, words, slug = named.get(n, ("", "", ""))
        if tag == "h2":
            drafts[-1].close()
            drafts.append(_Draft(unit.lines.start, words, slug if words else ""))
        elif tag == "h1" and words and not drafts[-1].slug and len(drafts) == 1:
            drafts[0].title, drafts[0].slug = words, slug
        drafts[-1].add(unit, [problem for line in unit.lines for problem in errors.get(line, ())])
    return drafts


def _shown(source: Source) -> dict[int, list[Problem]]:
    """The errors that stand on the page: nothing of the front matter is asked of a reader."""
    start = body_start(source.lines)
    found = {
        line: [p for p in noted if not _is_of_front(p, start)] for line, noted in source.errors().items()
    }
    return {line: told for line, told in found.items() if told}


def _is_of_front(problem: Problem, start: int) -> bool:
    return problem.code in FRONT_MATTER or (problem.line <= start and problem.code in ("bad-id", "bad-value"))


def _headings(units: Sequence[Unit]) -> dict[int, tuple[str, str, str]]:
    """Tag, words and anchor of each unit that is a heading, by its index."""
    heads = {n: unit.pieces[0].tokens for n, unit in enumerate(units) if unit.pieces[0].kind == HEADING}
    words = [one_line(plain(runs(tokens[1]))) for tokens in heads.values()]
    named = zip(heads.items(), words, anchors(words), strict=True)
    return {n: (tokens[0].tag, said, slug) for (n, tokens), said, slug in named}


def _said(errors: Sequence[Problem]) -> Block:
    """The block that stands before what is broken, in plain words."""
    more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    return Block("problem", (Run(f"Line {errors[0].line}: {errors[0].text}{more}"),))
