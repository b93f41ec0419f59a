"""The two themes of the house, and the one for terminals without their colours.

Contrast of body text on its background is 12:1 or more in both; the accent is used for few things, and never
as the only sign of a state.
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
    secondary="#a89984",
    accent="#d8a657",
    warning="#e0b06a",
    error="#ea8a7a",
    success="#a9b665",
    variables={
        "text-muted": "#a39b8b",
        "text-disabled": "#7c766a",
        "border": "#d8a657",
        "border-blurred": "#4a463e",
        "block-cursor-background": "#d8a657",
        "block-cursor-foreground": "#191816",
        "block-cursor-blurred-background": "#33302b",
        "block-cursor-blurred-foreground": "#e3ded3",
        "input-selection-background": "#5a4a2a",
        "screen-selection-background": "#5a4a2a",
        "scrollbar": "#3a3732",
        "scrollbar-hover": "#5a554b",
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
    primary="#8a5a10",
    secondary="#6d6455",
    accent="#8a5a10",
    warning="#8a5a10",
    error="#a3301f",
    success="#4d6318",
    variables={
        "text-muted": "#6b6354",
        "text-disabled": "#8d8574",
        "border": "#8a5a10",
        "border-blurred": "#cfc5ae",
        "block-cursor-background": "#8a5a10",
        "block-cursor-foreground": "#faf6ec",
        "block-cursor-blurred-background": "#e6dcc6",
        "block-cursor-blurred-foreground": "#2b2822",
        "input-selection-background": "#ecd9a8",
        "screen-selection-background": "#ecd9a8",
        "scrollbar": "#d9cfb9",
        "scrollbar-hover": "#b9ad93",
        "scrollbar-active": "#8a5a10",
        "scrollbar-background": "#faf6ec",
        "scrollbar-background-hover": "#faf6ec",
        "scrollbar-background-active": "#faf6ec",
    },
)
"""Light, as on paper."""

HOUSE = (LAMP, PAPER)

PLAIN = "ansi-dark"
"""The theme that writes no colour of its own: for NO_COLOR and for terminals of 16 colours."""
