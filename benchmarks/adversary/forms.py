"""Ways in which words come into a field: each with what the file must hold afterwards."""

import random
from typing import NamedTuple

from benchmarks.adversary.actions import ESC, SIZES, Heard, Part, Pause, Size, Stop

SCRIPTS = {
    "Persian": "می‌خواهم",
    "Hindi": "क्षण शक्ति",
    "Thai": "ไม่เป็นไร",
    "Hangul": "안녕하세요",
    "Hangul in parts": "\u1112\u1161\u11ab",
    "Japanese": "一緒に歩く",
    "Arabic": "السلام عليكم",
    "Hebrew": "שלום",
    "accents": "cafe\u0301 naïve",
    "French": "avec\u00a0toi",
    "emoji": "👩‍❤️‍👨👍🏽🇩🇪",
}
_ODD = Size(100, 30)
"""None of the others: back at the size that it had, a window that was seen at no other is drawn by nobody."""
INTERRUPTIONS: dict[str, tuple[Part, ...]] = {
    "resized": (_ODD, Heard(), *SIZES, Heard()),
    "stopped": (Stop(), Heard()),
    "window left": ("\x1b[O", Pause(0.1), "\x1b[I"),
    "wheel": ("\x1b[<65;20;8M" * 5, "\x1b[<64;20;8M" * 3),
    "help": ("\x1bOP", Heard(), *ESC, Heard()),
    "staying safe": ("\x1b[15~", Heard(), "\x1b[15~", Heard()),
    "curtain": ("\x1b[19~", Heard(), " ", Heard()),
    "find": ("\x07", Heard(), *ESC, Heard()),
    "palette": ("\x10", Heard(), *ESC, Heard()),
    "save": ("\x13",),
}


class Form(NamedTuple):
    """What is sent, and the texts of which one must have come to the field."""

    name: str
    parts: tuple[Part, ...]
    texts: tuple[str, ...]


def form(chance: random.Random, word: str, *, is_kitty: bool, without: tuple[str, ...] = ()) -> Form:
    """One way to bring `word`, which nothing else holds, into a field."""
    ways = _ways(chance, word) + (_kitty(word) if is_kitty else [])
    return chance.choice([way for way in ways if way.name not in without])


def _ways(chance: random.Random, word: str) -> list[Form]:
    half = len(word) // 2
    script, phrase = chance.choice([*SCRIPTS.items()])
    interruption, between = chance.choice([*INTERRUPTIONS.items()])
    return [
        Form("letters", (word,), (word,)),
        Form("slow letters", tuple(part for letter in word for part in (letter, Pause(0.02))), (word,)),
        *[Form(script, (f"{word} {phrase}",), (f"{word} {phrase}",))] * 3,
        *[Form(interruption, (word[:half], *between, word[half:]), (word,))] * 4,
        *_pastes(word, phrase, script),
    ]


def _pastes(word: str, phrase: str, script: str) -> list[Form]:
    def pasted(name: str, text: str, *texts: str) -> Form:
        return Form(name, (f"\x1b[200~{text}\x1b[201~",), texts or (text,))

    return [
        pasted(f"{script} pasted", f"{word} {phrase}"),
        pasted("lines pasted", f"{word}\nsecond\n\nlast {word}"),
        pasted("line ends pasted", f"{word}\r\nsecond\rthird\tx", f"{word}\nsecond\nthird    x"),
        pasted("escape pasted", f"{word} \x1b[20~ {word}", f"{word} [20~ {word}", f"{word}  {word}"),
        pasted("escapes pasted", f"a\x1b{word}\x1b[A{word}", f"a{word}[A{word}", f"a{word}{word}"),
        pasted("bell pasted", f"{word}\x07 {word}\x11\x1a", f"{word} {word}"),
        pasted("much pasted", f"{word} " + "and so on " * 200 + word),
        Form("lines without brackets", (f"{word}\rsecond {word}\rlast",), (f"{word}\nsecond {word}\nlast",)),
    ]


def _kitty(word: str) -> list[Form]:
    """What a terminal sends that was asked for every key as an escape code, with the text of it."""
    phrase = "我想和你一起慢慢走" + word[:3]
    points = ":".join(str(ord(letter)) for letter in phrase)
    shifted = "".join(f"\x1b[{ord(letter)}:{ord(letter.upper())};2;{ord(letter.upper())}u" for letter in word)
    return [
        Form("kitty letters", ("".join(f"\x1b[{ord(letter)};;{ord(letter)}u" for letter in word),), (word,)),
        Form("kitty capitals", (shifted,), (word.upper(),)),
        Form("kitty phrase", (f"{word}\x1b[0;;{points}u",), (f"{word}{phrase}",)),
    ]


def names() -> set[str]:
    """What the ways are called."""
    scripts = {name for script in SCRIPTS for name in (script, f"{script} pasted")}
    others = {way.name for way in _ways(random.Random(0), "word") + _kitty("word")}
    return scripts | {*INTERRUPTIONS} | others
