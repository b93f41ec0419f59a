"""A page of which a link can be chosen by keyboard, and followed."""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.geometry import Offset
from textual.widget import Widget

from ...messages import LinkChosen
from .linking import Link, Linked, drawn_links


class Choice(NamedTuple):
    """A link of the page: what draws it, and how."""

    holder: Linked
    link: Link

    @property
    def is_drawn(self) -> bool:
        """Whether what draws it is still there."""
        return self.holder.is_attached


class ChoosingScroll(VerticalScroll):
    """A column of widgets. Right and left choose among the links in it, Enter follows, Esc lets go.

    Only while no field in it has the keys; a link out of sight is never the chosen one.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "link(1)", show=False),
        Binding("left", "link(-1)", show=False),
        Binding("enter", "follow_link", show=False),
        Binding("escape", "let_go", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._chosen: Choice | None = None

    @property
    def has_links(self) -> bool:
        """Whether there is a link to choose."""
        return any(True for _ in self._holders())

    @property
    def chosen(self) -> Link | None:
        """The link that is chosen."""
        return self._chosen.link if self._chosen and self._chosen.is_drawn else None

    @property
    def has_keys(self) -> bool:
        """Whether keys are for the page itself, and for no field in it."""
        return self.has_focus

    def _holders(self) -> Iterator[Linked]:
        """The widgets that draw links; a query would find no class that is a second base."""
        nodes = self.walk_children(Widget)
        return (node for node in nodes if isinstance(node, Linked) and node.has_links)

    def _links(self) -> Iterator[Choice]:
        for widget in self._holders():
            if widget.region:
                yield from (Choice(widget, link) for link in drawn_links(widget))

    def action_link(self, step: int) -> None:
        """Choose the next link or the one before; the first time the first or the last one in view."""
        links = list(self._links()) if self.has_keys else []
        if not links:
            raise SkipAction
        runs = [choice.link.run for choice in links]
        if (chosen := self.chosen) and chosen.run in runs:
            self._choose(links[(runs.index(chosen.run) + step) % len(links)])
            return
        rows = [(self._row_of_link(choice), choice) for choice in links]
        if step > 0:
            near = [choice for row, choice in rows if row >= self.scroll_y]
        else:
            near = [choice for row, choice in reversed(rows) if row < self.scroll_y + self.size.height]
        self._choose((near or links[::step])[0])

    def _choose(self, choice: Choice | None) -> None:
        before, self._chosen = self._chosen, choice
        if before and before.is_drawn:
            before.holder.choose_link(None)
        if choice:
            choice.holder.choose_link(choice.link)
            top = self._row_of_link(choice)
            self.scroll_least(top, top + choice.link.height)
        self.post_message(LinkChosen())

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's own cursor belongs: on the chosen link, else on the first row in sight."""
        chosen, top = self._chosen, self.content_region.y
        if chosen and chosen.is_drawn:
            return chosen.holder.region.offset + Offset(chosen.link.left, chosen.link.top)
        first = next((child for child in self.children if child.region.bottom > top), self)
        return Offset(first.content_region.x, max(top, first.content_region.y))

    def _row_of_link(self, choice: Choice) -> int:
        return self.row_of(choice.holder, choice.holder.region.y + choice.link.top)

    def let_go(self) -> None:
        """Choose no link."""
        if self._chosen:
            self._choose(None)

    def _let_go_out_of_sight(self) -> None:
        """Let go of a link that can be seen no more: Enter must not lead anywhere unforeseen."""
        if self._chosen and self._chosen.is_drawn:
            top = self._row_of_link(self._chosen)
            if top + self._chosen.link.height <= self.scroll_y or top >= self.scroll_y + self.size.height:
                self.let_go()

    def _choose_again(self) -> None:
        """Hold on to the chosen link where the lines were set anew."""
        if chosen := self.chosen:
            self._choose(next((choice for choice in self._links() if choice.link.run == chosen.run), None))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """In a field the keys are the field's."""
        if not self.has_keys and event.widget is not self:
            self.let_go()

    def action_let_go(self) -> None:
        """Choose no link; where none was chosen, the key is for somebody else."""
        if not self.chosen:
            raise SkipAction
        self.let_go()

    async def action_follow_link(self) -> None:
        """Go where the chosen link leads."""
        chosen = self.chosen
        if chosen is None or not self.has_keys:
            raise SkipAction
        self.app.call_later(self.screen.run_action, f"screen.follow({chosen.href!r})")

    def row_of(self, widget: Widget, y: int) -> int:
        """The row of the page, however it is scrolled, that stood at `y` of the screen when last laid out.

        Several scrolls may be asked for before the next layout; counted from the screen, each would add up.
        """
        child = next((child for child in self.children if child in widget.ancestors_with_self), self)
        return y - child.region.y + child.virtual_region.y

    def shows(self, top: int, height: int) -> bool:
        """Whether `height` rows of the page, from `top` on, can be seen."""
        return self.scroll_y <= top and top + height <= self.scroll_y + self.content_region.height

    def scroll_least(self, top: int, bottom: int) -> None:
        """Bring the rows of the page from `top` to `bottom` into view, the first where they are too many."""
        height = self.content_region.height
        if top < self.scroll_y or bottom - top > height:
            self.scroll_to(y=top, animate=False, immediate=True)
        elif bottom > self.scroll_y + height:
            self.scroll_to(y=bottom - height, animate=False, immediate=True)
