"""A chapter written down line by line, so that a fixture can show what was read."""

from collections.abc import Iterator
from dataclasses import MISSING, fields

from workbook.book import Block, Chapter, Choice, Exercise, Group, Item, Page, Prose, Row
from workbook.book.model.prose import Runs

MARKS = {"bold": "**", "italic": "*", "strike": "~~", "code": "`"}
SHOWN = {"prompt", "items", "fields", "mark", "explanation", "boxed"}
ORDINARY = {"leads": (), "absent": (), "holds": (), "placeholder": "…"}


def outline(chapter: Chapter) -> str:
    """Its pages, blocks and exercises, then its problems: each on a line, those inside others indented."""
    pages = [line for page in chapter.pages for line in _page(page)]
    return "\n".join([*pages, *map(str, chapter.problems)]) + "\n"


def _page(page: Page) -> Iterator[str]:
    yield f"page #{page.slug}: {page.title}"
    for block in page.blocks:
        yield from (f"  {line}" for line in (_prose(block) if isinstance(block, Prose) else _exercise(block)))


def _prose(prose: Prose) -> Iterator[str]:
    for block in prose.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    name = f"{block.kind} {block.depth}" if block.depth else block.kind
    yield f"{name}: {block.mark} {_runs(block.runs)}".replace(":  ", ": ").rstrip()
    for row in block.cells:
        yield f"  {' | '.join(map(_runs, row))}".rstrip()


def _runs(runs: Runs) -> str:
    """The words, with the marks of Markdown around styled ones; a line break is `⏎`."""
    out = ""
    for run in runs:
        marks = "".join(MARKS[style] for style in sorted(run.styles))
        words = f"{marks}{run.text}{marks[::-1]}"
        out += f"[{words}]({run.href})" if run.href else words
    return out.replace("\n", "⏎")


def _exercise(exercise: Exercise) -> Iterator[str]:
    yield f"@{type(exercise).__name__.lower()} #{exercise.id}{_options(exercise)}"
    yield from (f"  ? {line}" for line in _prose(exercise.prompt))
    for item in exercise.listed:
        yield from (f"  {line}" for line in _item(exercise, item))
    if isinstance(exercise, Group):
        for part in exercise.fields:
            yield from (f"  {line}" for line in _exercise(part))


def _item(owner: Exercise, item: Item) -> Iterator[str]:
    box = "( )" if isinstance(owner, Choice) else "[ ]"
    if isinstance(item, Row):
        box = f"{item.mark} [ ]" if item.boxed else item.mark
    yield f"{box} #{item.id} {_runs(item.label)}{_options(item)}"
    if isinstance(item, Row):
        yield from (f"  {line}" for line in _prose(item.explanation))


def _options(thing: Exercise | Item) -> str:
    """What is said of the thing beyond the ordinary, under the names of the model."""
    values = {part.name: getattr(thing, part.name) for part in fields(thing) if part.default is not MISSING}
    if isinstance(thing, Item):
        leads = thing.leads
        values |= {"leads": leads.ticked, "absent": leads.absent, "holds": leads.holds}
    if isinstance(thing, Group):
        del values["rows"]
    ordinary = {part.name: part.default for part in fields(thing)} | ORDINARY
    return "".join(
        f" {name}={_value(value)}"
        for name, value in sorted(values.items())
        if name not in SHOWN and value != ordinary[name]
    )


def _value(value: object) -> str:
    words = " ".join(value) if isinstance(value, tuple) else str(value)
    return repr(words) if " " in words or "\n" in words else words
