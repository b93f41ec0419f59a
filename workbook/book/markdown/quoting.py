r"""The reader's words as a Markdown quote that renders exactly as typed, and back.

Every line begins with `> `, so whatever is opened inside (a fence, a comment, an HTML block) ends with the
quote. Escapes are few, because an export is read as plain text too; reading back takes more of them than are
written, so that the writer may change later.
"""

import re
from collections.abc import Sequence

from ...text import canonical

BACKSLASH, BLANKS = "\\", "  "
"""The two ways to break a line inside a paragraph: one that is seen, and one that a pager does not show."""

_ALWAYS = re.compile(r"[\\`*\[~$|^]")
_OUTER_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_TAG_START = re.compile(r"<(?=[A-Za-z/!?]|[^\s<>]*@)")
"""Where a tag, a comment or an address could begin. Not every reader of Markdown knows a backslash there."""
_EMOJI = re.compile(r":(?=(?:\d*[a-z_+-][\w+-]*|100|1234):)", re.I | re.A)
"""Where code hosts would draw an emoji that nobody meant: `:heart:`."""
_ENTITY_START = re.compile(r"&(?=#?\w+;)")
_DOUBLED = re.compile(r"([=%])(?=\1)|(?<=([=%]))\2")
_TAG = re.compile(r"(?<!\S)#(?=\S)")
_WWW = re.compile(r"(?<=www)\.", re.I)
_LINE_START = re.compile(r"^(?=[#>+=:|-])")
_NUMBER_START = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))")
_LEADING_BLANKS = re.compile(r"^\s+")
_URL = re.compile(
    r"(?:https?|ftp)://[^\W_](?:[\w.-]*\w)?(?::\d+)?"
    r"(?:[/?#](?:(?:(?!&\w+;|&#)[^\s<>\\`\[\]{}|^\"])*[\w/])?)?",
    re.I,
)
_CODED = re.compile(r"%[0-9a-f]{2}", re.I)
"""A sign of a URL as a number, which some readers of Markdown show as that sign: such a URL is no link."""

_MARKER = re.compile(r"^\s*> ?")
_HARD_BREAK = re.compile(r"(?<!\\)((?:\\\\)*)\\$")
_WRITTEN = re.compile(
    r"<(?P<url>[a-z]+://[^<>\s]*)>"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|&#(?P<decimal>\d{1,7});|&#x(?P<hexadecimal>[0-9a-f]{1,6});|&(?P<name>\w+;)",
    re.I | re.A,
)


def quoted(text: str, placeholder: Sequence[str] = (), *, broken_by: str = BACKSLASH) -> list[str]:
    """The lines of a quote that says `text`, each but the last of a paragraph with `broken_by` at its end.

    A quote equal to the `placeholder` (the slot's lines as they stand in the chapter) would be read back as
    blank, so its first character is then written as an entity.
    """
    lines = canonical(text).split("\n")
    written = [escaped(line) for line in lines]
    if text and is_same_quote(_quote(written), placeholder):
        written[0] = f"&#x{ord(lines[0][0]):x};{_escaped_words(lines[0][1:])}"
    return _quote(written, broken_by)


def unquoted(lines: Sequence[str]) -> str:
    """The text that the lines of a quote mean, as it is stored."""
    return canonical(
        "\n".join(_WRITTEN.sub(_meant, _HARD_BREAK.sub(r"\1", line)) for line in _unmarked(lines))
    )


def is_same_quote(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two quotes say the same, however their marks are set."""
    return _unmarked(one) == _unmarked(other)


def _unmarked(lines: Sequence[str]) -> list[str]:
    """What stands behind the marks of a quote, line by line."""
    return [_MARKER.sub("", line).rstrip() for line in lines]


def escaped(line: str) -> str:
    """One line as Markdown that renders as it is, wherever a paragraph can begin."""
    rest = _LEADING_BLANKS.sub("", line)
    blanks = "".join(f"&#{ord(blank)};" for blank in line[: len(line) - len(rest)])
    if blanks:
        return blanks + _escaped_words(rest)
    return _NUMBER_START.sub(r"\1\\", _LINE_START.sub(r"\\", _escaped_words(rest)))


def _quote(written: Sequence[str], broken_by: str = BACKSLASH) -> list[str]:
    return [
        f"> {line}{broken_by}" if line and after else f"> {line}".rstrip()
        for line, after in zip(written, [*written[1:], ""], strict=True)
    ]


def escaped_inside(line: str) -> str:
    """One line as Markdown that renders as it is where something stands before it: a mark, other words."""
    return _escaped_words(" ".join(line.split()))


def _escaped_words(text: str) -> str:
    """`text` with its URLs as `<https://…>`: inside a bare one a backslash would not escape."""
    pieces, end = [], 0
    for url in (found for found in _URL.finditer(text) if not _CODED.search(found[0])):
        pieces += [_escaped_signs(text[end : url.start()]), f"<{url[0]}>"]
        end = url.end()
    return "".join(pieces) + _escaped_signs(text[end:])


def _escaped_signs(text: str) -> str:
    text = _ALWAYS.sub(r"\\\g<0>", text).replace("://", ":\\//")
    for sign in (_WWW, _OUTER_UNDERSCORE, _ENTITY_START, _DOUBLED, _TAG, _EMOJI):
        text = sign.sub(r"\\\g<0>", text)
    return _TAG_START.sub("&lt;", text)


def _meant(found: re.Match[str]) -> str:
    """The character or URL that one escape stands for; an entity that does not exist stands for itself."""
    match found.lastgroup:
        case "decimal":
            return _character(int(found["decimal"]))
        case "hexadecimal":
            return _character(int(found["hexadecimal"], 16))
        case "name":
            from html.entities import html5  # two thousand names, and nothing that is written needs one

            return html5.get(found["name"], found[0])
        case _:
            return found[found.lastgroup or 0]


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 else "\ufffd"
