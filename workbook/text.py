"""The reader's words made safe: the one place that decides which characters may stay.

A terminal executes control characters, and a bidi override can make a word read as another one, so neither
is ever kept. Everything else stays as typed: no normalisation, all scripts, emoji and joiners.
"""

import re

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_REMOVED = re.compile("[\x00-\x09\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def clean(text: str) -> str:
    r"""`text` as it may stand in a field: line ends are `\n`, a tab is four spaces, controls are gone.

    Removed: C0 but newline, DEL, C1, lone surrogates, U+FFFE/F and the bidi overrides and isolates
    (U+202A-E, U+2066-9), which a terminal or a page would execute rather than show.
    """
    return _REMOVED.sub("", _LINE_ENDS.sub("\n", text).replace("\t", "    "))


def typed(character: str | None) -> str:
    """What a key that sends `character` adds to a text: whatever is kept as it is, but nothing for a control.

    Not `isprintable`, which takes spaces of other scripts, joiners and new emoji for controls.
    """
    return character if character and character >= " " and clean(character) == character else ""


def canonical(text: str) -> str:
    """`text` as it is stored and compared: clean, without trailing blanks and without outer empty lines."""
    return "\n".join(line.rstrip() for line in clean(text).split("\n")).strip("\n")


def one_line(text: str) -> str:
    """`text` cleaned and joined into one line, for a title, a question or a list."""
    return " ".join(clean(text).split())
