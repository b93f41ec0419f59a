"""Every theme that the workbook names can be read, and shows where one writes and stands."""

import itertools

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import Theme

from workbook.tui.theme import HOUSE, NO_HUE

GROUNDS = ("background", "panel", "block-cursor-blurred-background")
TEXTS = ("foreground", "text-muted", "text-disabled", "accent", "secondary", "text-accent", "text-error")
SIGNS = (
    "border",
    "border-blurred",
    "scrollbar",
    "scrollbar-hover",
    "scrollbar-active",
    "input-cursor-background",
)
MARKED = ("screen-selection-background", "input-selection-background")
WORDS, SHAPES = 4.5, 3.0
"""What WCAG 2.2 asks for at AA: 1.4.3 for words, 1.4.11 for what is no word."""

COLOURED = [theme for theme in HOUSE if not theme.ansi]
SYSTEMS = {"truecolor": ColorSystem.TRUECOLOR, "256": ColorSystem.EIGHT_BIT}


def luminance(colour: Color) -> float:
    """As WCAG reckons it; Textual's own way of it is another."""
    parts = (part / 255 for part in colour.rgb)
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """From 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def shown(theme: Theme, name: str, system: str) -> Color:
    """The colour called `name` as a terminal of `system` shows it."""
    red, green, blue = Color.parse(theme.to_color_system().generate()[name]).rgb
    lowered = RichColor.from_rgb(red, green, blue).downgrade(SYSTEMS[system]).get_truecolor()
    return Color(*lowered)


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_words_can_be_read_on_every_ground(theme: Theme, system: str) -> None:
    pairs = [*itertools.product(TEXTS, GROUNDS), *(("foreground", ground) for ground in MARKED)]
    pairs += [("background", "error"), ("block-cursor-foreground", "block-cursor-background")]
    found = {pair: contrast(*(shown(theme, name, system) for name in pair)) for pair in pairs}
    assert {pair: ratio for pair, ratio in found.items() if ratio < WORDS} == {}


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_bars_cursors_and_the_rules_of_fields_can_be_seen(theme: Theme, system: str) -> None:
    pairs = itertools.product((*SIGNS, "text-muted"), ("background", "panel"))
    found = {pair: contrast(*(shown(theme, name, system) for name in pair)) for pair in pairs}
    assert {pair: ratio for pair, ratio in found.items() if ratio < SHAPES} == {}


def test_one_of_them_is_of_high_contrast() -> None:
    words = [
        min(contrast(shown(theme, text, "truecolor"), shown(theme, "panel", "truecolor")) for text in TEXTS)
        for theme in COLOURED
    ]
    assert max(words) >= 7  # WCAG at AAA, 1.4.6


def test_where_the_ground_is_unknown_there_is_no_hue() -> None:
    colours = {value for value in NO_HUE.to_color_system().generate().values() if "ansi_" in value}
    assert colours == {"ansi_default"}
