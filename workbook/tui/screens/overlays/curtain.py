"""The curtain: every word hidden until a key is pressed, and how it falls by itself."""

from collections.abc import Collection

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Static

from ...lifetime import SafeExitApp
from ...messages import CurtainFell

THROUGH = {"leave_now", "quit"}
"""The actions whose keys do what they always do."""
MINUTE = 60.0
CHOICES = (0, 1, 2, 5, 10, 30)
"""Minutes after which it can fall by itself; 0 is never."""
_USUAL = 5
_LOOK = 10.0
"""Seconds between two looks at most: the timer does not count the hours of a closed lid."""


class CurtainScreen(ModalScreen[None]):
    """Covers everything, whatever is open. A key or a click lifts it, and does nothing else."""

    ALLOW_SELECT = False

    def compose(self) -> ComposeResult:
        """What to do; not what is behind."""
        yield Static(Content("Press any key"))

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's own cursor belongs: on the words."""
        return self.query_one(Static).region.offset

    def on_key(self, event: events.Key) -> None:
        """Lift it."""
        event.stop()
        self._lift()

    def on_click(self, event: events.Click) -> None:
        """Lift it."""
        event.stop()
        self._lift()

    def _lift(self) -> None:
        if self.is_active:
            self.dismiss()


class Idleness:
    """Lets the curtain fall once `app` was not touched for some minutes; 0 is never.

    One timer at most waits: keys only note when they came.
    """

    def __init__(self, app: SafeExitApp) -> None:
        self._app = app
        self._timer: Timer | None = None
        self._minutes = 0

    @property
    def minutes(self) -> int:
        """After how many idle minutes the curtain falls."""
        return self._minutes

    @minutes.setter
    def minutes(self, minutes: int) -> None:
        self._minutes = minutes
        self._wait()

    def _wait(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        left = self._minutes * MINUTE - self._app.idle
        if left <= 0:
            left = self._minutes * MINUTE
        self._timer = self._app.set_timer(min(left, _LOOK), self._look) if self._minutes else None

    @property
    def is_over(self) -> bool:
        """Whether nobody was there for as long as that."""
        return self._minutes > 0 and self._app.idle >= self._minutes * MINUTE

    def ends_with(self, event: events.Event, *, heard: Collection[str]) -> bool:
        """Whether `event` ends a time in which the curtain had to fall; with a closed lid it did not.

        It falls now, and the event is not to be heard, but for the keys that are always `heard`.
        """
        is_first = isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded
        if not is_first or not self.is_over:
            return False
        was_down = isinstance(self._app.screen, CurtainScreen)
        draw_curtain(self._app)
        return not (was_down or (isinstance(event, events.Key) and event.key in heard))

    def _look(self) -> None:
        """Let the curtain fall if nobody was there; then wait for the rest of the time, or once more."""
        if self.is_over:
            draw_curtain(self._app)
        self._wait()


def idle_minutes(kept: object) -> int:
    """The minutes that a setting `kept` means; the usual ones where it means none."""
    return kept if type(kept) is int and kept in CHOICES else _USUAL


def draw_curtain(app: SafeExitApp) -> None:
    """Let the curtain fall, if it has not, and there is anything to hide: the app may be about to end."""
    if app.screen_stack and not isinstance(app.screen, CurtainScreen):
        app.screen_stack[0].post_message(CurtainFell())
        app.push_screen(CurtainScreen())
