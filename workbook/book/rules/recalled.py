"""What a text recalls: the places named by `recalls`, and the newest words that stand there."""

from collections.abc import Mapping
from typing import NamedTuple

from ..kinds import Field, Group, Text
from ..model import (
    Answer,
    Book,
    Chapter,
    Exercise,
    after_of,
    chapter_of,
    entries,
    without_entry,
)


class Recalled(NamedTuple):
    """Words of the reader's that stand above a text, and where they were written."""

    words: str
    """As they were written; of a scale the number with its bound, of a choice what was chosen."""
    entry: str
    """The entry they are of; empty where their exercise does not repeat."""
    address: str
    """Where they stand (`checkin/weekly@2026-W47/next-week`)."""


def recalled(book: Book, at: str, answers: Mapping[str, Answer]) -> tuple[Recalled, ...]:
    """What stands above the text at the address `at` (`checkin/weekly@2026-W48/became`), target by target.

    The newest words of each target: of an exercise that repeats, those of the newest entry that has any, in
    the text's own exercise an earlier one; of rows with a box, those of every ticked one.
    """
    names = without_entry(at)[0].split("/")
    parts = recalled_parts(book, "/".join((*names[:2], *names[2:][-1:])))  # of a field, whatever its row
    if book.blank(at) is None or not parts or not isinstance(parts[-1], Text):
        return ()
    return tuple(words for target in parts[-1].recalls for words in _newest(book, target, at, answers))


def recalled_parts(book: Book, target: str) -> tuple[Exercise, ...]:
    """The exercise that `target` (`checkin/weekly/next-week`) names, then its field where it names one.

    Empty where the book has none there.
    """
    name, _, rest = target.partition("/")
    exercise_id, _, field_id = rest.partition("/")
    chapter = book.chapter(name)
    exercise = chapter.exercises.get(exercise_id) if chapter else None
    if exercise is None:
        return ()
    if not field_id:
        return (exercise,)
    part = next((part for part in exercise.parts if part.id == field_id), None)
    return (exercise, part) if part else ()


def recalled_shares(book: Book, target: str) -> bool | None:
    """Whether what stands at `target` may be shown to another person; None where nothing is there."""
    parts = recalled_parts(book, target)
    return all(part.share for part in parts) if parts else None


def _newest(book: Book, target: str, reader: str, answers: Mapping[str, Answer]) -> tuple[Recalled, ...]:
    """The newest words at `target` for the text at the address `reader`."""
    chapter, parts = book.chapter(chapter_of(target)), recalled_parts(book, target)
    if chapter is None or not parts:
        return ()
    exercise = parts[0]
    for entry in _entries(f"{chapter.id}/{exercise.id}", exercise, reader, answers):
        if found := _words(chapter, exercise, parts[-1], entry, answers):
            return found
    return ()


def _entries(at: str, exercise: Exercise, reader: str, answers: Mapping[str, Answer]) -> tuple[str, ...]:
    """The entries of the exercise at `at`, the newest first; a nameless one of what has none."""
    if not exercise.repeats:
        return ("",)
    place, own = without_entry(reader)
    if not f"{place}/".startswith(f"{at}/"):
        return entries(at, answers)[::-1]
    names = entries(at, (*answers, f"{at}@{own}"), after_of(answers))  # its own may hold no word yet
    return names[: names.index(own)][::-1]


def _words(
    chapter: Chapter, exercise: Exercise, part: Exercise, entry: str, answers: Mapping[str, Answer]
) -> tuple[Recalled, ...]:
    """The words in one entry of `exercise`, or of its field `part`, but not those of rows that are shut."""
    at = f"{chapter.id}/{exercise.id}" + (f"@{entry}" if entry else "")
    shut = _shut(exercise, at, answers)
    found = []
    for blank in chapter.blanks(exercise, entry):
        value = answers.get(blank.address)
        if value is None or not blank.takes(value) or blank.address.startswith(shut):
            continue
        told = blank.of.told(blank.address, answers) if isinstance(blank.of, Field) else ()
        words = "".join(one.words for one in told)
        if words and (part is exercise or blank.address.endswith(f"/{part.id}")):
            found.append(Recalled(words, entry, blank.address))
    return tuple(found)


def _shut(exercise: Exercise, at: str, answers: Mapping[str, Answer]) -> tuple[str, ...]:
    """How the addresses under rows begin that have a box and no tick."""
    if not isinstance(exercise, Group):
        return ()
    boxed = (f"{at}/{row.id}" for row in exercise.rows if row.boxed)
    return tuple(f"{row}/" for row in boxed if answers.get(row) is not True)
