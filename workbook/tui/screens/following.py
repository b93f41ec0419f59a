"""A screen with a page: its links are chosen and followed by keyboard, no field changes out of sight."""

from typing import ClassVar, TypeVar

from textual import on
from textual.getters import query_one
from textual.screen import Screen

from ..messages import LinkChosen
from ..widgets import Fillable, PageView

Result = TypeVar("Result")
NO_LINKS = "There is no link on this page."


class FollowingScreen(Screen[Result]):
    """Chooses links where its page does not have the keys, and says what the keys do while one is chosen."""

    view: ClassVar = query_one(PageView)

    def action_links(self) -> None:
        """Choose a link of the page, whatever had the keys."""
        if not self.view.has_links:
            self.notify(NO_LINKS, markup=False, timeout=3)
            return
        self.set_focus(self.view.doors or self.view, scroll_visible=False)
        self.view.action_link(1)

    async def action_follow_link(self) -> None:
        """Go where the chosen link leads."""
        await self.view.action_follow_link()

    def action_let_go(self) -> None:
        """Choose no link any more."""
        self.view.let_go()

    @on(LinkChosen)
    def _hear_of_link(self) -> None:
        self.say_keys()

    def shows_first(self, key: str) -> bool:
        """Whether `key` would change a field that is out of sight; it then only brings it into view."""
        field = self.focused
        if not isinstance(field, Fillable) or key not in field.changing or field is not self.view.left_behind:
            return False
        self.view.bring(field)
        return True

    def say_keys(self) -> None:
        """Say which keys matter now."""
