"""The file in which a reader gives commands other keys: `find = "ctrl+f, slash"`.

One wrong entry costs no other: it is told in a line, and its command keeps the usual keys. Imported only
where there is such a file.
"""

import stat
import tomllib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from textual.binding import Binding, BindingType
from textual.keys import KEY_NAME_REPLACEMENTS, key_to_character
from textual.widgets import TextArea

from ..paths import OWN_KEYS
from ..text import clean, one_line
from .commands import COMMANDS, IN_EVERY_DIALOG, NO_KEY
from .textual_private import KEYS_SENT
from .widgets import PageView
from .widgets.fields.text import TextField

Chosen = dict[str, tuple[str, ...]]
"""The keys of each action: characters, letters small, and Textual's names for what is no character."""

NEVER_NONE = {"leave_now", "curtain", "quit"}
"""What always has a key."""
IN_TEXTS = {*IN_EVERY_DIALOG, "edit", "leave_field", "save"}
"""What has to work while a text is being written, where a character is a part of it."""

_STAYS = "Its usual keys stay."
_ALL_STAY = "The usual keys stay."
_FOR_EXAMPLE = f'for example: find = "ctrl+f, f12". {_STAYS}'
_CHARACTERS = {name: of for of, name in KEY_NAME_REPLACEMENTS.items()}
_SHOWN = {
    "escape": "Esc", "pageup": "PgUp", "pagedown": "PgDn", "at": "@",
    "backslash": "\\", "underscore": "_", "circumflex_accent": "^", "right_square_bracket": "]",
}  # fmt: skip


class _FaultError(Exception):
    """What is wrong with an entry, for the reader."""


def read_keys(path: Path) -> tuple[Chosen, tuple[str, ...]]:
    """The keys that the file gives, and a line on each thing in it that does not hold."""
    try:
        entries = _entries(path)
    except OSError as error:
        return {}, (f"{OWN_KEYS} cannot be read: {error.strerror}. {_ALL_STAY}",)
    except (ValueError, RecursionError) as error:
        why = one_line(clean(str(error))) if isinstance(error, tomllib.TOMLDecodeError) else "it is no text"
        return {}, (f"{OWN_KEYS} cannot be understood: {why}. {_ALL_STAY}",)
    except _FaultError as wrong:
        return {}, (f"{OWN_KEYS}: {wrong} {_ALL_STAY}",)
    chosen: Chosen = {}
    faults = []
    for action, value in entries.items():
        try:
            chosen[action] = _keys(action, value)
        except _FaultError as wrong:
            faults.append(f"{OWN_KEYS}, {one_line(clean(action))}: {wrong}")
    while clash := _clash(chosen):
        action, fault = clash
        del chosen[action]
        faults.append(f"{OWN_KEYS}, {action}: {fault}")
    return chosen, tuple(faults)


def _entries(path: Path) -> Mapping[str, object]:
    """What stands in the table; raises OSError, ValueError, or _FaultError where there is no such table."""
    if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for
        raise _FaultError("this is no file.")
    read = tomllib.loads(path.read_bytes().decode("utf-8-sig"))  # Windows' own editor may put a mark first
    entries = read.get("keys", {})
    if not isinstance(entries, dict) or read.keys() - {"keys"}:
        raise _FaultError("all that it holds has to stand below one line [keys].")
    return entries


def _keys(action: str, value: object) -> tuple[str, ...]:
    """The keys that `value` names for `action`; raises _FaultError."""
    if action not in COMMANDS:
        near = get_close_matches(action, COMMANDS, 1)
        known = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(COMMANDS)}."
        raise _FaultError(f"there is no command of this name. {known}")
    if not isinstance(value, str):
        raise _FaultError(f"keys stand in quotes, with a comma between two, {_FOR_EXAMPLE}")
    keys = tuple(dict.fromkeys(_key(one) for one in value.split(","))) if value.strip() else ()
    if not keys and action in NEVER_NONE:
        raise _FaultError(f"this has to have a key. {_STAYS}")
    taken = next((key for key in keys if key in _fixed() and key not in _usual(action)), None)
    if taken:
        raise _FaultError(f"{written(taken)} moves, chooses or edits; take another key. {_STAYS}")
    letter = next((key for key in keys if len(key) == 1), None)
    if letter and action in IN_TEXTS:
        raise _FaultError(
            f"{letter} is written in a text, where this has to work; take an F key, or Ctrl and a letter. "
            + _STAYS
        )
    return keys


def _key(given: str) -> str:
    """The key that a reader calls `given`; raises _FaultError where no terminal has such a key."""
    key = given.strip().lower()
    character = key if len(key) == 1 else key_to_character(_CHARACTERS.get(key, key))
    if character and len(character) == 1 and character.isprintable() and not character.isspace():
        return character
    is_with_alt = key.startswith("alt+") and len(key) == len("alt+x") and key[-1].isalnum()
    if is_with_alt or key in _sent():
        return key
    named = one_line(clean(given.strip()))
    raise _FaultError(f'"{named}" is no key that a terminal sends; {_FOR_EXAMPLE}')


@cache
def _sent() -> set[str]:
    """The names of the keys that terminals send, but for a line feed, which is Enter here."""
    return {key.value for keys in KEYS_SENT.values() if isinstance(keys, tuple) for key in keys} - {"ctrl+j"}


@cache
def _fixed() -> set[str]:
    """The keys that move, choose and edit, whatever else is open."""
    texts = [key for binding in TextArea.BINDINGS for key in _names(binding)]
    pages = [key for place in (PageView, TextField) for binding in place.BINDINGS for key in _names(binding)]
    ours = ["tab", "shift+tab", "enter", "space", "escape", "ctrl+p"]
    words = set(_usual("words"))  # a text has that key for the very command
    return {key.lower() if len(key) == 1 else key for key in (*texts, *pages, *ours)} - words


def _names(binding: BindingType) -> list[str]:
    return (binding.key if isinstance(binding, Binding) else binding[0]).split(",")


def _usual(action: str) -> tuple[str, ...]:
    return tuple(_key(key) for key in COMMANDS[action].keys.split(",") if key)


def _clash(chosen: Chosen) -> tuple[str, str] | None:
    """The last entry whose key another command has too, and what to say of it."""
    table = {action: chosen.get(action, _usual(action)) for action in COMMANDS}
    for action in reversed(chosen):
        for other, keys in table.items():
            both = [key for key in chosen[action] if key in keys]
            if other != action and both:
                said = f"{written(both[0])} is a key of {other} too; take another, or give {other} another."
                return action, f"{said} {_STAYS}"
    return None


def keymap(chosen: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """`chosen` as Textual takes it: a letter acts small or large, and the comma goes by its name."""
    return {action: ",".join(map(_as_bound, keys)) or NO_KEY for action, keys in chosen.items()}


def _as_bound(key: str) -> str:
    if key == ",":
        return "comma"
    return f"{key},{key.upper()}" if len(key) == len(key.upper()) == 1 and key != key.upper() else key


def written(key: str) -> str:
    """The key as a reader reads it: `Ctrl+F` for `ctrl+f`."""
    if len(key) == 1:
        return key
    *held, last = key.split("+")
    return "+".join([*(one.title() for one in held), _SHOWN.get(last, last.title())])
