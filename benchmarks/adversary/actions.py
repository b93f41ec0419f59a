"""What is done to the program between two looks at its file, and what each of it may do to the answers."""

import random
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from enum import Flag, auto
from typing import NamedTuple, TypeAlias


class Effect(Flag):
    """What an action may change, wherever the cursor stands and whatever is open."""

    NOTHING = 0
    ADDS = auto()
    """Characters come into a text; none that is there goes."""
    CUTS = auto()
    """Characters of a text may go."""
    SETS = auto()
    """A tick, a choice, a scale or a date becomes another one."""
    SELECTS = auto()
    """Something may be marked from now on, so that what adds also cuts."""
    LEAVES = auto()
    """The program may end, by a line of the palette for instance."""


class Clock(NamedTuple):
    """The clock of the program is so many seconds ahead of the machine's from now on."""

    ahead: int


class Stop(NamedTuple):
    """The program is stopped as by Ctrl+Z in a shell, and continued."""


class Heard(NamedTuple):
    """Wait until the program has drawn something, and then rested."""


class Seen(NamedTuple):
    """Wait until the word stands on the screen, and no longer."""

    word: str


class Pause(NamedTuple):
    """Do nothing for so many seconds."""

    seconds: float


class Size(NamedTuple):
    """The window becomes so large."""

    columns: int
    rows: int


Part: TypeAlias = str | Clock | Stop | Heard | Seen | Pause | Size
"""A text is what the terminal sends for a key, a click, a paste."""


class Action(NamedTuple):
    """Its parts in turn, and all that they may change."""

    effect: Effect
    parts: tuple[Part, ...]


SIZES = (Size(40, 12), Size(60, 20), Size(80, 24), Size(120, 36), Size(200, 60))
TINY = (Size(40, 10), Size(20, 6), Size(8, 3), Size(2, 1))
ESC = ("\x1b", Pause(0.25))
"""What follows an ESC at once belongs to it."""
STILL = (
    *("\t",) * 4,
    *("\x1b[Z", "\x1b[O", "\x1b[I", "\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS", "\x1bOR", "\x1bOS"),
    *("\x1b[15~", "\x1b[19~", "\x07", "\x10", "\x05", "\x13", "\x03", "\x1b[9u", "\x1b[9;2u", "\x1b[115;5u"),
)
"""Tab, the focus of the window, F1–F5, F8, Ctrl+G P E S C; three of them as the kitty protocol has them."""
MOVES = tuple(f"\x1b[{modifier}{key}" for modifier in ("", "1;5") for key in "ABCDFH")
PAGES = ("\x1b[5~", "\x1b[6~", "\x1b[5;5~", "\x1b[6;5~")
WORDS = (
    *"npcwtNPC/?abcxyz",
    *("we talked ", "héllo ", "[/] [red] ", "n'avons pas ", "@click=app.quit ", "\\* `a` <!-- "),
    *(
        "می‌خواهم ",
        "नमस्ते क्षण ",
        "ไม่เป็นไร ",
        "안녕하세요 ",
        "一緒に歩く ",
        "👩‍❤️‍👨👍🏽 ",
        "שלום ",
        "avec\u00a0toi ",
    ),
)
PASTES = (
    "two\nlines",
    "one",
    "tab\there",
    "bell\x07 and \x1b[20~ and \x1b[1;5A",
    "می‌شود\r\nاین",
    "x" * 300,
    "",
)
SPOILS = (
    *("\x7f", "\x1b[3~", "\x17", "\x15", "\x0b", "\x04", "\x18", "\x16", "\x1a", "\x19", "\x1b\x7f", "\x0f"),
    *("\x1b[127;2u", "\x1b[127;5u", "\x1b[3;3~", "\x1b[13;2u", "\x1b[107;6u", "\x1b[122;5u"),
)
"""Backspace, Delete, Ctrl+W U K D X V Z Y, Alt+Backspace, Ctrl+O; some as the kitty protocol has them."""
MARKS = (*(f"\x1b[1;{n}{key}" for n in (2, 6) for key in "ABCDFH"), "\x1b[17~", "\x1b[18~")
DAY = 24 * 60 * 60
EDGES = (
    datetime(2026, 12, 31, 22, 59, 55, tzinfo=UTC),  # the year's end in Berlin
    datetime(2027, 3, 28, 0, 59, 55, tzinfo=UTC),  # summer time begins there
    datetime(2027, 10, 31, 0, 59, 55, tzinfo=UTC),  # and ends: an hour comes twice
)


