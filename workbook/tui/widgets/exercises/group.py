"""A group of questions, asked once for each of its rows."""

from collections.abc import Mapping

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical

from ....book import Block, Choice, Group, Prose, Row, Run
from ...lifetime import LAYING
from ...messages import Answered, CursorMoved
from ..fields import FieldView, Fillable, OpeningTicks, Sheet, Ticks, fields_within, is_within, line_width
from ..prose import ProseView

BESIDE = 73
"""Cells: a label and its choice that need no more than this share a line."""


def row_head(row: Row) -> Prose:
    """The label of a row as a line of its own, with its number where it has one."""
    number = (Run(f"{row.mark} "),) if row.mark[:1].isdigit() else ()
    return Prose((Block("paragraph", (*number, *row.label)),))


def label_width(group: Group) -> int:
    """Cells that the longest label needs, and two of space after it."""
    return max(len(row_head(row).text) for row in group.rows) + 2


def common_choice(group: Group) -> Choice | None:
    """The one short choice that every row is asked: it can be asked once, and stand in columns."""
    match group.fields:
        case (Choice() as choice,) if not group.opens_by_tick and group.rows:
            explained = any(row.explanation for row in group.rows)
            fits = label_width(group) + line_width(choice) <= BESIDE
            return choice if fits and not explained else None
    return None


class RowView(Vertical):
    """One row: its words, its explanation, its fields."""

    def __init__(self, group: Group, row: Row, at: str, sheet: Sheet) -> None:
        super().__init__()
        self.row = row
        self._group = group
        self._at = at
        self._sheet = sheet
        self.set_class(common_choice(group) is not None, "-beside")

    def compose(self) -> ComposeResult:
        """The label, what explains it, and a field for each question."""
        label = ProseView(row_head(self.row), classes="row-label")
        if self.has_class("-beside"):
            label.styles.width = label_width(self._group)
        yield label
        if self.row.explanation:
            yield ProseView(self.row.explanation, classes="explanation")
        asked = common_choice(self._group) is None
        for part in self._group.fields:
            at = f"{self._at}/{self.row.id}/{part.id}"
            yield FieldView(part, at, self._sheet, in_row=True, asked=asked)


class GroupView(Vertical):
    """The rows of a group; those that wait for their tick open when it comes."""

    def __init__(self, group: Group, at: str, sheet: Sheet) -> None:
        super().__init__()
        self._group = group
        self._at = at
        self._sheet = sheet
        self._open = {row.id for row in group.rows if self._is_open(row)}
        """The rows whose questions are shown."""
        self._entered = ""
        """The row into which the reader goes as soon as it is open."""

    def compose(self) -> ComposeResult:
        """The list to tick where there is one, the open rows, or the fields where there are no rows."""
        group, at = self._group, self._at
        ticked = self._sheet.ticked(at, tuple(row.id for row in group.rows))
        boxed = [row for row in group.rows if row.boxed]
        if boxed:
            kind = OpeningTicks if group.opens_by_tick and group.fields else Ticks
            yield kind(boxed, address=at, many=True, chosen=ticked, locked=self._sheet.locked)
        if (common := common_choice(group)) and common.prompt:
            yield ProseView(self._sheet.asked(common.prompt), classes="common")
        for row in group.rows:
            if row.id in self._open:
                yield RowView(group, row, at, self._sheet)
        if not group.rows:
            for part in group.fields:
                yield FieldView(part, f"{at}/{part.id}", self._sheet)

    def _is_open(self, row: Row) -> bool:
        """Whether there is anything to show, and it needs no tick, has one, or words under it are sought."""
        if not self._group.fields and not row.explanation:
            return False
        here = f"{self._at}/{row.id}"
        if not self._group.opens_by_tick or not row.boxed or self._sheet.answers.get(here) is True:
            return True
        return self._sheet.wanted != here and is_within(self._sheet.wanted, here)

    @on(Answered)
    def _ticked(self, event: Answered) -> None:
        row = next((row for row in self._group.rows if event.address == f"{self._at}/{row.id}"), None)
        if row is None or not self._group.opens_by_tick or not (self._group.fields or row.explanation):
            return
        self._open = self._open | {row.id} if event.value else self._open - {row.id}
        self._show_rows(row.id)

    @on(OpeningTicks.Entered)
    def _enter(self, event: OpeningTicks.Entered) -> None:
        event.stop()
        self._entered = event.name
        if event.name in self._open:
            self._show_rows(event.name)

    @work(group=LAYING)
    async def _show_rows(self, name: str) -> None:
        """Close and open rows until they are the ones that are ticked now, however fast the ticks came.

        Then go into the row `name`, or at least show it, if it is open.
        """
        async with self.batch():
            for view in self.query_children(RowView):
                if view.row.id not in self._open:
                    await view.remove()
            shown = {view.row.id: view for view in self.query_children(RowView)}
            for row in reversed(self._group.rows):
                if row.id in self._open and row.id not in shown:
                    shown[row.id] = RowView(self._group, row, self._at, self._sheet)
                    await self.mount(shown[row.id], before=self._following(row, shown))
        if name in shown and name in self._open:
            self._go_into(shown[name])

    def _go_into(self, view: RowView) -> None:
        """Go into the first question of `view` if the reader is to; the page shows what has opened."""
        field = next(fields_within(view), None)
        if field and self._entered == view.row.id:
            field.focus(scroll_visible=False)
        self._entered = ""
        self.call_after_refresh(self._reveal, view)

    def _reveal(self, view: RowView) -> None:
        """Bring `view` into view, from the cursor on where it is not inside."""
        field = self.screen.focused
        if isinstance(field, Fillable) and field.is_attached and view.is_attached:
            top = view.region.y - field.content_region.y
            row = field.cursor_rows[0] if isinstance(field, Ticks) and view not in field.ancestors else top
            field.post_message(CursorMoved(field, row, view.region.bottom - field.content_region.y - row))

    def _following(self, row: Row, shown: Mapping[str, RowView]) -> RowView | None:
        """The first open row after `row`."""
        order = [other.id for other in self._group.rows]
        return next((shown[name] for name in order[order.index(row.id) + 1 :] if name in shown), None)
