"""A book and its chapters, as read from a folder of Markdown files."""

import os
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeAlias

from .addresses import split_entry
from .entries import is_entry
from .exercise import Blank, Exercise
from .problems import Problem
from .prose import Prose

PageBlock: TypeAlias = Prose | Exercise


class Front(NamedTuple):
    """The front matter of one file: what can be said of it before it is read whole."""

    path: Path
    id: str
    title: str
    number: int = 0
    """Its place in the book, from 1; 0 for the cover and for pages that are not chapters."""
    part: str = ""
    minutes: int | None = None
    summary: str = ""
    lang: str = ""
    """The short name of the language that a book is in (`en`), as its cover gives it."""


class Page(NamedTuple):
    """A chapter from one `##` to the next: what one screen mounts."""

    slug: str
    """Its name inside the chapter, made of its heading, unique there; a link's `#fragment` names it."""
    title: str
    """The words of its heading; of a first page without one, the chapter's title."""
    blocks: tuple[PageBlock, ...] = ()
    lines: range = range(0)
    """Where it stands in the chapter: from its heading to the next; the first from below the front matter."""

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises of the page, in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, Exercise))


class Chapter:
    """One file, read whole: its source lines, and its pages that point into them."""

    def __init__(
        self,
        *,
        front: Front,
        lines: tuple[str, ...],
        pages: tuple[Page, ...],
        problems: tuple[Problem, ...] = (),
    ) -> None:
        self.front = front
        self.lines = lines
        """The source without its BOM, split at newlines; joined again they are the file."""
        self.pages = pages
        self.problems = problems

    @property
    def id(self) -> str:
        """The id under which its answers are kept."""
        return self.front.id

    @property
    def source(self) -> str:
        """The file as it was read, newlines normalised."""
        return "\n".join(self.lines)

    @cached_property
    def exercises(self) -> dict[str, Exercise]:
        """Its exercises by id, in reading order."""
        return {exercise.id: exercise for page in self.pages for exercise in page.exercises}

    def blanks(self, exercise: Exercise, entry: str = "") -> Iterator[Blank]:
        """The blanks of one of its exercises; of a repeating one, those of `entry`."""
        return exercise.blanks(f"{self.id}/{exercise.id}" + (f"@{entry}" if entry else ""))

    def blank(self, address: str) -> Blank | None:
        """The blank at `address` (`signs/five/trust`), or None where this chapter has none there."""
        _, _, rest = address.partition("/")
        name, entry = split_entry(rest.partition("/")[0])
        exercise = self.exercises.get(name)
        if exercise is None or not (is_entry(entry) if exercise.repeats else entry == ""):
            return None
        return self._blanks_by_address(name, entry).get(address)

    def is_private(self, at: str) -> bool:
        """Whether nothing that is filled in at the address `at`, or under it, may be shown to others."""
        _, _, rest = at.partition("/")
        name, entry = split_entry(rest.partition("/")[0])
        blanks = self._blanks_by_address(name, entry).values() if name in self.exercises else ()
        shares = [blank.share for blank in blanks if f"{blank.address}/".startswith(f"{at}/")]
        return bool(shares) and not any(shares)

    def _blanks_by_address(self, name: str, entry: str) -> dict[str, Blank]:
        kept = self._blank_tables
        if (name, entry) not in kept:
            kept[name, entry] = {blank.address: blank for blank in self.blanks(self.exercises[name], entry)}
        return kept[name, entry]

    @cached_property
    def _blank_tables(self) -> dict[tuple[str, str], dict[str, Blank]]:
        return {}


class Book:
    """Chapters in reading order. A chapter is read whole, by `read`, when it is first asked for."""

    def __init__(
        self,
        *,
        folder: Path,
        id: str,  # noqa: A002 - what it is called everywhere
        title: str,
        fronts: tuple[Front, ...],
        read: Callable[[Front], Chapter],
        cover: Front | None = None,
        extras: tuple[Front, ...] = (),
        problems: tuple[Problem, ...] = (),
    ) -> None:
        self.folder, self.id, self.title = folder, id, title
        self.fronts = fronts
        """The chapters, in reading order."""
        self.cover = cover
        self.extras = extras
        """Pages that are not chapters (`staying-safe`), which chapters link to."""
        self.problems = problems
        """What is wrong with the folder and the front matters; each chapter holds its own problems."""
        self._read = read
        self._chapters: dict[Path, Chapter] = {}
        self._mentions: dict[str, tuple[Front, ...]] = {}

    @cached_property
    def by_path(self) -> dict[Path, Front]:
        """Every file of the book by where it lies, without `..` in it."""
        return {Path(os.path.abspath(front.path)): front for front in (*self.listed, *self.extras)}

    @property
    def listed(self) -> tuple[Front, ...]:
        """What the contents list: the cover, where there is one, and the chapters."""
        covers = (self.cover,) if self.cover else ()
        return (*covers, *self.fronts)

    def open(self, front: Front) -> Chapter:
        """The chapter (or cover, or page) that `front` heads."""
        if front.path not in self._chapters:
            self._chapters[front.path] = self._read(front)
        return self._chapters[front.path]

    def read_uncached(self, front: Front) -> Chapter:
        """The chapter, for one look: it is not kept unless it is open, for a book may be a large one."""
        return self._chapters.get(front.path) or self._read(front)

    def is_open(self, front: Front) -> bool:
        """Whether the chapter is already read, so that opening it costs nothing."""
        return front.path in self._chapters

    def mentioning(self, words: str) -> tuple[Front, ...]:
        """The chapters whose files contain `words`, found without reading a chapter whole.

        So a rule that few chapters use (`was=`, `leads=`) costs nothing in the many that do not.
        """
        if words not in self._mentions:
            sought = words.encode()
            self._mentions[words] = tuple(front for front in self.fronts if sought in _content(front.path))
        return self._mentions[words]

    @property
    def chapters(self) -> Iterator[Chapter]:
        """Every chapter, in reading order, read as it comes."""
        return (self.open(front) for front in self.fronts)

    def front(self, name: str) -> Front | None:
        """The chapter, page or cover that is called `name`, an id."""
        return next((front for front in (*self.fronts, *self.extras, *self.listed) if front.id == name), None)

    def chapter(self, name: str) -> Chapter | None:
        """The chapter whose id is `name`, or None."""
        front = next((front for front in self.fronts if front.id == name), None)
        return self.open(front) if front else None

    def blank(self, address: str) -> Blank | None:
        """The blank at `address`, or None where the book has none there."""
        chapter = self.chapter(address.partition("/")[0])
        return chapter.blank(address) if chapter else None


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""  # what cannot be read is said where the chapter is opened
