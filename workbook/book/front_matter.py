"""The `---` block at the top of a file, read without a YAML library: flat, quoted where it must be."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from ..text import one_line
from .chapter import Front
from .names import is_id, near, slug
from .problems import Problem

KEYS = ("id", "title", "part", "minutes", "summary", "format")
REQUIRED = ("id", "title")
FORMAT = 1

Values: TypeAlias = dict[str, tuple[str, int]]
"""What the keys say, and on which line (0-based)."""

_PAIR = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*):(?: +(.*))?")
_QUOTED = re.compile(r'"((?:[^"\\]|\\["\\])*)"|' r"'((?:[^']|'')*)'")
_LOOSE = re.compile(r""": | #|:$|^[-?:](?= |$)|^[\[\]{}&*!|>%@`"'#,]""")


def read_front(path: Path, lines: Sequence[str], number: int = 0) -> tuple[Front, list[Problem]]:
    """What the front matter in `lines` says, and what is wrong with it.

    Where id or title are missing they are made of the file's name, so that the chapter opens all the same.
    """
    problems: list[Problem] = []
    values = _values(path, lines, problems)
    name = slug(re.sub(r"^[0-9]+-", "", path.stem), "chapter")
    front = Front(
        path=path,
        id=_id(path, values, problems) or name,
        title=_text(values, "title") or name.replace("-", " ").capitalize(),
        number=number,
        part=_text(values, "part"),
        minutes=_minutes(path, values, problems),
        summary=_text(values, "summary"),
    )
    _format(path, values, problems)
    return front, sorted(problems, key=lambda problem: problem.line)


def has_front(lines: Sequence[str]) -> bool:
    """Whether a file begins as one with front matter does."""
    return bool(lines) and lines[0].rstrip() == "---"


def body_start(lines: Sequence[str]) -> int:
    """The index of the first line after the front matter; 0 where there is none or it is never closed."""
    if not has_front(lines):
        return 0
    return next((n for n, line in enumerate(lines) if n and line.rstrip() == "---"), -1) + 1


def _values(path: Path, lines: Sequence[str], problems: list[Problem]) -> Values:
    stop = body_start(lines)
    if not stop:
        problems.append(_no_front(path, lines))
        return {}
    values: Values = {}
    for n, key, value in _pairs(path, lines[: stop - 1], problems):
        if key not in KEYS:
            text = f"unknown front matter key '{one_line(key)}'.{near(key, KEYS)}"
            problems.append(Problem(path, n + 1, "unknown-key", text))
        elif key in values:
            text = f"'{key}' is given twice, first on line {values[key][1] + 1}; keep one"
            problems.append(Problem(path, n + 1, "duplicate-key", text))
        else:
            values[key] = value, n
    for key in REQUIRED:
        if not _text(values, key):
            text = f"the front matter has no '{key}: …' line; write one"
            problems.append(Problem(path, 1, "missing-key", text))
    return values


def _no_front(path: Path, lines: Sequence[str]) -> Problem:
    if has_front(lines):
        return Problem(path, 1, "bad-front-matter", "this '---' is never closed by another line '---'")
    text = "the file must begin with a block of '---', 'id: …', 'title: …', '---'"
    return Problem(path, 1, "no-front-matter", text)


def _pairs(path: Path, lines: Sequence[str], problems: list[Problem]) -> Iterator[tuple[int, str, str]]:
    for n, line in enumerate(lines):
        if n == 0 or not line.strip() or line.startswith("#"):
            continue
        pair = _PAIR.fullmatch(line.rstrip())
        value = _unquoted(pair[2] or "") if pair else None
        if pair is None:
            text = f"expected 'key: value', found '{one_line(line)[:40]}'"
            problems.append(Problem(path, n + 1, "bad-front-matter", text))
        elif value is None:
            text = (
                f"put the value of '{pair[1]}' in double quotes: it holds ': ' or ' #', or begins with a sign"
            )
            problems.append(Problem(path, n + 1, "bad-front-matter", text))
        else:
            yield n, pair[1], value


def _unquoted(value: str) -> str | None:
    """The value without its quotes, or None where YAML would read it otherwise than it looks."""
    quoted = _QUOTED.fullmatch(value)
    if quoted and quoted[1] is not None:
        return re.sub(r"\\(.)", r"\1", quoted[1])
    if quoted:
        return quoted[2].replace("''", "'")
    return None if _LOOSE.search(value) else value


def _text(values: Values, key: str) -> str:
    return one_line(values[key][0]) if key in values else ""


def _id(path: Path, values: Values, problems: list[Problem]) -> str:
    name = _text(values, "id")
    if not name or is_id(name):
        return name
    text = f"id '{name}' is not allowed; use small letters, digits and single hyphens, e.g. '{slug(name)}'"
    problems.append(Problem(path, values["id"][1] + 1, "bad-id", text))
    return ""


def _minutes(path: Path, values: Values, problems: list[Problem]) -> int | None:
    text = _text(values, "minutes")
    if not text or re.fullmatch("[0-9]{1,4}", text):
        return int(text) if text else None
    message = f"'minutes' must be a whole number, found '{text[:40]}'"
    problems.append(Problem(path, values["minutes"][1] + 1, "bad-value", message))
    return None


def _format(path: Path, values: Values, problems: list[Problem]) -> None:
    text = _text(values, "format")
    if text not in ("", str(FORMAT)):
        message = f"this program reads format {FORMAT}, not '{text[:40]}'"
        problems.append(Problem(path, values["format"][1] + 1, "bad-value", message))
