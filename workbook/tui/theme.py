"""The themes of the house: dark, light, of high contrast, and one without any hue.

Words have a contrast of 4.5:1 or more on every ground they stand on, bars, cursors and rules one of 3:1, in
true colours and in 256 of them (a test reckons it). No colour is ever the only sign of a state.
"""

from textual.theme import Theme

LAMP = Theme(
    name="lamp",
    dark=True,
    background="#191816",
    surface="#191816",
    panel="#242220",
    foreground="#e3ded3",
    primary="#d8a657",
    secondary="#b5a893",
    accent="#d8a657",
    warning="#e0b06a",
    error="#ea8a7a",
    success="#a9b665",
    variables={
        "text-muted": "#b3ab9b",
        "text-disabled": "#aea696",
        "border": "#d8a657",
        "border-blurred": "#807868",
        "block-cursor-background": "#d8a657",
        "block-cursor-foreground": "#191816",
        "block-cursor-blurred-background": "#33302b",
        "block-cursor-blurred-foreground": "#e3ded3",
        "input-selection-background": "#5a4a2a",
        "screen-selection-background": "#5a4a2a",
        "scrollbar": "#807868",
        "scrollbar-hover": "#a39b8b",
        "scrollbar-active": "#d8a657",
        "scrollbar-background": "#191816",
        "scrollbar-background-hover": "#191816",
        "scrollbar-background-active": "#191816",
    },
)
"""Dark, warm, for the evening."""

PAPER = Theme(
    name="paper",
    dark=False,
    background="#faf6ec",
    surface="#faf6ec",
    panel="#efe8d8",
    foreground="#2b2822",
    primary="#704708",
    secondary="#585143",
    accent="#704708",
    warning="#704708",
    error="#a3301f",
    success="#4d6318",
    variables={
        "text-muted": "#585143",
        "text-disabled": "#5f5849",
        "border": "#704708",
        "border-blurred": "#7f7765",
        "block-cursor-background": "#704708",
        "block-cursor-foreground": "#faf6ec",
        "block-cursor-blurred-background": "#e6dcc6",
        "block-cursor-blurred-foreground": "#2b2822",
        "input-selection-background": "#ecd9a8",
        "screen-selection-background": "#ecd9a8",
        "scrollbar": "#7f7765",
        "scrollbar-hover": "#585143",
        "scrollbar-active": "#704708",
        "scrollbar-background": "#faf6ec",
        "scrollbar-background-hover": "#faf6ec",
        "scrollbar-background-active": "#faf6ec",
    },
)
"""Light, as on paper."""

STARK = Theme(
    name="stark",
    dark=True,
    background="#000000",
    surface="#000000",
    panel="#000000",
    foreground="#ffffff",
    primary="#ffd700",
    secondary="#e0e0e0",
    accent="#ffd700",
    warning="#ffd700",
    error="#ff9d8a",
    success="#a8e05f",
    variables={
        "text-muted": "#e0e0e0",
        "text-disabled": "#c8c8c8",
        "border": "#ffd700",
        "border-blurred": "#ffffff",
        "block-cursor-background": "#ffd700",
        "block-cursor-foreground": "#000000",
        "block-cursor-blurred-background": "#303030",
        "block-cursor-blurred-foreground": "#ffffff",
        "input-selection-background": "#5f4b00",
        "screen-selection-background": "#5f4b00",
        "scrollbar": "#ffffff",
        "scrollbar-hover": "#ffffff",
        "scrollbar-active": "#ffd700",
        "scrollbar-background": "#000000",
        "scrollbar-background-hover": "#000000",
        "scrollbar-background-active": "#000000",
    },
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
