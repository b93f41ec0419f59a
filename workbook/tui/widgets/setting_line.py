"""One setting: its name, and a few options in a line, of which one holds."""

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from .ticks import MARKS

NAME = 11
"""Cells for the name of a setting, so that the options of several stand under one another."""


class SettingLine(Widget, can_focus=True):
    """`Answers   (•) filled in   ( ) blank`: left and right move, Space or Enter chooses, as in a page."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("space,enter", "choose", show=False),
    ]

    value = reactive("", init=False)
    """The option that holds."""
    at = reactive(0, init=False)
    """The number of the option under the cursor."""

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
        self.set_reactive(SettingLine.at, list(options).index(value))

    def render(self) -> Content:
        """The name and the options, the one that holds marked by more than a colour."""
        options = [self._option(number, name) for number, name in enumerate(self._offered)]
        return Content.assemble((f"{self._label:<{NAME}}", "bold"), Content("   ").join(options))

    def _option(self, number: int, name: str) -> Content:
        holds = name == self.value
        mark = Content.styled(MARKS[False, holds], "bold $accent" if holds else "$text-muted")
        here = "reverse" if self.has_focus and number == self.at else ""
        words = Content.styled(self._offered[name], here)
        return (mark + words).stylize(Style.from_meta({"option": number}))

    def watch_value(self) -> None:
        """Say what holds now."""
        self.post_message(self.Chosen(self))

    def action_move(self, step: int) -> None:
        """Move to the option before or after."""
        self.at = max(0, min(self.at + step, len(self._offered) - 1))

    def action_choose(self) -> None:
        """Choose the option under the cursor."""
        self.value = list(self._offered)[self.at]

    def on_click(self, event: events.Click) -> None:
        """A click on an option chooses it."""
        if (number := event.style.meta.get("option")) is not None:
            self.at = number
            self.action_choose()
