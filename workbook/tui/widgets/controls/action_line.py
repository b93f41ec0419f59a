"""A line that does one thing when it is clicked, or when Enter is pressed on it."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class ActionLine(Widget, can_focus=True):
    """`▸ Again`: words that act."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "act", show=False)]

    hints: ClassVar = (("Enter", "do it", "focused.act"),)
    """Its key for the key line."""

    label: reactive[str] = reactive("", layout=True)
    """Its words."""

    def __init__(self, label: str, act: Callable[[], None]) -> None:
        super().__init__()
        self.label = label
        self._act = act

    def render(self) -> Content:
        """The words, with the sign of something that can be pressed."""
        return Content.assemble(
            ("▸ ", "bold $accent"), (self.label, "reverse" if self.has_focus else "underline")
        )

    def action_act(self) -> None:
        """Do it."""
        self._act()

    def on_click(self) -> None:
        """Do it."""
        self._act()
