"""Orphans on paper: answers whose question is gone, at the end of an export.

Addresses, questions and values come from a file that anyone may have edited, so each is written in a form
that nothing can break out of.
"""

import re
from collections.abc import Iterable, Mapping

from ..book import Answer, escaped, phrases, quoted

HEADING = "## No longer in this book"
_TICKED = "ticked"

_UNSAFE = re.compile(r"[^A-Za-z0-9/@.-]|(?<=-)-")


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
