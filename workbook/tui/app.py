"""The program: one book, its answers, and the screens over them."""

import gc
import os
from collections.abc import Callable, Collection
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual import events, work
from textual.binding import BindingType

from ..answers import Answers, open_answers
from ..book import Book
from ..paths import OWN_KEYS, exports_folder
from .caret import CaretApp
from .coloured import ColouredApp
from .commands import COMMANDS, EVERYWHERE, IN_EVERY_DIALOG, command_lines
from .copying import MARKS, CopyingApp
from .lifetime import SafeExitApp, Typed, run_until_left
from .noticing import NoticingApp
from .own_keys import OwnKeysApp, key_of
from .screens import (
    SAFE,
    THROUGH,
    CurtainScreen,
    FollowingScreen,
    Idleness,
    ReadingScreen,
    SmallScreen,
    cover_small,
    draw_curtain,
    idle_minutes,
)


class WorkbookApp(NoticingApp, CaretApp, CopyingApp, ColouredApp, OwnKeysApp, SafeExitApp):
    """Shows the reading screen; holds what can be done everywhere."""

    CSS_PATH = "workbook.tcss"
    ENABLE_COMMAND_PALETTE = True
    TITLE = "Workbook"
    URGENT: Collection[str] = COMMANDS["leave_now"].keys.split(",")
    NEVER_HELD: Collection[str] = ",".join(COMMANDS[action].keys for action in IN_EVERY_DIALOG).split(",")
    """The keys that are heard whatever the page is about to be."""
    BINDINGS: ClassVar[list[BindingType]] = [
        command.bound(priority=command.action in IN_EVERY_DIALOG) for command in EVERYWHERE
    ]

    def __init__(
        self,
        book: Book,
        answers: Answers,
        now: Callable[[], datetime] = datetime.now,
        *,
        copy: Path | None = None,
    ) -> None:
        super().__init__(answers)
        self._take_keys(answers.path.with_name(OWN_KEYS))
        self.book = book
        self._copy = copy
        """Another reader's copy, to begin with: then whoever sits here sees no page of this one's."""
        self.animation_level = "none"
        self._now = now
        self.idleness = Idleness(self)
        self.begin_coloured(answers.settings.get("theme"))

    def _take_keys(self, path: Path) -> None:
        """Take the keys that the file at `path` gives; without one this is a single look at the disk."""
        if not os.path.lexists(path):
            return
        from .keys_file import keymap, read_keys, written

        chosen, self.key_faults = read_keys(path)
        self.own_keys = {action: tuple(map(written, keys)) for action, keys in chosen.items()}
        self.set_keymap(keymap(chosen))
        held = {action: chosen.get(action, COMMANDS[action].keys.split(",")) for action in IN_EVERY_DIALOG}
        self.URGENT = held["leave_now"]
        self.NEVER_HELD = [key for keys in held.values() for key in keys]

    async def on_event(self, event: events.Event) -> None:
        """Hear the event; where it comes to a page of yesterday, show that as it is today instead."""
        if not self._begins_day(event) and not self._comes_back(event):
            await super().on_event(event)

    def _comes_back(self, event: events.Event) -> bool:
        """Whether the event ends a time of absence, and is not to be heard."""
        return bool(self.screen_stack) and self.idleness.ends_with(event, heard=self.NEVER_HELD)

    def _begins_day(self, event: events.Event) -> bool:
        is_done_by_reader = isinstance(event, events.Key | events.Paste | events.MouseDown)
        if not is_done_by_reader or event.is_forwarded or not self.screen_stack:
            return False
        page = self.screen_stack[0]
        begins = isinstance(page, ReadingScreen) and page.days.begins()
        is_urgent = isinstance(event, events.Key) and event.key in self.NEVER_HELD
        return begins and self.screen is page and not is_urgent

    def get_default_screen(self) -> ReadingScreen:
        """The reading screen: with a blank one below it, everything would be laid out and painted twice."""
        return ReadingScreen(self.book, self.answers, self._now, covered=self._copy is not None)

    def on_mount(self) -> None:
        """Begin to wait for idle minutes."""
        self.idleness.minutes = idle_minutes(self.answers.settings.get("idle"))

    def on_ready(self) -> None:
        """Collect garbage again, but never look at what came with the start; then style the dialogs."""
        gc.freeze()
        gc.enable()
        self.screen.call_after_refresh(self._finish)
        cover_small(self)

    def on_resize(self) -> None:
        """Say it plainly, where the window has become too small for a page."""
        self.call_after_refresh(cover_small, self)

    def _finish(self) -> None:
        """Style the dialogs while nobody waits for it, and lay a copy beside where one was named."""
        self.style_dialogs()
        if self._copy and self.screen_stack and isinstance(reading := self.screen_stack[0], ReadingScreen):
            reading.open_copy(self._copy)

    def action_help_quit(self) -> None:
        """Ctrl+C with nothing to copy: say what leaves. Textual's own words are not the program's."""
        self.clear_notifications()
        self.notify(
            f"{MARKS} {key_of(self, 'quit', 'Ctrl+Q')} leaves, and every word is saved.", markup=False
        )

    def action_help(self) -> None:
        """Help."""
        from .screens.dialogs.help import HelpDialog, keys_of

        self.push_screen(HelpDialog(command_lines(self.screen).values(), keys_of(self.screen)))

    def action_command_palette(self) -> None:
        """Everything that can be done, and every chapter."""
        from .screens.dialogs.palette import PaletteDialog, offered

        screen = self.screen
        if not isinstance(screen, PaletteDialog):
            self.push_screen(PaletteDialog(*offered(screen)), PaletteDialog.act)

    def action_theme(self) -> None:
        """Choose the colours."""
        from .screens.dialogs.theme import ThemeDialog

        self.push_screen(ThemeDialog(), self._keep_theme)

    def _keep_theme(self, name: str | None) -> None:
        if name and not self.no_color:  # without colours none is the reader's choice
            self.answers.keep_setting("theme", name)

    async def action_safe(self) -> None:
        """Open *Staying safe* over whatever is open, or close it again. It leaves no trace."""
        from .screens.overlays.leaflet import open_or_close

        if front := self.book.front(SAFE):
            await open_or_close(self, self.book, front)

    async def action_follow(self, href: str) -> None:
        """Close whatever is open over the book, and go where a link in it leads."""
        from .screens.overlays.leaflet import uncover

        await uncover(self, self.screen_stack[0])
        await self.run_action(f"screen.follow({href!r})")

    def action_curtain(self) -> None:
        """Hide every word until a key is pressed."""
        draw_curtain(self)

    def action_idle(self) -> None:
        """Choose after how many idle minutes the curtain falls by itself."""
        from .screens.overlays.idle import IdleDialog

        self.push_screen(IdleDialog(self.idleness.minutes), self._be_idle)

    def _be_idle(self, minutes: int | None) -> None:
        if minutes is not None:
            self.idleness.minutes = minutes
            self.answers.keep_setting("idle", minutes)

    def action_elsewhere(self, then_leave: bool = False) -> None:
        """Write every word to another file."""
        from .screens.dialogs.elsewhere import offer_elsewhere

        self.clear_notifications()  # the one that led here would cover it
        path = exports_folder() / f"{self.book.id}-{self._now():%Y-%m-%d-%H%M}.json"
        offer_elsewhere(self, self.answers, path, leaving=then_leave)

    def ignores(self, event: Typed) -> bool:
        """A field that was scrolled out of sight is brought back first."""
        screen = self.screen if self.screen_stack else None
        if isinstance(screen, ReadingScreen):
            screen.hear_in_vain(event)
        return (
            isinstance(event, events.Key)
            and isinstance(screen, FollowingScreen)
            and screen.shows_first(event.key)
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While nothing can be seen, only leaving; *Staying safe* only in a book that has such a page."""
        if self.screen_stack and isinstance(self.screen, (CurtainScreen, SmallScreen)):
            return action in THROUGH
        if action == "safe":
            return self.book.front(SAFE) is not None
        return super().check_action(action, parameters)

    def keep_place(self) -> None:
        """Keep where the reader is, so that the next start opens there, and what an editor has saved last."""
        for screen in self.screen_stack:
            if isinstance(screen, ReadingScreen):
                screen.look_outside()
                screen.keep_place()

    async def action_quit(self) -> None:
        """Leave; every word and the place are saved. Where they cannot be, a way out is offered once."""
        self.is_deaf = True
        self._quit()

    @work
    async def _quit(self) -> None:
        """Leave, once this very key is done with."""
        await self.wait_until_calm()
        self.keep_place()
        if self.answers.saving.state != "not saved":
            self.exit()
            return
        from .screens.dialogs.elsewhere import is_offered

        if is_offered(self):
            self.exit()
        else:
            self.is_deaf = False
            self.action_elsewhere(then_leave=True)


def run_app(book: Book, data: Path, copy: Path | None = None) -> int:
    """Open the answers in `data`, show `book` until the reader leaves, and return the exit status."""
    return run_until_left(WorkbookApp(book, open_answers(data, book), copy=copy))
