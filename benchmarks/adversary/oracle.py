"""What must stand in the file of the answers, judged from outside: no line of the program is used for it."""

import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.adversary.actions import Effect

_DIRECTIVE = re.compile(r"^<!--\s*@(\w+)\s+#([\w-]+)(.*?)-->", re.MULTILINE)
_ENTRY = re.compile(r"@[^/]*$")


class Look(NamedTuple):
    """The file of the answers as it stood at one moment."""

    answers: Mapping[str, Any]
    field: str
    """The address of the field that has the focus; empty where none has, or another than a chapter's."""
    doubled: frozenset[str]
    """Where more than one version of an answer stands, though nobody else ever wrote."""


def look(path: Path) -> Look:
    """The file as it stands, an empty one where there is none; raises ValueError where it is no JSON."""
    if not path.exists():
        return Look({}, "", frozenset())
    tables = json.loads(path.read_text(encoding="utf-8"))
    documents = tables.get("answers", {})
    place = tables.get("place", {}).get("1", {})
    field = "" if place.get("rests") else str(place.get("field", ""))  # marked alone, it hears no key
    return Look(
        {name: document["value"] for name, document in documents.items() if document.get("value")
         or type(document.get("value")) is int},
        field if field.startswith(f"{place.get('chapter')}/") else "",
        frozenset(name for name, document in documents.items() if document.get("alts")),
    )  # fmt: skip


class Kinds:
    """What kind of field stands at an address, by the directives in the chapters."""

    def __init__(self, book: Path) -> None:
        self._found: dict[str, set[str]] = defaultdict(set)
        for path in sorted(book.glob("*.md")):
            for kind, name, options in _DIRECTIVE.findall(path.read_text(encoding="utf-8")):
                is_odd = "type=date" in options or "folded-until" in options
                self._found[name].add("odd" if is_odd else kind)

    def at(self, address: str) -> str:
        """Text, scale, choice, checklist or group; odd for a date; empty where that is not certain."""
        kinds = self._found[_ENTRY.sub("", address.rpartition("/")[2])]
        return next(iter(kinds)) if len(kinds) == 1 and not address.endswith("/") else ""

    def has(self, address: str) -> bool:
        """Whether some field of the book may stand there: one that is named in no chapter does not."""
        return any(_ENTRY.sub("", name) in self._found for name in address.split("/")[1:])


def misdeeds(before: Look, after: Look, effect: Effect, kinds: Kinds) -> list[str]:
    """What has changed though nothing that was done could change it."""
    wrong = [f"two versions of {name}" for name in sorted(after.doubled - before.doubled)]
    new_ones = sorted({*after.answers} - {*before.answers})
    wrong += [f"{name} is an address of no chapter" for name in new_ones if not kinds.has(name)]
    for name in sorted({*before.answers, *after.answers}):
        old, new = before.answers.get(name, ""), after.answers.get(name, "")
        if not _may_become(old, new, effect, is_plain=kinds.at(name) == "text"):
            wrong.append(f"{name} became {new!r} from {old!r}, though what was done {_said(effect)}")
    return wrong


def _may_become(old: object, new: object, effect: Effect, *, is_plain: bool) -> bool:
    if old == new and type(old) is type(new):
        return True
    if not is_plain:  # a date is set by arrows, and changed by letters
        return bool(effect & (Effect.SETS | Effect.ADDS | Effect.CUTS))
    if not isinstance(old, str) or not isinstance(new, str):
        return False
    return Effect.CUTS in effect or (Effect.ADDS in effect and _is_spread(old, new))


def _is_spread(old: str, new: str) -> bool:
    """Whether every character of `old` is in `new`, in order; blanks do not count, storing cuts some."""
    rest = iter(new)
    return all(letter in rest for letter in old if not letter.isspace())


def _said(effect: Effect) -> str:
    return "may change nothing" if not effect else f"is only {effect}"


def is_added(old: str, new: str, texts: Sequence[str]) -> bool:
    """Whether `new` is `old` with one of `texts` at its end: blanks between them the file never showed."""
    kept = ["\n".join(line.rstrip() for line in text.split("\n")) for text in texts]
    ends = [new.removesuffix(text) for text in kept if new.endswith(text)]
    return any(rest.startswith(old) and not rest[len(old) :].strip() for rest in ends)


def changes(before: Look, after: Look) -> list[str]:
    """The addresses at which something else stands than before."""
    names = {*before.answers, *after.answers}
    return sorted(name for name in names if before.answers.get(name) != after.answers.get(name))


def only(before: Look, after: Look, address: str) -> list[str]:
    """What has changed anywhere but at `address` and under it."""
    beside = (name for name in changes(before, after) if not f"{name}/".startswith(f"{address}/"))
    return [f"{name} became {after.answers.get(name)!r} from {before.answers.get(name)!r}" for name in beside]
