"""The `---` block at the top of a file, read without a YAML library: flat, quoted where it must be."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from ...text import one_line
from ..markdown import Source
from ..model import SHOWN, Front, Problem, hashed_within, is_id, near, slug
from .headings import first_heading

KEYS = ("id", "title", "part", "minutes", "summary", "lang", "format")
ASKED_FOR = ("id", "title")
FORMAT = "1"

Values: TypeAlias = dict[str, tuple[int, str | None]]
"""What each key says, None where that cannot be read, after its line (0-based)."""

_PAIR = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*):(?: +(.*))?")
_GOES_ON = re.compile(r"[ \t\-\]}]")
"""How a line begins that goes on with the value of the key above it: a list, or a text of several lines."""
_QUOTED = re.compile(r'"((?:[^"\\]|\\["\\])*)"|' r"'((?:[^']|'')*)'")
_LANG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}")
"""The name of a language as browsers know it: `en`, `pt-BR` (RFC 5646, without its rarest forms)."""
_MISREAD = re.compile(r""": | #|:$|^[-?:](?= |$)|^[\[\]{}&*!|>%@`"'#,]""")
"""Where YAML would read a bare value otherwise than it looks."""


def read_front(
    path: Path, lines: Sequence[str], number: int = 0, *, inside: str = "", name: str | None = None
) -> tuple[Front, list[Problem]]:
    """What the front matter in `lines` says, and what is wrong with it.

    A missing id is made of the file's name and its path `inside` the book, so that no neighbour changes it; a
    missing title is the first heading, or else that name. `name` stands in their place where it is given.
    """
    source = Source(path, tuple(lines))
    values = _values(source)
    called = re.sub(r"^[0-9]+-", "", path.stem) if name is None else name
    front = Front(
        path=path,
        id=_id(source, values)
        or (hashed_within(slug(called, "chapter"), inside or path.name) if name is None else name),
        title=_text(values, "title") or first_heading(lines[body_start(lines) :]) or _spoken(called),
        number=number,
        part=_text(values, "part"),
        minutes=_minutes(source, values),
        summary=_text(values, "summary"),
        lang=_lang(source, values),
    )
    if _text(values, "format") not in ("", FORMAT):
        found = _text(values, "format")[:SHOWN]
        source.note(values["format"][0], "bad-value", f"this program reads format {FORMAT}, found '{found}'")
    return front, sorted(source.problems, key=lambda problem: problem.line)


def has_front(lines: Sequence[str]) -> bool:
    """Whether a file begins as one with front matter does."""
    return bool(lines) and lines[0].rstrip() == "---"


def body_start(lines: Sequence[str]) -> int:
    """The index of the first line after the front matter; 0 where there is none or it is never closed."""
    if not has_front(lines):
        return 0
    return next((n for n, line in enumerate(lines) if n and line.rstrip() == "---"), -1) + 1


def _values(source: Source) -> Values:
    stop = body_start(source.lines)
    if not stop:
        _note_no_front(source)
        return {}
    values: Values = {}
    for line, key, value in _pairs(source, range(1, stop - 1)):
        if key not in KEYS:
            text = f"unknown front matter key '{key[:SHOWN]}'.{near(key, KEYS)}"
            source.note(line, "unknown-key", text, "warning")
        elif key in values:
            text = f"'{key}' is given twice, first on line {values[key][0] + 1}; keep one"
            source.note(line, "duplicate-key", text)
        else:
            values[key] = line, value
    for key in ASKED_FOR:
        if values.get(key, (0, ""))[1] == "":
            source.note(0, "missing-key", f"the front matter has no '{key}: …' line; write one", "warning")
    return values


def _note_no_front(source: Source) -> None:
    if has_front(source.lines):
        source.note(0, "bad-front-matter", "this '---' is never closed by another line '---'; write one")
    else:
        text = "the file must begin with the lines '---', 'id: …', 'title: …', '---'"
        source.note(0, "no-front-matter", text, "warning")


def _pairs(source: Source, lines: range) -> Iterator[tuple[int, str, str | None]]:
    """Each key with its value; what a key that is not ours says, over however many lines, is never judged."""
    is_ours = True
    for n in lines:
        line = source.lines[n].rstrip()
        if not line or line.startswith("#") or (not is_ours and _GOES_ON.match(line)):
            continue
        pair = _PAIR.fullmatch(line)
        if pair is None:
            source.note(n, "bad-front-matter", f"expected 'key: value', found '{one_line(line)[:SHOWN]}'")
            continue
        is_ours = pair[1] in KEYS
        value = _unquoted(pair[2] or "")
        if value is None and is_ours:
            rule = "quotes are needed where it holds ': ' or ' #' or begins with a sign"
            text = f"put the value of '{pair[1][:SHOWN]}' in double quotes: {rule}"
            source.note(n, "bad-front-matter", text)
        yield n, pair[1], value


def _unquoted(value: str) -> str | None:
    """The value without its quotes, or None where YAML would read it otherwise than it looks."""
    quoted = _QUOTED.fullmatch(value)
    if quoted and quoted[1] is not None:
        return re.sub(r"\\(.)", r"\1", quoted[1])
    if quoted:
        return quoted[2].replace("''", "'")
    return None if _MISREAD.search(value) else value


def _text(values: Values, key: str) -> str:
    return one_line(values.get(key, (0, ""))[1] or "")


def _spoken(name: str) -> str:
    """A file's name as a title."""
    words = " ".join(re.split(r"[-_\s]+", name)).strip()
    return one_line(words[:1].upper() + words[1:])


def _id(source: Source, values: Values) -> str:
    name = _text(values, "id")
    if not name or is_id(name):
        return name
    rule = f"use small letters, digits and single hyphens, e.g. '{slug(name)}'"
    source.note(values["id"][0], "bad-id", f"id '{name[:SHOWN]}' is not allowed; {rule}")
    return ""


def _minutes(source: Source, values: Values) -> int | None:
    text = _text(values, "minutes")
    if re.fullmatch("[0-9]{1,4}", text):
        return int(text)
    if text:
        source.note(values["minutes"][0], "bad-value", f"'minutes' is a whole number, found '{text[:SHOWN]}'")
    return None


def _lang(source: Source, values: Values) -> str:
    name = _text(values, "lang")
    if not name or _LANG.fullmatch(name):
        return name
    text = f"'lang' is the short name of a language, e.g. 'en' or 'pt-BR', found '{name[:SHOWN]}'"
    source.note(values["lang"][0], "bad-value", text)
    return ""
