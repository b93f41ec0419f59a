"""A good file of a thousand answers, and the many ways in which one document of it may be bent."""

import json
from collections.abc import Callable
from random import Random
from typing import Any

from workbook.answers.document.edit import edited
from workbook.answers.document.state import Document, State

BOOK = "small"
ANSWERS = 1_000

_ODD: tuple[str, ...] = (
    *("null", "true", "false", "0", "-1", "7.0", "1e400", "-0.0", "NaN", "Infinity", "1" * 5_000),
    *('""', '"words"', r'"\ud800"', r'"\u0000"', "[]", "{}", "[[1], {}]", '["words"]', '{"value": "words"}'),
    *("[" * depth + "]" * depth for depth in (21, 900, 20_000)),
    '{"a":' * 500 + "1" + "}" * 500,
    "9007199254740993",
)
"""Values as they may be written in JSON, some of which no reader gives back."""

_HERE = "\ue000"
"""Stands for an odd value until the file is text: no answer holds it."""


def good() -> State:
    """The file: texts, ticks and numbers, some of them with a past and with another version."""
    how: Any = {"at": "2026-11-22T20:15:00Z", "device": "kqtz", "asked": "How?", "private": False}
    answers: dict[str, Document] = {}
    for number in range(ANSWERS):
        value = (f"Word {number} – often.", True, number)[number % 3]
        first = edited(None, f"first {number}", **how, version=f"{number:012x}")
        document = first if number % 2 else edited(first, value, **how, version=f"{number + ANSWERS:012x}")
        if number % 5 == 0:
            other = {
                "value": f"other {number}",
                "version": f"{number + 2 * ANSWERS:012x}",
                "at": "",
                "rev": 1,
            }
            document = document | {"alts": [{**other, "device": "wjpa", "private": True}]}
        answers[f"signs/a{number}"] = document
    return {
        "meta": {"1": {"schema": 1, "book": BOOK, "title": "Small"}},
        "answers": answers,
        "place": {"1": {"at": "2026-11-22T20:15:00Z", "chapter": "signs", "number": 1}},
        "settings": {"1": {"at": "2026-11-20T08:00:00Z", "theme": "nord"}},
        "entries": {"signs/week@2026-W53": {"after": "2027-W01"}},
        "to-share": {"signs/a1": {"rev": 1, "versions": [f"{1:012x}"]}},
        "drawings": {"1": {"strokes": [1, 2]}},
    }


def bent(state: State, random: Random) -> tuple[bytes, str, str]:
    """The file with one document, or one table that holds no answers, bent; which table, and which document.

    The id is empty where it is a table.
    """
    table = random.choice(["answers"] * 5 + [name for name in state if name != "answers"])
    name = random.choice(list(state[table]))
    ways: list[Callable[[], Any]] = [
        lambda: _HERE,
        lambda: {**state[table][name], random.choice(list(state[table][name])): _HERE},
        lambda: {**state[table][name], random.choice(["x", "alts", "private", "anc", "value"]): _HERE},
        lambda: _without(state[table][name], random),
        lambda: {**state[table][name], "alts": [_HERE, {"value": _HERE}, {"value": "words", "rev": _HERE}]},
    ]
    after: Any = {**state[table], name: random.choice(ways)()}
    if table != "answers" and random.random() < 0.3:
        after, name = _HERE, ""
    text = json.dumps({**state, table: after}, ensure_ascii=False)
    return text.replace(f'"{_HERE}"', random.choice(_ODD)).encode("utf-8", "surrogatepass"), table, name


def _without(document: Document, random: Random) -> Document:
    gone = random.choice(list(document))
    return {field: content for field, content in document.items() if field != gone}
