"""One setting: its name, and a few options in a line, of which one holds."""

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from ..fields import MARKS

NAME = 11
"""Cells for the name of a setting, so that the options of several stand under one another."""

GAP = "   "
"""What stands between two options."""


class SettingLine(Widget, can_focus=True):
    """`Answers   (•) filled in   ( ) blank`: left and right choose at once, and Space changes nothing.

    What the cursor stands on is what holds: nobody takes the one for the other, and shares what is private.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "choose(-1)", show=False),
        Binding("right", "choose(1)", show=False),
    ]

    value = reactive("", init=False)
    """The option that holds."""

    class Chosen(Message):
        """Another option of `line` holds now."""

        def __init__(self, line: "SettingLine") -> None:
            super().__init__()
            self.line = line

    def __init__(
        self,
        label: str,
        options: Mapping[str, str],
        value: str,
        *,
        id: str,  # noqa: A002 - Widget's name for it
    ) -> None:
        super().__init__(id=id)
        self._label = label
        self._offered = dict(options)
        self.set_reactive(SettingLine.value, value)

    def render(self) -> Content:
        """The name and the options, the one that holds marked by more than a colour."""
        return Content("\n").join(self._set(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Widget's signature
        """The number of lines at `width`."""
        return len(self._set(width))

    def _set(self, width: int) -> list[Content]:
        """The lines at `width`: each option whole, those that find no room under the others."""
        rows = [Content.styled(f"{self._label:<{NAME}}", "bold")]
        for name in self._offered:
            option = self._option(name)
            gap = GAP if rows[-1].cell_length > NAME else ""
            if gap and rows[-1].cell_length + len(gap) + option.cell_length > width:
                rows.append(Content(" " * NAME) + option)
            else:
                rows[-1] = rows[-1] + gap + option
        return rows

    def _option(self, name: str) -> Content:
        holds = name == self.value
        mark = Content.styled(MARKS[False, holds], "bold $accent" if holds else "$text-muted")
        words = Content.styled(self._offered[name], "reverse" if holds and self.has_focus else "")
        return (mark + words).stylize(Style.from_meta({"option": name}))

    @property
    def cursor_screen_offset(self) -> Offset:
        """The option that holds."""
        before, _, _ = self.render().plain.partition(MARKS[False, True])
        lines = before.split("\n")
        return self.content_region.offset + Offset(len(lines[-1]), len(lines) - 1)

    def watch_value(self) -> None:
        """Say what holds now."""
        self.post_message(self.Chosen(self))

    def action_choose(self, step: int) -> None:
        """Choose the option before or after; they go round."""
        names = list(self._offered)
        self.value = names[(names.index(self.value) + step) % len(names)]

    def on_click(self, event: events.Click) -> None:
        """A click on an option chooses it."""
        if (name := event.style.meta.get("option")) is not None:
            self.value = name
