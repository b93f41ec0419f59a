"""A list of which any number, or one, can be ticked."""

from collections.abc import Collection, Iterable
from typing import ClassVar

from textual import events, on
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ....book import Item, Run, plain
from ...messages import Answered, CursorMoved
from ...textual_private import option_rows
from ..prose import Hanging, Linked, words
from ..prose.option_at import option_at
from .fillable import Fillable, counted

MARKS = {(True, True): "[x] ", (True, False): "[ ] ", (False, True): "(•) ", (False, False): "( ) "}
"""(many may be ticked, this one is) -> what stands before the words: a sign, not only a colour."""


class Ticks(OptionList, Fillable, Linked):
    """Lines to tick, by Space or Enter; at either end the arrows go on reading."""

    ALLOW_SELECT = True
    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", show=False)]

    hints: ClassVar[tuple[tuple[str, str, str], ...]] = (("Space", "tick", "focused.select"),)

    def __init__(
        self,
        items: Iterable[Item],
        *,
        address: str,
        many: bool,
        chosen: Collection[str],
        most: int | None = None,
        locked: bool = False,
    ) -> None:
        self.address = address
        self.many = many
        self.chosen = set(chosen)
        self.locked = locked
        self._most = most
        self._items = {item.id: item for item in items}
        options = (Option(self._line(item), id=item.id) for item in self._items.values())
        super().__init__(*options, classes="noted" if most else "")
        self._count()

    @property
    def has_links(self) -> bool:
        """Whether any of the words of its items lead anywhere."""
        return any(run.href for item in self._items.values() for run in item.label)

    def _count(self) -> None:
        """Say how many are ticked, where a number was asked for; under the words of the items."""
        if self._most:
            self.note(f"{' ' * 3}{counted(len(self.chosen), self._most)}")

    def _line(self, item: Item) -> Hanging:
        ticked = item.id in self.chosen
        mark = Content.styled(MARKS[self.many, ticked], "bold $accent" if ticked else "$text-muted")
        number: tuple[Run, ...] = ()
        if (numbered := getattr(item, "mark", "")) and numbered[0].isdigit():
            number = (Run(f"{numbered} "),)
        return Hanging(mark, words((*number, *item.label)))

    async def on_click(self, event: events.Click) -> None:
        """A click on a link in the words follows it, and ticks nothing."""
        if "@click" in event.style.meta:
            event.prevent_default()
            await self.broker_event("click", event)

    @on(OptionList.OptionSelected)
    def _tick(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id and not self.locked:
            self.toggle(event.option_id)

    def tick(self, name: str) -> None:
        """Put the cursor on the item `name`, and tick it if it is not."""
        self.point(f"{self.address}/{name}")
        if name not in self.chosen and not self.locked:
            self.toggle(name)

    def toggle(self, name: str) -> None:
        """Tick the item `name`, or take its tick away."""
        before = set(self.chosen)
        ticked = name not in before
        self.chosen = (before ^ {name}) if self.many else ({name} & ({name} if ticked else set()))
        for changed in before ^ self.chosen:
            self.replace_option_prompt(changed, self._line(self._items[changed]))
        self._count()
        if self.many:
            self.post_message(Answered(f"{self.address}/{name}", ticked or None))
        else:
            self.post_message(Answered(self.address, name if ticked else None))

    @on(OptionList.OptionHighlighted)
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if self.has_focus:
            self.post_message(CursorMoved(self, *self.cursor_rows))

    @property
    def cursor_rows(self) -> tuple[int, int]:
        """The rows of the line under the cursor."""
        return option_rows(self, self.highlighted or 0)

    @property
    def written(self) -> str:
        """The lines, with their boxes."""
        lines = (
            (MARKS[self.many, item.id in self.chosen], plain(item.label)) for item in self._items.values()
        )
        return "\n".join(f"{mark}{label}" for mark, label in lines)

    @property
    def cursor_screen_offset(self) -> Offset:
        """The beginning of the line under the cursor."""
        return option_at(self)

    @property
    def cursor(self) -> tuple[int, int]:
        """The line under the cursor, as (number, 0)."""
        return self.highlighted or 0, 0

    @cursor.setter
    def cursor(self, cursor: tuple[int, int]) -> None:
        self.highlighted = cursor[0]

    def point(self, address: str) -> None:
        """Put the cursor on the line of the item at `address`."""
        names = list(self._items)
        name = address.removeprefix(f"{self.address}/").partition("/")[0]
        if name in names:
            self.highlighted = names.index(name)

    def action_cursor_up(self) -> None:
        """One line up; from the first one, the page moves on."""
        if not self.highlighted:
            raise SkipAction
        super().action_cursor_up()

    def action_cursor_down(self) -> None:
        """One line down; from the last one, the page moves on."""
        if self.highlighted is None or self.highlighted >= self.option_count - 1:
            raise SkipAction
        super().action_cursor_down()

    def action_page_up(self) -> None:
        """A page up is the page's own."""
        raise SkipAction

    def action_page_down(self) -> None:
        """A page down is the page's own."""
        raise SkipAction

    def action_first(self) -> None:
        """Home is the page's own, once the list is mounted."""
        if self.is_mounted:
            raise SkipAction
        super().action_first()

    def action_last(self) -> None:
        """End is the page's own."""
        raise SkipAction


class OpeningTicks(Ticks):
    """Lines of which each tick opens questions: Space ticks, Enter ticks and goes into the first of them."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "go_in", show=False)]

    hints = (("Space", "tick", "focused.select"), ("Enter", "fill in", "focused.go_in"))

    class Entered(Message):
        """The reader wants to answer the questions of the line `name`."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def action_go_in(self) -> None:
        """Tick the line under the cursor, if it is not, and ask for its questions."""
        option = self.highlighted_option
        if option is not None and option.id:
            self.post_message(self.Entered(option.id))
            self.tick(option.id)
