"""A field of one line that belongs to no exercise: words to look for, a path."""

from textual.widgets import Input

from ...text import clean


class LineField(Input):
    """One line of clean text; nothing is marked when it gets the focus, so that no key wipes it."""

    def __init__(self, value: str = "", *, placeholder: str = "") -> None:
        super().__init__(value, placeholder=placeholder, select_on_focus=False, compact=True)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """`value` as it may be drawn, however it came in."""
        return clean(value).replace("\n", " ")
