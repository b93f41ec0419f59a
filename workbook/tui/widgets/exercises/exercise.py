"""One exercise on a page: its question, and what fills it."""

from collections.abc import Callable, Iterator
from functools import partial

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from ....book import AnyField, Block, Exercise, Group, Prose, Run, begun, entries, present, spoken
from ....text import typed
from ...lifetime import LAYING
from ...messages import Answered, CursorMoved
from ..controls import ActionLine
from ..fields import Fillable, Sheet, fields_within, leaf_widget, recalled_views
from ..prose import ProseView, emphasised
from .cards import CardsView
from .group import GroupView
from .suggestions import SuggestionsView
from .turns import TurnsView

VIEWS: dict[str, Callable[[Group, str, Sheet], Widget]] = {
    "list": GroupView,
    "cards": CardsView,
    "turns": TurnsView,
}


def exercise_body(exercise: Exercise, at: str, sheet: Sheet) -> Widget:
    """What fills `exercise`, whose blanks stand under `at`."""
    if isinstance(exercise, AnyField):
        return leaf_widget(exercise, at, sheet)
    assert isinstance(exercise, Group)  # the one kind that is no field
    view = exercise.view if exercise.rows else "list"
    return VIEWS[view](exercise, at, sheet)


class Bar(Widget):
    """The bar at the left of an exercise. It lights up alone; `:focus-within` would restyle every field."""

    resting: reactive[Fillable | None] = reactive(None)
    """The field in which the pen rests: where the reader wrote last, and Tab goes on."""

    def render(self) -> Content:
        """Nothing, the bar is its border; but for a sign beside the row where the pen rests."""
        if self.resting is None or not self.resting.is_attached:
            return Content("")
        row = self.resting.content_region.y - self.content_region.y + self.resting.cursor_rows[0]
        return Content("\n" * max(0, row)) + Content.styled("▸", "bold $accent")


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
        if self.exercise.prompt:
            yield ProseView(emphasised(self.exercise.prompt), classes="question")
        if self._entry:
            yield from self._compose_entries()
        else:
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

    def _compose_entries(self) -> ComposeResult:
        kept = entries(self.at, self._sheet.answers)
        self._is_begun = self._entry in kept
        yield Static(Content(spoken(self._entry)), classes="entry-head")
        self._body = exercise_body(self.exercise, f"{self.at}@{self._entry}", self._sheet)
        yield self._body
        yield from self._compose_again()
        for entry in reversed([entry for entry in kept if entry not in (self._entry, self._fresh_entry())]):
            yield ActionLine(spoken(entry), partial(self._open, entry))
            yield ProseView(entry_words(self.exercise, f"{self.at}@{entry}", self._sheet), classes="earlier")

    def _compose_again(self) -> Iterator[ActionLine]:
        """What begins another entry; nothing while the one that is shown is blank, or the one of today."""
        fresh = self._fresh_entry()
        if fresh != self._entry and not self._sheet.locked and (self._is_begun or not self._is_timed):
            yield ActionLine(f"Again: {spoken(fresh)}", partial(self._open, fresh))

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
        head = self.query_one(".entry-head").region
        row = head.y - field.content_region.y
        field.post_message(CursorMoved(field, row, field.region.bottom - head.y))


def entry_words(exercise: Exercise, at: str, sheet: Sheet) -> Prose:
    """An earlier entry as prose: each question with what was answered, the unanswered ones left out."""
    blocks: list[Block] = []
    for blank in exercise.blanks(at):
        value = sheet.answers.get(blank.address)
        if value is not None and blank.takes(value):
            said = blank.said(value)
            question = Run(blank.question, frozenset({"italic"}))
            blocks.append(Block("paragraph", (question, *((Run("\n"), *said) if said else ()))))
    return Prose(tuple(blocks))
