"""One exercise on a page: its question, and what fills it."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import ClassVar, assert_never

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from ....book import AnyField, Exercise, Group, Text, begun, entries, phrases, present
from ....text import typed
from ...lifetime import LAYING
from ...messages import Answered, CursorMoved
from ..controls import ActionLine
from ..fields import FieldView, Fillable, Sheet, fields_within, leaf_widget, recalled_views
from ..prose import HeadLine, ProseView, emphasised
from .group import GroupView
from .suggestions import SuggestionsView


def exercise_body(exercise: Exercise, at: str, sheet: Sheet) -> Widget:
    """What fills `exercise`, whose blanks stand under `at`."""
    if isinstance(exercise, AnyField):
        return leaf_widget(exercise, at, sheet)
    assert isinstance(exercise, Group)  # the one kind that is no field
    return _view(exercise)(exercise, at, sheet)


def _view(group: Group) -> Callable[[Group, str, Sheet], Widget]:
    """How a group is shown; cards and turns are imported by the first page that has any."""
    match group.view if group.rows else "list":
        case "list":
            return GroupView
        case "cards":
            from .cards import CardsView

            return CardsView
        case "turns":
            from .turns import TurnsView

            return TurnsView
        case unknown:
            assert_never(unknown)


class Bar(Widget):
    """The bar at the left of an exercise. It lights up alone; `:focus-within` would restyle every field."""

    ALLOW_SELECT = False

    resting: reactive[Fillable | None] = reactive(None)
    """The field in which the pen rests: where the reader wrote last, and Tab goes on."""

    def render(self) -> Content:
        """Nothing, the bar is its border; but for a sign beside the row where the pen rests."""
        if self.resting is None or not self.resting.is_attached:
            return Content("")
        row = self.resting.content_region.y - self.content_region.y + self.resting.cursor_rows[0]
        return Content("\n" * max(0, row)) + Content.styled("▸", "bold $accent")


class Again(ActionLine, inherit_bindings=False):
    """Begins another entry. Tab stops here between two exercises: Space was meant for one of them."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "act", show=False)]


