"""Everything that is wrong with a book, beyond what one chapter can know of itself."""

from collections.abc import Iterator

from ..kinds import Group, Text
from ..model import Book, Chapter, Exercise, Leads, Problem, near
from .check_links import dead_links
from .recalled import recalled_shares


def problems(book: Book) -> tuple[Problem, ...]:
    """Every problem of the book and its chapters: file by file in reading order, each by line."""
    files = [book.open(front) for front in (*book.listed, *book.extras)]
    found = [problem for chapter in files for problem in chapter.problems]
    known = {
        problem[:4] for problem in found
    }  # a file that was read whole may judge its front matter otherwise
    found += (problem for problem in book.problems if problem[:4] not in known)
    chapters = [book.open(front) for front in book.fronts]
    places, used = _places(chapters), _addresses(chapters)
    for chapter in chapters:
        found += _strayed(chapter, places)
        found += _misrecalled(chapter, book)
        found += _still_used(chapter, used)
    found += dead_links(book)
    order = {chapter.front.path: place for place, chapter in enumerate(files)}
    return tuple(
        sorted(dict.fromkeys(found), key=lambda problem: (order.get(problem.path, -1), problem.line))
    )


def _places(chapters: list[Chapter]) -> set[str]:
    """Where a tick may lead: to chapters, and to rows of groups."""
    found = {chapter.id for chapter in chapters}
    for chapter in chapters:
        for exercise in chapter.exercises.values():
            if isinstance(exercise, Group):
                found |= {f"{chapter.id}/{exercise.id}/{row.id}" for row in exercise.rows}
    return found


def _addresses(chapters: list[Chapter]) -> set[str]:
    """The addresses that are in use, without entries: exercises, rows, fields and items."""
    return {
        address
        for chapter in chapters
        for exercise in chapter.exercises.values()
        for address in _own_addresses(f"{chapter.id}/{exercise.id}", exercise)
    }


def _own_addresses(at: str, exercise: Exercise) -> Iterator[str]:
    yield at
    for item in exercise.listed:
        yield f"{at}/{item.id}"
    for part in exercise.parts:
        yield from _own_addresses(f"{at}/{part.id}", part)
        for row in exercise.listed:
            yield from _own_addresses(f"{at}/{row.id}/{part.id}", part)


def _strayed(chapter: Chapter, places: set[str]) -> Iterator[Problem]:
    for exercise in chapter.exercises.values():
        for part in (exercise, *exercise.parts):
            for item in part.listed:
                for key, target in _targets(item.leads):
                    if target not in places:
                        line, where = item.lines.start + 1, f"'{key}' points to '{target}', where nothing is"
                        text = f"{where}.{near(target, places)}"
                        yield Problem(chapter.front.path, line, "unknown-target", text, "warning")


def _misrecalled(chapter: Chapter, book: Book) -> Iterator[Problem]:
    """What `recalls` nothing, or would show private words above a field that is not."""
    for exercise in chapter.exercises.values():
        for part in (exercise, *exercise.parts):
            is_private = not (exercise.share and part.share)
            for target in part.recalls if isinstance(part, Text) else ():
                line, shares = part.lines.start + 1, recalled_shares(book, target)
                if shares is None:
                    text = f"'recalls' points to '{target}', where no exercise or field is"
                    yield Problem(chapter.front.path, line, "unknown-target", text, "warning")
                elif not shares and not is_private:
                    text = f"'recalls' would show '{target}', which is private, above a field that is not; "
                    text += "write share=no here, or remove it"
                    yield Problem(chapter.front.path, line, "private-recall", text)


def _targets(leads: Leads) -> Iterator[tuple[str, str]]:
    yield from (("leads", target) for target in leads.ticked)
    yield from (("absent", target) for target in leads.absent)
    yield from (("holds", target) for target in leads.holds)


def _still_used(chapter: Chapter, used: set[str]) -> Iterator[Problem]:
    for exercise in chapter.exercises.values():
        for part in (exercise, *exercise.parts):
            named = [(part.was, part.lines.start), *((item.was, item.lines.start) for item in part.listed)]
            for was, line in named:
                for old in filter(used.__contains__, was):
                    text = f"'was={old}' names a place that is still in use; remove one of them"
                    yield Problem(chapter.front.path, line + 1, "was-in-use", text)
