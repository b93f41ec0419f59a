"""The colours: which theme is shown, and when its sheets are read."""

from pathlib import Path
from typing import Any

from textual.app import App

from .theme import HOUSE, LAMP, PLAIN, like

DIALOGS = Path(__file__).with_name("dialogs.tcss").resolve()
"""The sheet of what stands over the page."""


class ColouredApp(App[None]):
    """Knows the themes of the house, and reads a sheet no more often than its colours change."""

    def begin_coloured(self, kept: object) -> None:
        """Be in the theme that was `kept`, or in the usual one."""
        for theme in HOUSE:
            self.register_theme(theme)
        self.theme = self._theme_for(kept)
        self._colours = self.get_css_variables()
        self.stylesheet.set_variables(self._colours)

    def _theme_for(self, kept: object) -> str:
        """The theme that was chosen; without colours always the one that writes none."""
        if self.no_color or self.console.color_system in (None, "standard", "windows"):
            return PLAIN
        if any(kept == theme.name for theme in HOUSE):
            return str(kept)
        other = self.available_themes.get(str(kept))  # Textual's own were to be chosen once
        return like(other) if other else LAMP.name

    def validate_theme(self, name: str) -> str:
        """`name`; without colours a theme that writes none, for any other would be black on black."""
        return PLAIN if self.no_color and not self.available_themes[name].ansi else name

    def refresh_css(self, animate: bool = True) -> None:
        """Read the sheet again where the colours are others; at the start Textual would read it twice."""
        colours = self.get_css_variables()
        if colours != self._colours:
            self._colours = colours
            super().refresh_css(animate)

    def style_dialogs(self) -> None:
        """Read the sheet of the dialogs, for which no first page waits, unless that is done."""
        if not self.stylesheet.has_source(str(DIALOGS)):
            self.stylesheet.read(DIALOGS)
            self.stylesheet.parse()

    def push_screen(self, *arguments: Any, **options: Any) -> Any:
        """Open a screen in its own looks, though a quick reader asks for it before the page is painted."""
        self.style_dialogs()
        return super().push_screen(*arguments, **options)
