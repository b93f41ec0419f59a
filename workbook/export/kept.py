"""Orphans on paper: answers whose question is gone, at the end of an export.

Addresses, questions and values come from a file that anyone may have edited, so each is written in a form
that nothing can break out of.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from ..book import Answer, escaped, phrases, quoted, unquoted

HEADING = "## No longer in this book"
_TICKED = "ticked"

_UNSAFE = re.compile(r"[^A-Za-z0-9/@.-]|(?<=-)-")
_WRITTEN_SIGN = re.compile(r"&#(\d{1,7});")
_PLACE = re.compile(r'\bat="(?P<at>[^"]*)" type=(?P<type>tick|number|text)')
_NUMBER = re.compile(r"-?\d{1,4000}", re.ASCII)


def kept_lines(
    addresses: Iterable[str], answers: Mapping[str, Answer], questions: Mapping[str, str]
) -> list[str]:
    """The section of the orphans at `addresses`: each with its question, or else its address."""
    lines = [HEADING]
    for address in addresses:
        question = phrases.asked_at(questions.get(address, ""), address)
        kind, value = _written(answers[address])
        lines += ["", f'<!-- @kept at="{_safe(address)}" type={kind} -->', "", escaped(question), "", *value]
    return lines


def kept_answer(comment: str, quote: Sequence[str]) -> dict[str, Answer]:
    """The one answer that a `@kept` comment and the quote under it say; none where they say nothing."""
    place, text = _PLACE.search(comment), unquoted(quote)
    if not place or not text:
        return {}
    address = _WRITTEN_SIGN.sub(lambda sign: chr(int(sign[1])), place["at"])
    match place["type"]:
        case "tick":
            return {address: True}
        case "number":
            return {address: int(text)} if _NUMBER.fullmatch(text) else {}
        case _:
            return {address: text}


def _written(value: Answer) -> tuple[str, list[str]]:
    match value:
        case bool():
            return "tick", quoted(_TICKED)
        case int():
            return "number", [f"> {value}"]
        case str():
            return "text", quoted(value)


def _safe(address: str) -> str:
    """`address` without a sign that could end an attribute or a comment: those as numbers."""
    return _UNSAFE.sub(lambda sign: f"&#{ord(sign[0])};", address)
