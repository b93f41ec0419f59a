"""A folder of Markdown files -> Book. Only front matter is read here, so that it takes no time."""

import os
import re
from functools import partial
from pathlib import Path

from ..markdown import decoded, unreadable
from ..model import Book, BookError, Front, Problem, hashed, hashed_within, slug
from .front_matter import has_front, read_front
from .reader import Parse, parse_chapter, read_chapter

_NUMBERED = re.compile(r"([0-9]+)-.*\.md")
_TITLED = re.compile(rb"^title:[ \t]*\S", re.MULTILINE)
_LONGEST_HEAD = 65_536
"""Bytes in which the front matter must end, so that a huge file is not read for a list."""


def read_book(folder: Path, parse_with: Parse = parse_chapter) -> Book:
    """The book in `folder`: the front matter of every file, and no chapter yet; `parse_with` makes those.

    Raises BookError where there is no such folder, or no chapter in it.
    """
    numbered, others = _files(folder)
    problems: list[Problem] = []
    fronts = [_front(folder, path, place, problems) for place, path in enumerate(numbered, 1)]
    extras = [_front(folder, path, 0, problems) for path in others if has_front(_head(path)[0])]
    known = _distinct(folder, fronts + extras, problems)
    cover = _cover(folder, problems)
    return Book(
        folder=folder,
        id=cover.id if cover else _made_id(folder),
        title=cover.title if cover else _name(folder),
        fronts=known[: len(fronts)],
        cover=cover,
        extras=known[len(fronts) :],
        problems=tuple(dict.fromkeys(problems)),
        read=partial(read_chapter, parse_with=parse_with),
    )


def _files(folder: Path) -> tuple[list[Path], list[Path]]:
    """The chapters in reading order, and the other Markdown files but the cover."""
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix == ".md" and path.is_file())
    except NotADirectoryError:
        raise BookError(f"{folder} is not a folder of chapters") from None
    except FileNotFoundError:
        raise BookError(f"there is no folder {folder}") from None
    except OSError as error:
        raise BookError(f"the folder {folder} cannot be read: {error.strerror}") from None
    numbers = {path: int(found[1]) for path in files if (found := _NUMBERED.fullmatch(path.name))}
    if not numbers:
        example = "files that begin with digits and a hyphen, like 01-first.md"
        raise BookError(f"{folder} holds no chapters: {example}")
    others = [path for path in files if path not in numbers and path.name != "index.md"]
    return sorted(numbers, key=lambda path: (numbers[path], path.name)), others


def _head(path: Path) -> tuple[tuple[str, ...], list[Problem]]:
    """The lines of a file up to the end of its front matter, or, where that has no title, as far as needed.

    None, and why, where it cannot be opened.
    """
    try:
        with path.open("rb") as file:
            head = file.readline(_LONGEST_HEAD)
            if head.removeprefix(b"\xef\xbb\xbf").rstrip() == b"---":
                while len(head) < _LONGEST_HEAD and (line := file.readline(_LONGEST_HEAD)):
                    head += line
                    if line.rstrip() == b"---":
                        break
            if not _TITLED.search(head):  # its first heading is the title, then
                more = file.read(_LONGEST_HEAD)
                head += more.rpartition(b"\n")[0] if len(more) == _LONGEST_HEAD else more
    except OSError as error:
        return (), [unreadable(path, error)]
    return decoded(path, head)[0], []


def _front(folder: Path, path: Path, place: int, problems: list[Problem], name: str | None = None) -> Front:
    lines, unread = _head(path)
    front, faults = read_front(path, lines, place, inside=_inside(folder, path), name=name)
    problems += unread or faults
    return front


def _inside(folder: Path, path: Path) -> str:
    """Where a file lies in the book, written alike on every system."""
    return path.relative_to(folder).as_posix()


def _distinct(folder: Path, fronts: list[Front], problems: list[Problem]) -> tuple[Front, ...]:
    """`fronts`, each with an id of its own, so that no answer is kept under the id of another chapter."""
    first: dict[str, Front] = {}
    for front in fronts:
        name = front.id
        if name in first:
            text = f"id '{name}' is already used by {first[name].path.name}; ids of chapters must differ"
            problems.append(Problem(front.path, _id_line(front.path), "duplicate-id", text))
            name = hashed_within(name, _inside(folder, front.path))
        first[name] = front._replace(id=name)
    return tuple(first.values())


def _id_line(path: Path) -> int:
    return next((n for n, line in enumerate(_head(path)[0], 1) if line.startswith("id:")), 1)


def _cover(folder: Path, problems: list[Problem]) -> Front | None:
    path = folder / "index.md"
    if not path.is_file():
        text = "there is no index.md; write one with 'id' and 'title', else both change with the folder"
        problems.append(Problem(path, 1, "no-index", text, "warning"))
        return None
    front = _front(folder, path, 0, problems, name="")
    return front._replace(id=front.id or _made_id(folder), title=front.title or _name(folder))


def _name(folder: Path) -> str:
    return folder.resolve().name or "Workbook"


def _made_id(folder: Path) -> str:
    return hashed(slug(_name(folder), "book"), os.fsencode(folder.resolve()))
