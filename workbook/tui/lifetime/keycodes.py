"""Keys that some terminals spell out in numbers, as all the others send them.

The numbers are those of the keyboard protocol of kitty (`CSI code;modifiers;text u`, described at
https://sw.kovidgoyal.net/kitty/keyboard-protocol/) and of xterm's modifyOtherKeys (`CSI 27;modifiers;code~`).
The workbook asks for neither: no action needs them, and with them Ctrl keys are lost on layouts without Latin
letters. Some terminals and multiplexers send such forms unasked all the same.
"""

import re

from textual.keys import Keys

from ...text import typed
from ..textual_private import KEYS_SENT

_SPELT = re.compile(
    r"\x1b\[(?P<code>\d{1,7})(?::(?P<shifted>\d{0,7}))?(?::(?P<base>\d{1,7}))?"
    r"(?:;(?P<modifiers>\d{0,3})(?::(?P<happened>\d))?(?:;(?P<text>[\d:]*))?)?u"
)
_OTHER = re.compile(r"\x1b\[27;(?P<modifiers>\d{1,3});(?P<code>\d{1,7})~")
_MODIFIED = re.compile(r"\x1b\[(?P<code>\d{1,3});(?P<modifiers>\d{1,3})(?::(?P<happened>\d))?(?P<end>[A-Z~])")

_SHIFT, _ALT, _CTRL, _CAPS = 1, 2, 4, 64
_COMMANDS = 8 | 16 | 32
"""Super, hyper and meta: with one of them a key is nobody's letter."""
_RELEASED = "3"

_KEYPAD = {57399 + number: character for number, character in enumerate("0123456789./*-+\r=,")}
_AS_SENT = {9: "\t", 13: "\r", 27: "\x1b", 127: "\x7f"} | _KEYPAD | {
    code: f"\x1b[{end}"
    for code, end in enumerate(("D", "C", "A", "B", "5~", "6~", "H", "F", "2~", "3~"), start=57417)
}  # fmt: skip
"""What a terminal sends for a key without a letter, by its number in the protocol."""
_NO_LETTERS = range(57344, 57455)
"""The numbers of all other keys without one: volume, Caps Lock and the like."""


def as_sent(sequence: str) -> str | None:
    """What a terminal that spells nothing out sends for the key `sequence`.

    "" where it sends nothing, None where nobody knows what it means.
    """
    if match := _SPELT.fullmatch(sequence):
        if match["happened"] == _RELEASED:
            return ""
        if match["text"]:
            return "".join(typed(_character(code)) for code in match["text"].split(":"))
        shifted, base = int(match["shifted"] or 0), int(match["base"] or 0)
        return _pressed(int(match["code"]), int(match["modifiers"] or 1) - 1, shifted, base)
    if match := _OTHER.fullmatch(sequence):
        return _pressed(int(match["code"]), int(match["modifiers"]) - 1)
    return sequence if is_known(sequence) else _unmodified(sequence)


def _character(code: int | str) -> str:
    number = int(code) if len(str(code)) in range(1, 8) else 0
    return chr(number) if number <= 0x10FFFF else ""


def _pressed(code: int, modifiers: int, shifted: int = 0, base: int = 0) -> str:
    if modifiers & _COMMANDS:
        return ""
    if code in _AS_SENT:
        return _without_letter(_AS_SENT[code], modifiers)
    if code in _NO_LETTERS:
        return ""
    if modifiers & _CTRL:
        return _control(_character(base or code).lower())
    character = _character(shifted if modifiers & _SHIFT and shifted else code)
    if modifiers & (_SHIFT | _CAPS) in (_SHIFT, _CAPS) and not shifted and len(character.upper()) == 1:
        character = character.upper()
    return f"\x1b{typed(character)}" if modifiers & _ALT and typed(character) else typed(character)


def _without_letter(sent: str, modifiers: int) -> str:
    """Shift leads Tab back, Alt takes a word with Backspace; otherwise it is as without them."""
    if sent == "\t" and modifiers & _SHIFT:
        return "\x1b[Z"
    return "\x1b\x7f" if sent == "\x7f" and modifiers & _ALT else sent


def _control(character: str) -> str:
    """What Ctrl makes of a key: of a letter its control character, of another layout's letter nothing."""
    if character in " @[\\]^_" or "a" <= character <= "z":
        return chr(ord(character.upper()) & 31)
    return "" if character.isalpha() else typed(character)


def is_known(sequence: str) -> bool:
    """Whether Textual knows the key; what it reads as Esc and another key would leave the field."""
    keys = KEYS_SENT.get(sequence)
    return keys is not None and not (isinstance(keys, tuple) and keys[0] is Keys.Escape)


def _unmodified(sequence: str) -> str | None:
    """The same key with the modifiers that it is known with, at least with none."""
    match = _MODIFIED.fullmatch(sequence)
    if match is None:
        return None
    if match["happened"] == _RELEASED:
        return ""
    code, end = match["code"], match["end"]
    known = ((int(match["modifiers"]) - 1) & (_SHIFT | _ALT | _CTRL)) + 1
    plain = f"\x1b[{code}~" if end == "~" else f"\x1bO{end}"
    return next((key for key in (f"\x1b[{code};{known}{end}", plain) if is_known(key)), None)
