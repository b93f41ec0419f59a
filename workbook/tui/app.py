"""The program: one book, its answers, and the screens over them."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.binding import Binding

from ..answers import Answers, open_answers
from ..book import Book
from .commands import EVERYWHERE, IN_EVERY_DIALOG, Palette
from .screens import GuideScreen, ReadingScreen
from .theme import HOUSE, PLAIN


class WorkbookApp(App[None]):
    """Shows the reading screen; holds what can be done everywhere."""

    CSS_PATH = "workbook.tcss"
    COMMANDS = {Palette}
    ENABLE_COMMAND_PALETTE = True
    TITLE = "Workbook"
    BINDINGS: ClassVar[list[Binding]] = [
        command.bound(priority=command.action in IN_EVERY_DIALOG) for command in EVERYWHERE if command.keys
    ]

    def __init__(self, book: Book, answers: Answers, now: Callable[[], datetime] = datetime.now) -> None:
        super().__init__()
        self.book = book
        self.answers = answers
        self.animation_level = "none"
        self._now = now
        for theme in HOUSE:
            self.register_theme(theme)
        self.theme = self._theme_kept()

    def _theme_kept(self) -> str:
        """The theme that was chosen; without colours always the one that writes none."""
        if self.no_color or os.environ.get("TEXTUAL_COLOR_SYSTEM") == "standard":
            return PLAIN
        kept = self.answers.settings.get("theme")
        return kept if isinstance(kept, str) and kept in self.available_themes else HOUSE[0].name

    def on_mount(self) -> None:
        """Open the book."""
        self.theme_changed_signal.subscribe(self, lambda theme: self.answers.keep_setting("theme", theme.name))
        self.push_screen(ReadingScreen(self.book, self.answers, self._now))

    def action_guide(self) -> None:
        """Help."""
        self.push_screen(GuideScreen())

    async def action_quit(self) -> None:
        """Leave; every word and the place are saved."""
        for screen in self.screen_stack:
            if isinstance(screen, ReadingScreen):
                screen.keep_place()
        self.exit()


def run_app(book: Book, data: Path) -> int:
    """Open the answers in `data`, show `book` until the reader leaves, and return the exit status."""
    answers = open_answers(data, book)
    try:
        app = WorkbookApp(book, answers)
        app.run()
        return app.return_code or 0
    finally:
        answers.close()
