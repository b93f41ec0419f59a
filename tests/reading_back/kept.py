"""Orphans at the end of an export, read again."""

import re
from collections.abc import Sequence

from workbook.book import Answer, unquoted

_SIGN = re.compile(r"&#(\d{1,7});")
_PLACE = re.compile(r'\bat="(?P<at>[^"]*)" type=(?P<type>tick|number|text)')
_NUMBER = re.compile(r"-?\d{1,4000}", re.ASCII)


def kept_answer(comment: str, quote: Sequence[str]) -> dict[str, Answer]:
    """The one answer that a `@kept` comment and the quote under it say; none where they say nothing."""
    place, text = _PLACE.search(comment), unquoted(quote)
    if not place or not text:
        return {}
    address = _SIGN.sub(lambda sign: chr(int(sign[1])), place["at"])
    match place["type"]:
        case "tick":
            return {address: True}
        case "number":
            return {address: int(text)} if _NUMBER.fullmatch(text) else {}
        case _:
            return {address: text}
