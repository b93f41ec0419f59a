"""Letters as a search compares them: alike is what readers take for the same, what is not seen is nothing."""

from collections.abc import Iterator
from unicodedata import category, combining, normalize

_ALIKE = {
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‹›", "'"),
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ı": "i",
    "ø": "o",
    "ŧ": "t",
    "ŋ": "n",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "−": "-",
    "⁄": "/",
}
"""Signs that stand for one another, and letters of their own, to Unicode, that few keyboards have: who looks
for Łódź types `lodz`."""

_UNSEEN = frozenset(
    (0x034F, 0x115F, 0x1160, 0x3164, 0xFFA0, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))
)
"""A joiner, fillers and selectors of variants: never drawn, yet no format characters to Unicode."""


class _Table(dict[int, str]):
    """Every character that was met, and the characters as which it is compared."""

    def __missing__(self, code: int) -> str:
        self[code] = "".join(_compared(chr(code)))
        return self[code]


def _compared(character: str) -> Iterator[str]:
    apart = normalize("NFKD", _ALIKE.get(character.casefold(), character.casefold()))
    for letter in apart.casefold():
        kind = category(letter)
        if kind == "Pd":
            yield "-"
        elif not (kind == "Cf" or combining(letter) or ord(letter) in _UNSEEN):
            yield _ALIKE.get(letter, letter)


_TABLE = _Table()


def folded(text: str) -> str:
    """`text` without accents, in small letters, ligatures as their letters: what is alike becomes equal."""
    return text.translate(_TABLE)


def span(text: str, start: int, stop: int) -> tuple[int, int]:
    """Where in `text` the characters stand that are those from `start` to `stop` of it when it is folded.

    An accent of its own, or a hyphen that is not seen, goes with the letter before it.
    """
    at, begin, end = 0, len(text), len(text)
    for number, character in enumerate(text):
        width = len(_TABLE[ord(character)])
        if at >= stop and width:
            end = number
            break
        if at <= start < at + width:
            begin = number
        at += width
    return begin, end


def spans(text: str, sought: str) -> Iterator[tuple[int, int]]:
    """Where in `text` the words stand that are `sought` when it is folded."""
    compared, at = folded(text), 0
    while sought and (at := compared.find(sought, at)) >= 0:
        yield span(text, at, at + len(sought))
        at += len(sought)
