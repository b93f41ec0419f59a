"""A chapter and its answers as Markdown: the chapter's own file, with the places filled in."""

from collections.abc import Iterator, Mapping, Sequence

from ..book import Answer, Book, Chapter, Edit, Filling, after_of, orphans, orphans_of, spliced
from .filled import edits
from .kept import kept_lines


def filled_chapter(
    chapter: Chapter,
    answers: Mapping[str, Answer],
    *,
    questions: Mapping[str, str] = {},
    latest: bool = False,
) -> str:
    """One chapter with its answers and, last, its own orphans; without any of them, the file as it is.

    `questions` are those that were kept beside the answers, for orphans. With `latest` all but the newest
    entry of each exercise that repeats is left out.
    """
    text = _text(chapter, 0, _filling(chapter, answers, latest=latest))
    return _followed(text, orphans_of(chapter, answers), answers, questions)


def filled_book(
    book: Book,
    answers: Mapping[str, Answer],
    chapters: Sequence[Chapter] | None = None,
    *,
    questions: Mapping[str, str] = {},
    latest: bool = False,
) -> str:
    """Some chapters in one file, or the whole book with the orphans of vanished chapters too.

    A single chapter stays the file that it is. Everything else as in `filled_chapter`.
    """
    shown = tuple(book.chapters) if chapters is None else chapters
    fillings = [_filling(chapter, answers, latest=latest) for chapter in shown]
    lost = _lost(book, answers, chapters)
    if len(shown) == 1:
        return _followed(_text(shown[0], 0, fillings[0]), lost, answers, questions)
    parts = [_part(chapter, filling) for chapter, filling in zip(shown, fillings, strict=True)]
    return _followed("".join(parts), lost, answers, questions)


def _lost(book: Book, answers: Mapping[str, Answer], chapters: Sequence[Chapter] | None) -> tuple[str, ...]:
    if chapters is None:
        return orphans(book, answers)
    return tuple(address for chapter in chapters for address in orphans_of(chapter, answers))


def _filling(chapter: Chapter, answers: Mapping[str, Answer], *, latest: bool) -> Filling:
    """The lines of `chapter`, and those of the answers that fit a blank of it."""
    before = f"{chapter.id}/"
    fitting = {
        address: value
        for address, value in answers.items()
        if address.startswith(before) and (blank := chapter.blank(address)) and blank.takes(value)
    }
    return Filling(lines=chapter.lines, answers=fitting, latest=latest, after=after_of(answers))


def _part(chapter: Chapter, filling: Filling) -> str:
    """One chapter among several: its id instead of its front matter, which would make a heading there."""
    body = _text(chapter, chapter.pages[0].lines.start, filling).lstrip("\n")
    return _ended(f"<!-- @chapter #{chapter.id} -->\n\n{body}")


def _text(chapter: Chapter, start: int, filling: Filling) -> str:
    return "\n".join(spliced(filling.lines, range(start, len(filling.lines)), _edits(chapter, filling)))


def _edits(chapter: Chapter, filling: Filling) -> Iterator[Edit]:
    for exercise in chapter.exercises.values():
        yield from edits(exercise, f"{chapter.id}/{exercise.id}", filling)


def _followed(
    text: str, lost: Sequence[str], answers: Mapping[str, Answer], questions: Mapping[str, str]
) -> str:
    """`text` with the section of the orphans at `lost` after it, where there are any."""
    if not lost:
        return text
    section = "\n".join(kept_lines(lost, answers, questions))
    return f"{_ended(text)}\n{section}\n" if text else f"{section}\n"


def _ended(text: str) -> str:
    return text.rstrip("\n") + "\n"
