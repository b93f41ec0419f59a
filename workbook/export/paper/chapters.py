"""Whole chapters on paper, empty or filled in: the cover and the contents, each chapter on a fresh sheet."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from ...book import (
    Answer,
    AnyField,
    Book,
    Exercise,
    Front,
    Group,
    anchors,
    is_elsewhere,
    linked_front,
    phrases,
    spoken,
)
from ..printing import (
    Fragments,
    Lead,
    Part,
    Scope,
    all_aside,
    fitting_answers,
    fragments,
    headings_of,
    lead_from,
    printed_parts,
    sections_said,
)
from ..written import Written, entries_written
from .elements import NOTHING, Html, element, joined, said
from .fields import asked, question
from .groups import again, group_on_paper
from .hypertext import Hypertext, Led
from .words import as_paper

if TYPE_CHECKING:  # the floor that knows the database: an empty sheet needs none
    from ...answers import Kept


class _Wish(NamedTuple):
    """What stands in the places to fill in: nothing where `kept` is None."""

    kept: "Kept | None"
    today: date
    latest: bool


def chapters_on_paper(
    book: Book,
    answers: "Kept | None",
    scope: Scope,
    today: date,
    *,
    latest: bool = False,
    before: Sequence[str] = (),
) -> Html:
    """What `scope` names with its answers (without, where there are None), and last the words kept aside.

    Of the whole book the cover stands first, then the contents, and the leaflets last. `before` are the
    headings that stand above all this on the same page. Raises ExportError where a chapter cannot be read.
    """
    parts = printed_parts(book, scope)
    known = fragments(parts, before)
    wish = _Wish(answers, today, latest)
    made = [_Article(book, part, known, wish, scope).made() for part in parts]
    if scope.is_whole:
        first = 1 if book.cover else 0
        title = NOTHING if book.cover else element("h1", said(book.title))
        made.insert(first, joined((title, _contents(book, known))))
    aside = all_aside(book, answers, scope, today, latest=latest) if answers is not None else ()
    if aside:
        made.append(element("article", as_paper(aside, today)))
    return joined(made)


def _contents(book: Book, known: Fragments) -> Html:
    """The chapters by part, with their numbers, and the leaflets; links for who reads it in a browser."""
    parts = [
        joined((element("h3", said(name)) if name else NOTHING, _entries(fronts, known)))
        for name, fronts in groupby((*book.fronts, *book.extras), key=lambda front: front.part)
    ]
    return element("nav", element("h2", said(phrases.CONTENTS)), *parts)


def _entries(fronts: Iterator[Front], known: Fragments) -> Html:
    lines = (
        element(
            "li",
            element("span", said(str(front.number or "")), kind="number"),
            element("a", said(front.title), href=f"#{known[front.id, '']}"),
        )
        for front in fronts
    )
    return element("ul", joined(lines))


class _Article:
    """One file on paper."""

    def __init__(self, book: Book, part: Part, known: Fragments, wish: _Wish, scope: Scope) -> None:
        front = part.chapter.front
        self._part, self._chapter, self._front, self._wish = part, part.chapter, front, wish
        self._own = known[front.id, ""]
        self._level = 2 if scope.is_whole and front is not book.cover else 1
        inside = () if part.exercises is not None else anchors(headings_of(part.chapter))
        names = [known[front.id, name] for name in inside]
        lead = partial(_led, book, front, lead_from(book, front, known))
        self._text = Hypertext(part.chapter, lead, names, lowered=self._level - 1)
        self._fitting: Mapping[str, Answer] = {}
        if wish.kept is not None:
            self._fitting = fitting_answers(part.chapter, wish.kept, wish.today)

    def made(self) -> Html:
        number = (
            said(phrases.begun_large(phrases.chapter(self._front.number))) if self._front.number else NOTHING
        )
        above = element("p", number, kind="number") if number else NOTHING
        title = element(f"h{self._level}", said(self._front.title), id=self._own)
        blocks = self._blocks() if self._part.exercises is None else map(self._exercise, self._part.exercises)
        return element("article", joined((above, NOTHING if self._part.is_titled else title, *blocks)))

    def _blocks(self) -> Iterator[Html]:
        """Prose and exercises in the order of the file."""
        at = self._chapter.pages[0].lines.start
        for exercise in sorted(self._chapter.exercises.values(), key=lambda one: one.lines.start):
            yield self._text.within(range(at, exercise.lines.start))
            yield self._exercise(exercise)
            at = exercise.lines.stop
        yield self._text.within(range(at, len(self._chapter.lines)))

    def _exercise(self, exercise: Exercise) -> Html:
        at = f"{self._chapter.id}/{exercise.id}"
        kind = "exercise"
        if isinstance(exercise, Group):
            inside = self._group(exercise, at)
            kind += " sheet" if exercise.repeats and self._wish.kept is None else ""
        else:
            assert isinstance(exercise, AnyField)  # an exercise is one or the other
            inside = question(asked(exercise, self._text), at, self._fitting)
        return element("section", inside, kind=kind)

    def _group(self, group: Group, at: str) -> Html:
        prompt = self._text.within(range(group.lines.start + 1, group.body().start))
        written = self._entries(group) if group.repeats else ()
        below = [part for one in written for part in self._entry(one)]
        if not below:
            below = [again(group), group_on_paper(group, self._text, at, self._fitting)]
        return joined((element("div", prompt, kind="prompt") if prompt else NOTHING, *below))

    def _entries(self, group: Group) -> list[Written]:
        """What was written in a group that repeats, the newest last."""
        kept, today, latest = self._wish
        if kept is None:
            return []
        page = next(page for page in self._chapter.pages if group in page.exercises)
        found = entries_written(self._chapter, page, group, kept, today)
        return list(islice(found, 1 if latest else None))[::-1]

    def _entry(self, one: Written) -> Iterator[Html]:
        day = phrases.begun_large(spoken(one.entry))
        yield element("p", said(day), kind="entry")
        yield as_paper(sections_said(one), self._wish.today)


def _led(book: Book, here: Front, lead: Lead, href: str, words: str) -> Led:
    """Where a link leads, and what finds the place from paper where its own words do not."""
    if is_elsewhere(href):
        address = href.removeprefix("mailto:")
        return Led(href, "" if address in (words, f"http://{words}") else address)
    front = linked_front(book, here, href)
    if (
        front is None
        or front is here
        or not front.number
        or str(front.number) in re.findall(r"\d+", words)
        or words in front.title
    ):
        return Led(lead(href))
    return Led(lead(href), phrases.chapter(front.number))
