"""*Your words*: what the reader wrote, gathered on the last page of the book."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from textual.widget import Widget

from ....book import (
    Answer,
    Block,
    Choice,
    Hit,
    Piece,
    Prose,
    Run,
    Scale,
    found_in,
    phrases,
    searched,
)
from ....export.just_now import Due, Now, just_now
from ....export.sections import Part, Section
from ....export.sharing import may_be_shared
from ....export.written import Written, can_hide, written
from ....session import KEPT, WORDS, Place, ScrollAnchor, with_seen
from ...commands import SHARE
from ...widgets import ActionLine, PageView, ProseView
from ...widgets.exercises.written import Spoken, WrittenView
from .kept_aside import KeptAside, KeptHeading

if TYPE_CHECKING:
    from .paging import PagingScreen

_AT_ONCE = 12
"""Exercises that are laid out before the first paint: more than the largest window shows."""


_REST = "the rest of your words"
"""The group of the worker that lays it out."""


class YourWords:
    """Lays out the page, what is seen first before the rest, and keeps the day on which it was opened."""

    def __init__(self, screen: "PagingScreen", choose: Callable[[str, Answer], None]) -> None:
        self._screen = screen
        self._rest: Iterator[Widget] = iter(())
        """What is not laid out yet."""
        self._kept_aside = KeptAside(screen.book, screen.answers, self._today, choose, screen.reopen)

    def _today(self) -> date:
        return self._screen.now().date()

    async def show(self, place: Place) -> None:
        """Show the page as it stood at `place`: an answer that was found, or where words kept aside begin."""
        today, view, answers = self._today(), self._screen.view, self._screen.answers
        self._screen.workers.cancel_group(self._screen, _REST)  # what is left of another show
        self._rest = iter(())
        if place.field == KEPT:
            laid = list(self._widgets(today))
            kept = next((n for n, widget in enumerate(laid) if isinstance(widget, KeptHeading)), None)
            if kept is None:
                kept = len(laid)
                laid += [KeptHeading(), _paragraph(phrases.NOTHING_ASIDE)]
            await view.lay(laid, ScrollAnchor(kept))
            self._choose_first(laid[kept:])
        else:
            first, rest = self._begun(place.spot.child + _AT_ONCE, today)
            await view.lay(first, place.spot)
            self._rest = rest
            self._screen.call_after_refresh(self._go_on, rest)
            if place.field:
                self._choose_first(view.children[place.spot.child :][:1])
        if not answers.read_only:
            answers.keep_place(with_seen(answers.place, today))

    def _share(self) -> None:
        self._screen.call_later(self._screen.run_action, f"screen.{SHARE.action}")

    def _choose_first(self, laid: Sequence[Widget]) -> None:
        """Give the keys to the first answer of `laid`; the page stays where it is."""
        first = next((widget for widget in laid if widget.focusable), None)
        if first is not None:
            self._screen.call_after_refresh(first.focus, scroll_visible=False)

    def _go_on(self, rest: Iterator[Widget]) -> None:
        """Lay out the `rest`, now that what is seen has been painted, unless all is shown anew by now."""
        if rest is self._rest:
            self._screen.run_worker(self._lay_rest(self._screen.view, rest), group=_REST, exclusive=True)

    async def _lay_rest(self, view: PageView, widgets: Iterator[Widget]) -> None:
        """What is not seen yet, a screenful at a time, so that keys come first."""
        while self._screen.journey.is_in_words and (more := list(islice(widgets, _AT_ONCE))):
            await view.mount_all(more)

    def find(self) -> Callable[[str], tuple[Hit, ...]]:
        """What finds words in what stands on the page now; last in what it has no room for.

        Those are the entries before the newest, and a text that waits for its day.
        """
        book, answers, today = self._screen.book, self._screen.answers, self._today()
        newest = (one for _, some in written(book, answers, today, latest=True) for one in some)
        shown = {address for one in newest for address in one.addresses}
        rest = (
            piece
            for piece in searched(book, answers, today)
            if piece.own and (piece.instead or piece.address not in shown)
        )
        return partial(found_in, (*_pieces(self._widgets(today)), *rest))

    def _begun(self, count: int, today: date) -> tuple[list[Widget], Iterator[Widget]]:
        """The first `count` widgets, and those that come after.

        For what is kept aside all answers have to be gone through: it comes after, but where nothing stands
        before it, or the place is in it.
        """
        shown, aside = self._shown(today), self._aside(today)
        first = list(islice(shown, count))
        if len(first) <= count - _AT_ONCE:
            first += islice(aside, count - len(first))
        return first, chain(shown, aside)

    def _widgets(self, today: date) -> Iterator[Widget]:
        return chain(self._shown(today), self._aside(today))

    def _shown(self, today: date) -> Iterator[Widget]:
        """What stands in its place in the book, with what is marked in it on top."""
        book, answers = self._screen.book, self._screen.answers
        now = list(just_now(book, answers, self._screen.now()))
        if now:
            yield _heading(phrases.JUST_NOW)
            yield from (now_view(one, today) for one in now)
            if may_be_shared(book, answers):
                yield ActionLine(SHARE.label, self._share)
        for front, some in written(book, answers, today, latest=True):
            for number, one in enumerate(kept for newest in some if (kept := newest.in_sight())):
                if not number:
                    yield _heading(f"{front.number}. {front.title}")
                yield written_view(one, today)

    def _aside(self, today: date) -> Iterator[Widget]:
        """What is kept aside; where nothing at all was written, that it is so."""
        book, answers = self._screen.book, self._screen.answers
        hiding = [one for _, some in written(book, answers, today, of=can_hide) for one in some]
        aside = list(self._kept_aside.compose(hiding))
        if aside or any(some for _, found in written(book, answers, today, latest=True) for some in found):
            yield from aside
        else:
            yield _paragraph(phrases.NOTHING_WRITTEN)


def _pieces(widgets: Iterable[Widget]) -> Iterator[Piece]:
    """What the reader wrote of `widgets`; what stands under *Just now* stands further down as well."""
    for number, widget in enumerate(widgets):
        if isinstance(widget, WrittenView):
            where = "  ·  ".join(filter(None, (widget.title, widget.right)))
            for part, spoken in enumerate(() if widget.is_bright else widget.said):
                at = part + 1 if part else 0
                for words in spoken.words:
                    yield Piece(
                        words, at, widget.address, own=True, chapter=WORDS.id, block=number, where=where
                    )
        elif isinstance(widget, ProseView):
            for block in widget.prose.blocks:
                if block.kind == "quote":
                    yield Piece(
                        block.words, own=True, chapter=WORDS.id, block=number, where=phrases.KEPT_ASIDE
                    )


def written_view(one: Written, today: date) -> WrittenView:
    """One exercise, or the newest entry of it, with its day and how many there were before."""
    day = phrases.on_day(one.day, today) if one.day else ""
    said = tuple(spoken_of(one, today))
    return WrittenView(one.title, f"{day}{phrases.and_earlier(one.earlier)}", said, one.addresses[0])


def now_view(now: Now, today: date) -> WrittenView:
    """What is being tried just now, with the days to look again; Enter goes where one has come."""
    said = tuple(spoken_of(now.written, today, now.dues)) if now.written else (Spoken(words=(now.said,)),)
    come = next((due.then for due in now.dues if due.has_come), now.address)
    return WrittenView(now.title, now.place, said, come, is_bright=True)


def spoken_of(one: Written, today: date, dues: tuple[Due, ...] = ()) -> Iterator[Spoken]:
    """The answers, row by row; an exercise of one question does not ask it twice."""
    come = {due.address for due in dues if due.has_come}
    for number, section in enumerate(one.sections):
        if short := _in_one_line(section):
            yield Spoken(words=(short,), is_close=number > 0)
            continue
        if section.label:
            yield Spoken(words=(section.label,), is_label=True, is_close=number > 0 and not section.parts)
        yield from _parts(one, section, today, come)


def _in_one_line(section: Section) -> str:
    """A row of which one thing was chosen, with what that was; empty where more has to be said."""
    match section.parts:
        case (Part(field=Choice() | Scale(), told=(told,)),) if section.label:
            return f"{section.label}  ·  {told.words}"
    return ""


def _parts(one: Written, section: Section, today: date, come: set[str]) -> Iterator[Spoken]:
    depth = 1 if section.label else 0
    for number, part in enumerate(section.parts):
        question = "" if part.field is one.exercise else part.question
        is_close = bool(section.label) and number == 0
        if part.day and question:
            note = phrases.HAS_COME if part.address in come else ""
            day = phrases.coming_day(part.day, today)
            yield Spoken(question, right=day, note=note, depth=depth, is_close=is_close)
        else:
            yield Spoken(question, tuple(told.words for told in part.told), depth=depth, is_close=is_close)


def _heading(words: str) -> ProseView:
    return ProseView(Prose((Block("heading", (Run(words),), depth=2),)))


def _paragraph(words: str) -> ProseView:
    return ProseView(Prose((Block("paragraph", (Run(words),)),)))
