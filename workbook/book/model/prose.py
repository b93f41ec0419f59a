"""Prose as data: what a chapter says between its exercises, ready to be drawn by any screen."""

from typing import Literal, NamedTuple, TypeAlias

Style: TypeAlias = Literal["bold", "italic", "code", "strike"]

BlockKind: TypeAlias = Literal["heading", "paragraph", "item", "quote", "code", "table", "rule", "problem"]


class Run(NamedTuple):
    """A piece of a line in one style; `href` is where it leads, or empty."""

    text: str
    styles: frozenset[Style] = frozenset()
    href: str = ""


Runs: TypeAlias = tuple[Run, ...]


class Block(NamedTuple):
    """One block of prose.

    `depth` is the level of a heading (1-6), and how deep an item, quote or any block inside them stands
    (0 is outermost). `mark` is what stands before an item's first line ("•", "3."). A hard line break
    is a newline in a run. A table has `cells` (rows of cells, the first row is its head) and no runs.
    A problem is the message that stands where a broken exercise would.
    """

    kind: BlockKind
    runs: Runs = ()
    depth: int = 0
    mark: str = ""
    cells: tuple[tuple[Runs, ...], ...] = ()

    @property
    def words(self) -> str:
        """All it says in plain words, the cells of a table one after the other."""
        return " ".join(map(plain, (self.runs, *(cell for row in self.cells for cell in row))))


class Prose(NamedTuple):
    """A run of blocks, drawn as one widget."""

    blocks: tuple[Block, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.blocks)

    @property
    def text(self) -> str:
        """The plain words, a line for each block."""
        return "\n".join(plain(block.runs) for block in self.blocks if block.runs)

    @property
    def links(self) -> tuple[Run, ...]:
        """The runs that lead somewhere, in reading order."""
        return tuple(
            run
            for block in self.blocks
            for runs in (block.runs, *(cell for row in block.cells for cell in row))
            for run in runs
            if run.href
        )


NOTHING = Prose()
"""Prose that says nothing: an exercise without a prompt, a row without an explanation."""


def plain(runs: Runs) -> str:
    """The words of `runs` without their styles."""
    return "".join(run.text for run in runs)


def without_examples(prose: Prose) -> Prose:
    """`prose` without its examples: what stands emphasised in parentheses."""
    blocks = (block._replace(runs=_cut(block.runs)) for block in prose.blocks)
    shown = zip(prose.blocks, blocks, strict=True)
    return Prose(tuple(block for whole, block in shown if block.runs or not whole.runs))


def _cut(runs: Runs) -> Runs:
    """`runs` without examples, and without the blank before the last of them."""
    left = [run for run in runs if not _is_example(run)]
    if left and len(left) < len(runs):
        left[-1] = left[-1]._replace(text=left[-1].text.rstrip())
    return tuple(run for run in left if run.text)


def _is_example(run: Run) -> bool:
    return "italic" in run.styles and run.text.startswith("(") and run.text.endswith(")")
