"""Texts that are lent to the reader's own editor: made by the first wish for it, looked at last."""

from typing import TYPE_CHECKING

from textual.widget import Widget

from .paging import PagingScreen
from .telling import Telling

if TYPE_CHECKING:
    from ..editing import Editor


class Lending:
    """Opens texts of `screen` in an editor, and says of what one has left over while none is open."""

    def __init__(self, screen: PagingScreen, telling: Telling) -> None:
        self._screen = screen
        self._telling = telling
        self._editor: Editor | None = None

    def edit(self, focused: Widget | None) -> None:
        """Open the text that is `focused`, here or on a page that stands over this one."""
        from ..editing.editor import Editor

        self._screen.keep_place()  # nothing does, as long as the editor has the terminal
        if self._editor is None:
            self.tell_of_left_over()  # before there is a file of this session that looks like one of those
            self._editor = Editor(self._screen, self._screen.answers)
        self._editor.edit(focused)

    def look_last(self) -> None:
        """Take in what an editor in a window of its own has saved last: the program is about to end."""
        if self._editor:
            self._editor.look_last()

    def tell_of_left_over(self) -> None:
        """Not while an editor is open: its file looks like one of those."""
        if self._editor is None:
            self._telling.tell_of_left_over()
