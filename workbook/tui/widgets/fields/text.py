"""A field for words."""

from itertools import pairwise
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Selection

from ....book import Text
from ....text import clean, typed
from ...marking import word_at
from ...messages import Answered, CursorMoved, FieldLeft
from ...own_keys import key_of
from ..prose.ruled import ruled
from .by_letters import ByLetters
from .fillable import Fillable, counted


class TextField(ByLetters, Fillable):
    """Words, wrapped, growing with what is typed; who comes to it writes on at the end of what is there.

    It repaints only the rows that a key has changed; the stock widget repaints all of them. Enter in a field
    of one row goes on to the next field; newlines that are in it already are shown.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"field--rule"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+home", "edge(0)", show=False),
        Binding("ctrl+end", "edge(1)", show=False),
        Binding("f6", "screen.words", show=False, id="words"),  # with Textual it marks the line
    ]

    changing = frozenset()
    """None: whatever is typed or moved brings it back by itself."""

    selection = reactive(Selection(), init=False, always_update=True, repaint=False)

    def __init__(self, text: Text, *, address: str, value: str, locked: bool = False) -> None:
        super().__init__(
            value,
            highlight_cursor_line=False,
            placeholder=Content(clean(text.placeholder)),
            read_only=locked,
        )
        self.address = address
        self.locked = locked
        self._chars = text.chars
        self._is_noted = bool(text.chars or text.is_date)
        self._open_in = ""
        self._bracket: tuple[int, int] | None = None
        """Where the bracket stands that is painted as the one to that under the cursor."""
        self.one_row = text.rows == 1
        self.cursor_blink = False
        self.set_reactive(TextField.selection, Selection.cursor(self.document.end))
        self._rows = text.rows
        self._make_room()
        self._say()

    @property
    def open_in(self) -> str:
        """The name of the program in which these words are open too; "" for none."""
        return self._open_in

    @open_in.setter
    def open_in(self, name: str) -> None:
        self._open_in = name
        self.note("")
        self._make_room()
        self._say()

    def _make_room(self) -> None:
        """Keep a line free where there is something to say below the words."""
        has_note = self._is_noted or bool(self._open_in)
        self.set_class(has_note, "noted")
        self.styles.min_height = self._rows + has_note

    def watch_selection(self, before: Selection, selection: Selection) -> None:
        """Repaint what the cursor has left and come to; Textual's own watcher has found the bracket there."""
        if self.is_mounted:
            brackets = self._bracket, self.matching_bracket_location
            self._bracket = self.matching_bracket_location
            self._repaint(*before, *selection, *filter(None, brackets))
            self.post_message(CursorMoved(self, *self.cursor_rows))

    def _repaint(self, *locations: tuple[int, int]) -> None:
        """Repaint the rows from the first to the last of `locations`; all, where one of them is gone."""
        last = self.document.end
        if any(location > last for location in locations):
            self.refresh()
            return
        rows = [self.wrapped_document.location_to_offset(location).y for location in locations]
        self.refresh_lines(min(rows), max(rows) - min(rows) + 1)

    def edit(self, edit: Edit) -> EditResult:
        """Make the edit; repaint only the rows of its line that are others now, unless lines have moved."""
        line = edit.top[0]
        before, height = self._sections(line), self.wrapped_document.height
        result = super().edit(edit)
        if self.wrapped_document.height != height or {edit.bottom[0], result.end_location[0]} != {line}:
            self.refresh()
        else:
            first = self.wrapped_document.location_to_offset((line, 0)).y
            for row, (old, new) in enumerate(zip(before, self._sections(line), strict=True), first):
                if old != new:
                    self.refresh_lines(row)
        return result

    def _sections(self, line: int) -> list[str]:
        """The rows into which a line is wrapped."""
        ends = [0, *self.wrapped_document.get_offsets(line), None]
        return [self.document[line][start:end] for start, end in pairwise(ends)]

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Scroll to the cursor; not while an undo has taken its line away and has yet to move it.

        Textual would fail there: the scroll bar goes before the cursor does.
        """
        is_gone = self.cursor_location > self.document.end
        return Offset() if is_gone else super().scroll_cursor_visible(center, animate)

    def render_line(self, y: int) -> Strip:
        """Row `y`, ruled where nothing is written; Textual ends the row of a placeholder where that ends."""
        row = super().render_line(y).extend_cell_length(self.content_size.width, self.rich_style)
        return ruled(row, self.get_component_rich_style("field--rule", partial=True))

    def undo(self) -> None:
        """Take the last edits back; they may have been anywhere."""
        super().undo()
        self.refresh()

    def redo(self) -> None:
        """Make the edits again that were taken back."""
        super().redo()
        self.refresh()

    @on(TextArea.Changed)
    def _changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.answer()

    def answer(self) -> None:
        """Report what stands in the field."""
        self._say()
        self.post_message(Answered(self.address, self.value or None))

    @property
    def value(self) -> str:
        """What is kept of it."""
        return self.text

    def _say(self) -> None:
        """Say where else it is open, else what there is to say of the words."""
        if self.has_class("noted"):  # else it would be painted anew for nothing
            elsewhere = f"open in {self._open_in}; done: {key_of(self.app, 'edit', 'Ctrl+O')}"
            self.note(elsewhere if self._open_in else self._noted())

    def _noted(self) -> str:
        """How long it is, where a length was asked for."""
        return counted(len(self.text), self._chars, "characters") if self._chars else ""

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Whether the key only adds words; the stock field lets through what it takes for no character."""
        return super().check_consume_key(key, character) or bool(typed(character) and not self.read_only)

    def on_paste(self, event: events.Paste) -> None:
        """Insert what was pasted, without control characters."""
        event.stop()
        event.prevent_default()
        if not self.read_only:
            self._insert(clean(event.text))

    def on_key(self, event: events.Key) -> None:
        """Enter leaves a field of one row; letters in a locked one are nobody's, not the keys of the page."""
        words = typed(event.character)
        if event.key == "enter" and self.one_row:
            self.post_message(FieldLeft(1))
        elif words and not event.is_printable and not self.read_only:
            self._insert(words)  # the stock field would drop it: a joiner, say, or a space of another script
        elif not (words and self.read_only):
            return
        event.stop()
        event.prevent_default()

    def _insert(self, words: str) -> None:
        inserted = self.replace(words, *sorted(self.selection), maintain_selection_offset=False)
        self.move_cursor(inserted.end_location)  # which brings it into view

    @property
    def written(self) -> str:
        """The words."""
        return self.text

    def on_click(self, event: events.Click) -> None:
        """Two clicks mark a word, three the line, however many rows it takes on the screen."""
        if event.chain < 2:
            return
        event.stop()
        event.prevent_default()
        line, at = self.get_target_document_location(event)
        row = self.document[line]
        first, last = word_at(row, at) if event.chain == 2 else (0, len(row))
        self.selection = Selection((line, first), (line, min(last, len(row))))

    def action_edge(self, end: int) -> None:
        """Go to the first or the last word of the text."""
        self.move_cursor(self.document.end if end else (0, 0))

    def rewrite(self, text: str) -> None:
        """Put `text` in place of all that stands here, as one step that can be undone."""
        if text != self.text:
            self.replace(text, (0, 0), self.document.end)

    @property
    def cursor_rows(self) -> tuple[int, int]:
        """The row with the cursor."""
        return self.cursor_screen_offset.y - self.content_region.y, 1

    @property
    def cursor(self) -> tuple[int, int]:
        """Where the cursor is: line and column, from 0."""
        return self.cursor_location

    @cursor.setter
    def cursor(self, cursor: tuple[int, int]) -> None:
        self.cursor_location = self.clamp_visitable(cursor)
