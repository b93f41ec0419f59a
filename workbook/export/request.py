"""A request: what is to be printed. The command line and the dialog make one, and nothing else decides."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, TypeVar

from ..book import Book, Front
from .errors import ExportError
from .printing import NOW, Said, Scope, as_markdown, my_words, whole_chapters

if TYPE_CHECKING:  # the floor that knows the database: an empty sheet needs none
    from ..answers import Kept

_DIGITS = 5
"""Of a chapter's number at most: no book has more, and Python refuses a number of thousands of them."""
_COMPARED = 80
"""Characters of an unknown name that are compared with the known ones: the time grows with its square."""
_LISTED = 20
"""Names that are said after an unknown one at most."""

What: TypeAlias = Literal["words", "chapters", "sheets"]
Form: TypeAlias = Literal["markdown", "paper"]

_ENDINGS: Mapping[Form, str] = {"markdown": ".md", "paper": ".html"}
_PROMISED: Mapping[str, Form] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "paper",
    ".htm": "paper",
}
"""The form that the ending of a file's name promises."""
_IT_IS: Mapping[Form, str] = {"markdown": "It is Markdown", "paper": "It is a page of HTML"}


_Text = TypeVar("_Text", bound=str)
"""Text in one form: Markdown, or HTML."""


class Request(NamedTuple):
    """What is printed, of which part of the book, and how."""

    what: What = "words"
    """What I wrote, whole chapters with it, or empty sheets."""
    places: tuple[str, ...] = ()
    """Ids of chapters and leaflets, `steps/plan` for an exercise, or `now`; none for the whole book."""
    latest: bool = False
    """Whether of what repeats only the newest entry is wanted."""
    form: Form = "markdown"
    """Markdown, or one page of HTML made for paper."""

    @property
    def ending(self) -> str:
        """How the name of its file ends."""
        return _ENDINGS[self.form]

    @property
    def name(self) -> str:
        """What its file is called, but for the day: two that differ in what they hold never meet."""
        return f"my-{self.what}"

    def unlike(self, path: Path) -> str:
        """What to say where the name of the file promises the other form; empty where it does not.

        A name that was asked for is kept: neither the form nor the name is guessed from the other.
        """
        is_like = _PROMISED.get(path.suffix.lower(), self.form) == self.form
        return "" if is_like else f"{_IT_IS[self.form]}, whatever its name ends in."


def printed(book: Book, answers: "Kept | None", request: Request, now: datetime) -> str:
    """What `request` asks for; empty sheets need no answers.

    A leaflet and the cover are printed as they are, whatever is asked for. Raises ExportError where a chapter
    cannot be read, or where `now` is asked for in another form than that of words.
    """
    if NOW in request.places and request.what != "words":
        raise ExportError(f"'{NOW}' is a part of what you wrote; it goes with neither chapters nor sheets")
    if request.form == "paper":
        from .paper import as_paper, chapters_on_paper, page  # nothing else waits for a renderer

        return page(book, _parts(book, answers, request, now, as_paper, chapters_on_paper))
    return "\n".join(_parts(book, answers, request, now, as_markdown, whole_chapters))


def _parts(
    book: Book,
    answers: "Kept | None",
    request: Request,
    now: datetime,
    laid_out: Callable[[Iterable[Said], date], _Text],
    whole: Callable[..., _Text],
) -> Iterator[_Text]:
    """What is asked for, one part after the other, as it is `laid_out` and `whole` chapters are."""
    today, scope = now.date(), Scope(request.places)
    if request.what == "sheets" or answers is None:
        yield whole(book, None, scope, today)
        return
    if request.what == "chapters":
        yield whole(book, answers, scope, today, latest=request.latest)
        return
    pages = [name for name in request.places if name in {front.id for front in unnumbered(book)}]
    places = [name for name in request.places if name not in pages]
    above: list[str] = []
    if places or not pages:
        said = tuple(my_words(book, answers, Scope(places), now, latest=request.latest))
        above = [one.words for one in said if one.kind in ("book", "chapter")]
        yield laid_out(said, today)
    if pages:
        yield whole(book, None, Scope(pages), today, before=above)


def unnumbered(book: Book) -> tuple[Front, ...]:
    """The pages of a book that are no chapters: its cover and its leaflets."""
    return (*((book.cover,) if book.cover else ()), *book.extras)


def place_called(book: Book, name: str) -> str:
    """The place that `name` calls, as a request names it: `9` is a chapter too, and `9/plan` an exercise.

    Raises ExportError, with what is near, where the book has none.
    """
    first, slash, rest = name.partition("/")
    number = int(first) if first.isdecimal() and len(first) <= _DIGITS else 0
    if 0 < number <= len(book.fronts):
        first = book.fronts[number - 1].id
    if name == NOW or (not slash and book.front(first)):
        return first
    chapter = book.chapter(first)
    if chapter is not None and rest in chapter.exercises:
        return f"{first}/{rest}"
    known = [f"{first}/{one}" for one in chapter.exercises] if chapter else _names(book)
    raise ExportError(f"there is no '{name}' in this book.{_near(f'{first}{slash}{rest}', known)}")


def _names(book: Book) -> list[str]:
    return [front.id for front in (*book.fronts, *unnumbered(book))] + [NOW]


def _near(name: str, known: Sequence[str]) -> str:
    """The close name, or else some of those there are: two or three lines of a terminal."""
    import difflib  # only where something is wrong

    near = difflib.get_close_matches(name[:_COMPARED], known, 1)
    if near:
        return f" Did you mean '{near[0]}'?"
    return f" There are: {', '.join(known)}." if 0 < len(known) <= _LISTED else ""


def usual_path(folder: Path, request: Request, today: date) -> Path:
    """A file in `folder` that is not there yet, named for what it holds and for the day, then `-2`."""
    for number in count(1):
        again = f"-{number}" if number > 1 else ""
        path = folder / f"{request.name}-{today}{again}{request.ending}"
        if not os.path.lexists(path):
            return path
    raise AssertionError("numbers do not end")


def homely(path: Path) -> str:
    """`path` with `~` for the reader's home, so that it fits a line."""
    home = Path.home()
    return f"~{os.sep}{path.relative_to(home)}" if path.is_relative_to(home) and path != home else str(path)
