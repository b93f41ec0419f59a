"""The `key=value` words of a comment, each read once, as the type it must have."""

import re
import shlex
from collections.abc import Sequence
from typing import TypeVar

from ..markdown import Source
from ..model import SHOWN, is_address, near

Word = TypeVar("Word", bound=str)
Number = TypeVar("Number", int, None)

_QUOTING = re.compile(r"""["'\\]""")
"""Without these, a plain split says the same as the rules of a shell, many times faster."""


class Options:
    """What a comment says beside kind and id. Reading an option makes it known; `close` names the others.

    `owner` is what a message calls that which has the options: `@text`, `a row`.
    """

    def __init__(self, source: Source, line: int, owner: str, values: dict[str, str]) -> None:
        self.source, self.line, self.owner = source, line, owner
        self.values = values
        self.known: set[str] = set()

    def words(self, key: str) -> str:
        """The text of an option, empty where it is not given."""
        self.known.add(key)
        return self.values.get(key, "")

    def number(self, key: str, otherwise: Number, least: int = 1) -> int | Number:
        """A whole number that is not below `least`; `otherwise` where it is not given."""
        value = self.words(key)
        if key not in self.values:
            return otherwise
        if re.fullmatch("-?[0-9]{1,9}", value) and int(value) >= least:
            return int(value)
        above = f" not below {least}" if least >= 0 else ""
        self.fault(f"option '{key}' needs a whole number{above}, found '{value[:SHOWN]}'")
        return otherwise

    def one_of(self, key: str, allowed: Sequence[Word]) -> Word | None:
        """One of the words `allowed`, or None where it is not given."""
        value = self.words(key)
        if key not in self.values:
            return None
        for word in allowed:
            if word == value:
                return word
        choice = "one of " if len(allowed) > 1 else ""
        self.fault(f"option '{key}' must be {choice}{', '.join(allowed)}; found '{value[:SHOWN]}'")
        return None

    def places(self, key: str) -> tuple[str, ...]:
        """Ids or addresses, divided by blanks."""
        names = tuple(self.words(key).split())
        for name in names:
            if not is_address(name):
                like = "ids or addresses like 'steps/plan/fun'"
                self.fault(f"option '{key}' needs {like}, found '{name[:SHOWN]}'")
        return tuple(name for name in names if is_address(name))

    def share(self) -> bool:
        """False where `share=no` is given."""
        return self.one_of("share", ("no",)) is None

    def close(self) -> None:
        """Note every option that nobody asked for."""
        for key in self.values:
            if key not in self.known:
                text = f"{self.owner} has no option '{key[:SHOWN]}'.{near(key, self.known)}"
                self.source.note(self.line, "unknown-option", text)

    def fault(self, text: str) -> None:
        """Note that a value cannot be taken."""
        self.source.note(self.line, "bad-value", text)


def split_words(body: str) -> list[str]:
    """The words of a comment by the rules of a shell; ValueError where a quote is not closed."""
    return shlex.split(body) if _QUOTING.search(body) else body.split()


def pairs(source: Source, line: int, owner: str, words: Sequence[str]) -> dict[str, str]:
    """`key=value` words as a dict; those of another form are noted."""
    values: dict[str, str] = {}
    for word in words:
        key, equals, value = word.partition("=")
        if word.startswith("#"):
            source.note(line, "bad-id", f"'{word[:SHOWN]}' must stand right after {owner}, one id alone")
        elif not equals:
            text = f"an option of {owner} is written key=value, found '{word[:SHOWN]}'"
            source.note(line, "unknown-option", text)
        elif key in values:
            source.note(line, "bad-value", f"option '{key[:SHOWN]}' is given twice; keep one")
        else:
            values[key] = value
    return values
