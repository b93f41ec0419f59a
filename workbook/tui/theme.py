"""The themes of the house: dark, light, of high contrast, and one without any hue.

Words have a contrast of 4.5:1 or more on every ground they stand on, bars, cursors and rules one of 3:1, in
true colours and in 256 of them (a test reckons it). No colour is ever the only sign of a state.
"""

from textual.theme import Theme


def _theme(
    name: str,
    *,
    dark: bool,
    ground: str,
    panel: str,
    words: str,
    quiet: str,
    placeholder: str,
    accent: str,
    secondary: str,
    bar: str,
    bar_hover: str,
    row: str,
    marked: str,
    warning: str,
    error: str,
    success: str,
) -> Theme:
    """A theme of one accent: cursors, borders and bars are made of the same few colours."""
    variables = {
        "text-muted": quiet,
        "text-disabled": placeholder,
        "border": accent,
        "border-blurred": bar,
        "block-cursor-background": accent,
        "block-cursor-foreground": ground,
        "block-cursor-blurred-background": row,
        "block-cursor-blurred-foreground": words,
        "input-selection-background": marked,
        "screen-selection-background": marked,
        "scrollbar": bar,
        "scrollbar-hover": bar_hover,
        "scrollbar-active": accent,
    }
    behind = ("scrollbar-background", "scrollbar-background-hover", "scrollbar-background-active")
    return Theme(
        name=name,
        dark=dark,
        background=ground,
        surface=ground,
        panel=panel,
        foreground=words,
        primary=accent,
        secondary=secondary,
        accent=accent,
        warning=warning,
        error=error,
        success=success,
        variables=variables | dict.fromkeys(behind, ground),
    )


LAMP = _theme(
    "lamp",
    dark=True,
    ground="#191816",
    panel="#242220",
    words="#e3ded3",
    quiet="#b3ab9b",
    placeholder="#aea696",
    accent="#d8a657",
    secondary="#b5a893",
    bar="#807868",
    bar_hover="#a39b8b",
    row="#33302b",
    marked="#5a4a2a",
    warning="#e0b06a",
    error="#ea8a7a",
    success="#a9b665",
)
"""Dark, warm, for the evening."""

PAPER = _theme(
    "paper",
    dark=False,
    ground="#faf6ec",
    panel="#efe8d8",
    words="#2b2822",
    quiet="#585143",
    placeholder="#5f5849",
    accent="#704708",
    secondary="#585143",
    bar="#7f7765",
    bar_hover="#585143",
    row="#e6dcc6",
    marked="#ecd9a8",
    warning="#704708",
    error="#a3301f",
    success="#4d6318",
)
"""Light, as on paper."""

STARK = _theme(
    "stark",
    dark=True,
    ground="#000000",
    panel="#000000",
    words="#ffffff",
    quiet="#e0e0e0",
    placeholder="#c8c8c8",
    accent="#ffd700",
    secondary="#e0e0e0",
    bar="#ffffff",
    bar_hover="#ffffff",
    row="#303030",
    marked="#5f4b00",
    warning="#ffd700",
    error="#ff9d8a",
    success="#a8e05f",
)
"""Of high contrast: black, white and one yellow; nothing is faint."""

_OWN = "ansi_default"
"""Whatever colour the terminal has for words, and for their ground."""


def _without_hue(variables: dict[str, str]) -> Theme:
    return Theme(
        name="plain",
        primary=_OWN,
        secondary=_OWN,
        accent=_OWN,
        warning=_OWN,
        error=_OWN,
        success=_OWN,
        foreground=_OWN,
        background=_OWN,
        ansi=True,
        variables=variables,
    )


_USUAL = _without_hue({"ansi-background": _OWN, "ansi-foreground": _OWN}).to_color_system().generate()
NO_HUE = _without_hue({name: _OWN for name, colour in _USUAL.items() if "ansi_" in colour})
"""Writes no colour, only bold, underlined and reversed: it can be read on any ground."""

HOUSE = (LAMP, PAPER, STARK, NO_HUE)

PLAIN = NO_HUE.name
"""The theme for NO_COLOR, and for terminals of 16 colours or fewer, of which nobody knows the ground."""


def like(theme: Theme) -> str:
    """The one of the house that is most like `theme`, of which nobody knows whether it can be read."""
    return PLAIN if theme.ansi else LAMP.name if theme.dark else PAPER.name
