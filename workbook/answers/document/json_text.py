"""JSON of the strict kind, read as a whole, or taken apart into the texts of its members."""

import json
import math
import re
from collections.abc import Iterator
from typing import NoReturn

_STRING = r'"[^"\\]*(?:\\.[^"\\]*)*"'
_OPENING = re.compile(r"\s*\{\s*(\}\s*)?")
_KEY = re.compile(rf"\s*({_STRING})\s*:\s*", re.DOTALL)
_SCALAR = re.compile(rf'{_STRING}|[^\s,\[\]{{}}"]+', re.DOTALL)
_STRUCTURE = re.compile(rf'{_STRING}|[\[\]{{}}"]', re.DOTALL)
_NEXT = re.compile(r"\s*([,}])\s*")


def decoded(raw: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or UTF-32, with or without a mark; raises ValueError."""
    return raw.decode(json.detect_encoding(raw), "surrogatepass")


def parsed(text: str) -> object:
    """What `text` says. Of a key that stands twice the last one counts, as in every JSON reader.

    None also where a number in it is none that other readers could read, or where it is nested too deep.
    Raises ValueError where it is no JSON.
    """
    try:
        return json.loads(text, parse_constant=_no_constant, parse_float=_finite)
    except json.JSONDecodeError:
        raise
    except (ValueError, RecursionError):  # an integer of thousands of digits raises the former
        return None


def members(text: str) -> Iterator[tuple[str, str]]:
    """The members of the object that `text` is, by name, each as it is written there; raises ValueError.

    Only brackets and quotes are looked at, so a member may be nested as deep, and hold numbers as long, as it
    likes. Whether it is JSON is for `parsed` to say.
    """
    opening = _OPENING.match(text)
    if not opening:
        raise ValueError("no object")
    at = opening.end()
    goes_on = not opening[1]
    while goes_on:
        key = _KEY.match(text, at)
        if not key:
            raise ValueError("no name")
        end = _end(text, key.end())
        yield str(json.loads(key[1])), text[key.end() : end]
        follows = _NEXT.match(text, end)
        if not follows:
            raise ValueError("no end")
        at, goes_on = follows.end(), follows[1] == ","
    if at < len(text):
        raise ValueError("more than one object")


def _end(text: str, start: int) -> int:
    """Where the value ends that begins at `start`."""
    if text[start : start + 1] not in ("{", "["):
        scalar = _SCALAR.match(text, start)
        if not scalar:
            raise ValueError("no value")
        return scalar.end()
    depth = 0
    for token in _STRUCTURE.finditer(text, start):
        if token[0] in ("{", "["):
            depth += 1
        elif token[0] in ("}", "]"):
            depth -= 1
            if not depth:
                return token.end()
        elif token[0] == '"':
            break  # a text without an end
    raise ValueError("no end")


def _no_constant(_name: str) -> NoReturn:
    raise ValueError("not a number of JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError("a number out of range")
    return number