class ExerciseView(Vertical):
    """A bar, the question, the field. A repeating exercise shows one entry, and leads to the others."""

    def __init__(self, exercise: Exercise, at: str, sheet: Sheet, *, entry: str = "") -> None:
        super().__init__()
        self.exercise = exercise
        self.at = at
        self._sheet = sheet
        self._is_begun = False
        """Whether something was written into the entry that is shown."""
        self._entry = self._entry_shown(entry)

    def compose(self) -> ComposeResult:
        """The bar, the question, the field; of a repeating exercise also its entries."""
        yield Bar()
        yield from self._compose_suggestions()
        if isinstance(self.exercise, Group) and self._entry:
            yield from self._compose_entries(self.exercise)
            return
        if self.exercise.prompt:
            yield ProseView(emphasised(self.exercise.prompt), classes="question")
        yield from recalled_views(self.exercise, self.at, self._sheet)
        yield exercise_body(self.exercise, self.at, self._sheet)

    def on_key(self, event: events.Key) -> None:
        """A key of typing that no field has a use for is nobody's: it never acts on the page."""
        if event.key == "backspace" or typed(event.character):
            used = self.screen.active_bindings.get(event.key)
            if used is None or self not in used.node.ancestors:
                event.stop()

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _light(self) -> None:
        self.query(Bar).set_class(self.has_focus_within, "-lit")  # none while it is composed again

    @on(events.DescendantBlur)
    def _fold(self) -> None:
        """Once the reader has left for elsewhere in the program, words that wait for a day are folded."""
        waits = any(isinstance(part, Text) and part.folded_until for part in self.exercise.parts)
        if waits and self.screen.focused is not None and not self.has_focus_within:
            for field in self.query(FieldView):
                field.fold()

    def rest(self, field: Fillable | None) -> None:
        """Mark `field` as the one in which the pen rests; none, and the mark goes."""
        for bar in self.query(Bar):
            bar.resting = field
            bar.set_class(field is not None or self.has_focus_within, "-lit")
            bar.refresh()  # the field may stand on another row than it did

    def _compose_suggestions(self) -> ComposeResult:
        if isinstance(self.exercise, Group) and self._sheet.is_led_to(self.at):
            yield SuggestionsView(partial(self._sheet.suggested, self.at), self.exercise.otherwise)

    def _entry_shown(self, wanted: str) -> str:
        """The entry `wanted`, if it is there, else the present one; "" where the exercise does not repeat."""
        if not isinstance(self.exercise, Group) or not self.exercise.repeat:
            return ""
        kept = entries(self.at, self._sheet.answers)
        if wanted in kept:
            return wanted
        return present(self.exercise.repeat, self._sheet.now(), kept, self._sheet.device)

    def _fresh_entry(self) -> str:
        repeat = self.exercise.repeat if isinstance(self.exercise, Group) else ""
        kept = {*entries(self.at, self._sheet.answers), *([self._entry] if self._is_begun else [])}
        return begun(repeat, self._sheet.now(), kept, self._sheet.device)

    def _compose_entries(self, group: Group) -> ComposeResult:
        """One entry in the fields, and below it what the others hold: then and now."""
        kept, today = entries(self.at, self._sheet.answers), self._sheet.now().date()
        self._is_begun = self._entry in kept
        sheet = self._sheet._replace(examples=not kept)
        below = list(self._then_and_now(group, today)) if set(kept) - {self._entry} else []
        yield from self._compose_head(group, sheet, today, is_known=bool(below))
        self._body = exercise_body(group, f"{self.at}@{self._entry}", sheet)
        yield self._body
        yield from self._compose_again()
        yield from below

    def _compose_head(self, group: Group, sheet: Sheet, today: date, *, is_known: bool) -> ComposeResult:
        """What the exercise asks, and the period; to who knows it, its name is enough where fields ask."""
        period = phrases.period(self._entry, today)
        if is_known and group.home and all(field.prompt for field in group.fields):
            yield HeadLine(group.home, period, style="bold")
            return
        if group.prompt:
            yield ProseView(emphasised(sheet.asked(group.prompt)), classes="question")
        yield HeadLine("", period, style="bold")

    def _then_and_now(self, group: Group, today: date) -> Iterator[Widget]:
        from ....export import history  # what is read the first time needs none of it
        from .then_and_now import ThenAndNow

        if found := history(group, self.at, self._sheet.answers, today, without=self._entry):
            yield ThenAndNow(found, group.repeat, today, self._open)

    def _compose_again(self) -> Iterator[Again]:
        """What begins another entry; nothing while the one that is shown is blank, or the one of today."""
        fresh = self._fresh_entry()
        if fresh != self._entry and not self._sheet.locked and (self._is_begun or not self._is_timed):
            said = phrases.period(fresh, self._sheet.now().date())
            yield Again(f"Again: {said}", partial(self._open, fresh))

    @property
    def _is_timed(self) -> bool:
        return isinstance(self.exercise, Group) and self.exercise.repeat == "entry"

    @on(Answered)
    def _begin(self) -> None:
        """Once something is written here, another entry can be begun."""
        if self._is_timed and not self._is_begun:
            self._is_begun = True
            self.mount(*self._compose_again(), after=self._body)

    def _open(self, entry: str) -> None:
        """Show `entry` in the fields; what stood there is read beneath it."""
        self._entry = entry
        self._reopen()

    @work(group=LAYING, exclusive=True)
    async def _reopen(self) -> None:
        """Show the entry; the page stays where it is, though it is shorter for a moment."""
        pages = [holder for holder in self.ancestors if isinstance(holder, VerticalScroll)]
        rows = [page.scroll_y for page in pages]
        async with self.batch():
            await self.recompose()
        for page, row in zip(pages, rows, strict=True):
            self.call_after_refresh(page.scroll_to, y=row, animate=False, immediate=True)
        fields = sorted(fields_within(self), key=lambda field: field.address.endswith("/"))
        for field in fields[:1]:  # a card or a turn only where there is nothing to fill in
            field.focus(scroll_visible=False)
            self.call_after_refresh(self._show_entry, field)

    def _show_entry(self, field: Fillable) -> None:
        """Bring `field` into view, with the date of the entry above it."""
        head = self.query_one(HeadLine).region
        row = head.y - field.content_region.y
        field.post_message(CursorMoved(field, row, field.region.bottom - head.y))
