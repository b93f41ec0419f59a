"""Where notices stand: never on what the reader writes."""

from typing import Any

from textual import events
from textual.app import App


class NoticingApp(App[None]):
    """Shows a notice at the bottom, or at the top while the cursor is in the lower half."""

    async def on_event(self, event: events.Event) -> None:
        """Hear the event; a key may have moved the cursor to where a notice stands."""
        await super().on_event(event)
        if isinstance(event, events.Key) and self._has_notices:
            self.call_after_refresh(self._make_way)

    @property
    def _has_notices(self) -> bool:
        """Whether one is shown; asked at every key, so only where Textual puts them is looked at."""
        racks = self.screen.query_children("ToastRack") if self.screen_stack else ()
        return any(rack.children for rack in racks)

    def notify(self, *arguments: Any, **options: Any) -> None:
        """Show a notice, where it does not cover what the reader writes."""
        self._make_way()
        super().notify(*arguments, **options)

    def _make_way(self) -> None:
        """Let notices stand at the top while the cursor is in the lower half, else at the bottom."""
        if self.screen_stack:
            self.screen.set_class(self.cursor_position.y >= self.size.height // 2, "-writes-below")