def _cell(chance: random.Random) -> str:
    return f"{chance.randint(1, 120)};{chance.randint(1, 36)}"


def _click(chance: random.Random) -> Action:
    cell = _cell(chance)
    return Action(Effect.SETS | Effect.LEAVES, (f"\x1b[<0;{cell}M\x1b[<0;{cell}m",))


def _many_clicks(chance: random.Random) -> Action:
    click = _click(chance).parts * chance.choice((2, 3))
    return Action(Effect.SETS | Effect.SELECTS | Effect.LEAVES, click)


def _drag(chance: random.Random) -> Action:
    cells = [_cell(chance) for _ in range(3)]
    parts = (f"\x1b[<0;{cells[0]}M", *(f"\x1b[<32;{cell}M" for cell in cells), f"\x1b[<0;{cells[2]}m")
    return Action(Effect.SETS | Effect.SELECTS | Effect.LEAVES, parts)


def _wheel(chance: random.Random) -> Action:
    turn = f"\x1b[<{chance.choice((64, 65, 65, 35, 68))};{_cell(chance)}M"
    return Action(Effect.NOTHING, (turn,) * chance.choice((1, 3, 8)))


def _clock(chance: random.Random) -> Action:
    edge = round(chance.choice(EDGES).timestamp() - datetime.now(UTC).timestamp())
    days = [DAY * days for days in (0, 0, 1, 7, 8, 30, -1, -7)]
    return Action(Effect.NOTHING, (Clock(chance.choice((*days, edge, edge))), "\x1b[O", Pause(0.2)))


def _paste(chance: random.Random) -> Action:
    text = chance.choice(PASTES)
    if chance.random() < 0.6:
        return Action(Effect.ADDS | Effect.SETS, (f"\x1b[200~{text}\x1b[201~",))
    typed = text.replace("\n", "\r").replace("\x1b", "").replace("\x07", "")
    return Action(Effect.ADDS | Effect.SETS | Effect.LEAVES, (typed,))


def _odd(chance: random.Random) -> Action:
    """A letter with Alt, or with some modifier as the kitty protocol has it; nothing that leaves."""
    letter = chance.choice("abdefhijklmnopuvwxyz")
    key = f"\x1b[{ord(letter)};{chance.choice((3, 4, 5, 6, 7, 9))}u"
    effect = Effect.ADDS | Effect.CUTS | Effect.SETS | Effect.SELECTS | Effect.LEAVES
    return Action(effect, (chance.choice((f"\x1b{letter}", key)),))


def _keys(effect: Effect, keys: Sequence[str]) -> Callable[[random.Random], Action]:
    return lambda chance: Action(effect, (chance.choice(keys),))


_STILL: tuple[Callable[[random.Random], Action], ...] = (
    *(_keys(Effect.NOTHING, STILL),) * 6,
    lambda _: Action(Effect.NOTHING, ESC),
    lambda chance: Action(Effect.NOTHING, (chance.choice(SIZES + TINY), Pause(chance.choice((0.0, 0.1))))),
    lambda _: Action(Effect.NOTHING, (Stop(), Heard())),
    _wheel,
    _clock,
)
_SETTING = (*_STILL, *(_keys(Effect.SETS, MOVES + PAGES),) * 6, _click, _click)
_ADDING = (
    *_SETTING,
    *(_keys(Effect.ADDS | Effect.SETS, WORDS + tuple(" 0123456789")),) * 8,
    _keys(Effect.ADDS | Effect.SETS | Effect.LEAVES, ("\r", "\n")),
    _paste,
)
_ANYTHING = (
    *_ADDING,
    *(_keys(Effect.CUTS | Effect.SETS | Effect.ADDS | Effect.LEAVES, SPOILS),) * 5,
    _keys(Effect.SETS | Effect.SELECTS, MARKS),
    *(_odd, _drag, _many_clicks),
)
MOODS = (_STILL, _SETTING, _ADDING, _ADDING, _ANYTHING)


def batch(chance: random.Random) -> list[Action]:
    """Some actions in a row, of one mood: from those that change nothing to those that change anything."""
    mood = chance.choice(MOODS)
    return [chance.choice(mood)(chance) for _ in range(chance.choice((1, 3, 8, 15, 30)))]


def together(actions: Sequence[Action]) -> Effect:
    """All that the actions may change."""
    effect = Effect.NOTHING
    for action in actions:
        effect |= action.effect
    return effect
