"""A text in which the cursor moves, and takes out, by letters and words as a reader counts them."""

import re

from textual import events
from textual.widgets import TextArea

from ...letters import bare, letter_after, letter_at, letter_before

_EDGE = re.compile(r"(?<=\W)(?=\w)|(?<=\w)(?=\W)")
"""Where a word begins or ends."""
_WORD = re.compile(r"\s*\w+")

Location = tuple[int, int]


class ByLetters(TextArea):
    """Textual's own field goes by characters, and would part a letter from its accent."""

    def get_cursor_left_location(self) -> Location:
        """A letter to the left."""
        row, at = self.cursor_location
        return (row, letter_before(self.document[row], at)) if at else super().get_cursor_left_location()

    def get_cursor_right_location(self) -> Location:
        """A letter to the right."""
        row, at = self.cursor_location
        line = self.document[row]
        return (row, letter_after(line, at)) if at < len(line) else super().get_cursor_right_location()

    def get_cursor_up_location(self) -> Location:
        """A row up, before a letter."""
        return self._before_letter(super().get_cursor_up_location())

    def get_cursor_down_location(self) -> Location:
        """A row down, before a letter."""
        return self._before_letter(super().get_cursor_down_location())

    def get_target_document_location(self, event: events.MouseEvent) -> Location:
        """What was clicked, never the middle of a letter."""
        return self._before_letter(super().get_target_document_location(event))

    def _before_letter(self, location: Location) -> Location:
        row, at = location
        return row, letter_at(self.document[row], at)

    def get_cursor_word_left_location(self) -> Location:
        """Where the word before the cursor begins or ends."""
        row, at = self.cursor_location
        if not at:
            return super().get_cursor_word_left_location()
        edges = [edge.start() for edge in _EDGE.finditer(bare(self.document[row])[:at].rstrip())]
        return row, edges[-1] if edges else 0

    def get_cursor_word_right_location(self) -> Location:
        """Where the word after the cursor ends or begins."""
        row, at = self.selection.end
        line = bare(self.document[row])
        if at == len(line):
            return super().get_cursor_word_right_location()
        words = line[at:].lstrip()
        edge = _EDGE.search(words)
        return row, len(line) - len(words) + edge.start() if edge else len(line)

    def action_delete_word_right(self) -> None:
        """Take out the word after the cursor, or what is marked."""
        row, at = self.selection.end
        found = _WORD.search(bare(self.document[row])[at:])
        if self.read_only or not self.selection.is_empty or not found:
            super().action_delete_word_right()
        else:
            self.delete((row, at), (row, at + found.end()), maintain_selection_offset=False)
