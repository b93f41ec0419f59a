"""Letters as a reader counts them, with their accents, as one emoji, as one flag."""

from unicodedata import category

_JOINER = "\u200d"
_MARKS = ("Mn", "Mc", "Me")
_GOES_ON = frozenset("\u200c\u200d\u0e33\u0eb3\uff9e\uff9f")
"""Joiners, and vowels and marks that are drawn with the letter before them and are letters to Unicode."""


def goes_on(text: str, at: int) -> bool:
    """Whether the character `at` belongs to the letter of the one before it (Unicode annex 29)."""
    if not 0 < at < len(text):
        return False
    before, character = text[at - 1], text[at]
    return (
        category(character) in _MARKS
        or character in _GOES_ON
        or "\U0001f3fb" <= character <= "\U0001f3ff"  # colours of skin
        or "\U000e0020" <= character <= "\U000e007f"  # tags, of which some flags are made
        or (before == _JOINER and category(character) == "So")
        or _is_of_one_flag(text, at)
        or _is_of_one_syllable(before, character)
    )


def _is_of_one_flag(text: str, at: int) -> bool:
    """Whether it is the second of two letters that make a flag."""
    first = at
    while first and _is_of_flags(text[first - 1]):
        first -= 1
    return _is_of_flags(text[at]) and (at - first) % 2 == 1


def _is_of_flags(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _is_of_one_syllable(before: str, character: str) -> bool:
    """Whether two parts of Hangul are one block: first consonants, then vowels and last consonants."""
    is_first, is_whole = "\u1100" <= before <= "\u115f", "가" <= before <= "힣"
    if "\u1160" <= character <= "\u11ff":
        return is_first or is_whole or "\u1160" <= before <= "\u11ff"
    return is_first and ("\u1100" <= character <= "\u115f" or "가" <= character <= "힣")


def letter_before(text: str, at: int) -> int:
    """Where the letter before `at` begins."""
    at = max(0, at - 1)
    while goes_on(text, at):
        at -= 1
    return at


def letter_after(text: str, at: int) -> int:
    """Where the letter after `at` ends."""
    at = min(len(text), at + 1)
    while goes_on(text, at):
        at += 1
    return at


def letter_at(text: str, at: int) -> int:
    """Where the letter begins in the middle of which `at` stands; `at` itself between two letters."""
    while goes_on(text, at):
        at -= 1
    return at


def bare(text: str) -> str:
    """`text`, as long, in which what is drawn with a letter, or not drawn at all, is that letter once more.

    So the words in it are found as if nothing but letters stood there.
    """
    found = ""
    for at, character in enumerate(text):
        is_more = at > 0 and (goes_on(text, at) or category(character) == "Cf")
        found += found[-1] if is_more else character
    return found
