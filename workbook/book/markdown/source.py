"""One file on its way to becoming a chapter: its lines, its top-level blocks, and what is wrong with it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..model import Level, Problem
from .nesting import TOO_DEEP, nesting_plugin

if TYPE_CHECKING:  # the parser is dear to import, and a list of chapters needs none
    from linkify_it import LinkifyIt
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LISTS = ("bullet_list_open", "ordered_list_open")
QUOTE = "blockquote_open"
HEADING = "heading_open"
HTML = "html_block"
FENCE = "fence"

_IN_LINKS = re.compile(r"://|www\.", re.IGNORECASE)
"""What is in every address that becomes a link by itself."""
_WEB = re.compile(r"https?://|www\.", re.IGNORECASE)
"""What such an address begins with."""


class Piece(NamedTuple):
    """One top-level block: the lines it covers, without empty ones after it, and its tokens."""

    lines: range
    tokens: tuple["Token", ...]

    @property
    def kind(self) -> str:
        """The type of its first token."""
        return self.tokens[0].type


class Definition(NamedTuple):
    """A line that says where the links with a label lead."""

    label: str
    href: str
    line: int
    is_second: bool = False
    """Whether there is one before it, which counts."""


class Source:
    """The lines of a file, the blocks that stand in them, and the problems found so far."""

    def __init__(self, path: Path, lines: tuple[str, ...], problems: Sequence[Problem] = ()) -> None:
        self.path = path
        self.lines = lines
        self.problems = list(problems)
        self.pieces: tuple[Piece, ...] = ()
        self.definitions: tuple[Definition, ...] = ()
        self.used: set[int] = set()
        """Lines whose comment is understood, so that it is not strayed."""
        self.slots: set[int] = set()
        """Lines at which the list of an exercise begins, so that it is not strayed."""
        self.proposed: dict[int, str] = {}
        """Ids to write at the end of lines that miss one."""

    def note(self, line: int, code: str, text: str, level: Level = "error") -> None:
        """Add a problem; `line` is 0-based, as the tokens of the parser are."""
        self.problems.append(Problem(self.path, line + 1, code, text, level))

    def errors(self) -> dict[int, list[Problem]]:
        """The errors found so far, by their line (0-based)."""
        found: dict[int, list[Problem]] = {}
        for problem in self.problems:
            if problem.level == "error":
                found.setdefault(problem.line - 1, []).append(problem)
        return found


def unreadable(path: Path, error: OSError) -> Problem:
    """The problem of a file that cannot be opened."""
    reason = error.strerror or type(error).__name__
    return Problem(path, 1, "unreadable", f"this file cannot be read: {reason}")


def decoded(path: Path, data: bytes) -> tuple[tuple[str, ...], list[Problem]]:
    """The lines of `data` as `split` gives them; and the problem of bytes that are not UTF-8."""
    problems = []
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
        problems.append(Problem(path, line, "bad-encoding", "this is not UTF-8; save the file as UTF-8"))
        text = data.decode("utf-8", errors="replace")
    return split(text), problems


def split(text: str) -> tuple[str, ...]:
    """The lines of `text`, without BOM and with newlines normalised."""
    return tuple(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n"))


@cache
def parser() -> "MarkdownIt":
    """The one parser, made when the first chapter is read."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.front_matter import front_matter_plugin

    made = MarkdownIt("gfm-like", {"store_labels": True}).use(front_matter_plugin).use(nesting_plugin)
    if made.linkify:
        _narrow(made.linkify)
    return made


def _narrow(linkify: "LinkifyIt") -> None:
    """Have it find what is written as an address of the web: `README.md` is a file, and no host.

    Its own test comes last: it is a third of all reading time, for prose that hardly ever holds a link.
    """
    pretest, match, match_at_start = linkify.pretest, linkify.match, linkify.match_at_start

    def first(text: str) -> Any:
        found = match_at_start(text)
        return found if found and _WEB.match(found.raw) else None

    linkify.pretest = lambda text: bool(_IN_LINKS.search(text)) and pretest(text)
    linkify.match = lambda text: [found for found in match(text) or () if _WEB.match(found.raw)]
    linkify.match_at_start = first


def parse(source: Source) -> None:
    """Find the top-level blocks of `source`; none, and a problem, where the parser gives up on it."""
    found: dict[str, Any] = {}
    try:
        source.pieces = tuple(_pieces(source.lines, found))
    except Exception as error:  # whatever a stranger's file makes of the parser, the other chapters open
        text = f"the Markdown of this file cannot be read ({type(error).__name__}); make it simpler"
        source.note(0, "unreadable", text)
    source.definitions = tuple(_definitions(found))
    _note_deep(source, frozenset(found.get(TOO_DEEP, ())))


def pieces(lines: Sequence[str]) -> tuple[Piece, ...]:
    """The top-level blocks of a file that was read before, and without a fault."""
    return tuple(_pieces(lines, {}))


def _definitions(found: Mapping[str, Any]) -> Iterator[Definition]:
    """What the parser has noted of the links that are defined."""
    for label, one in found.get("references", {}).items():
        yield Definition(label, one["href"], one["map"][0])
    for one in found.get("duplicate_refs", ()):
        yield Definition(one["label"], one["href"], one["map"][0], is_second=True)


def _note_deep(source: Source, deep: frozenset[int]) -> None:
    """Note where each top-level list or quote goes too deep, the first time only: one remedy mends it all."""
    for piece in source.pieces if deep else ():
        line = next((n for n in piece.lines if n in deep), None)
        if line is not None:
            text = "this stands in more lists or quotes than can be drawn, so its mark is shown as written; "
            source.note(line, "too-deep", text + "use fewer levels, at most 50 of lists or 100 of quotes")


def _pieces(lines: Sequence[str], found: dict[str, Any]) -> Iterator[Piece]:
    tokens: list[Token] = []
    # The newline at the end saves the front matter rule from looking past it.
    for token in parser().parse("\n".join(lines) + "\n", found):
        tokens.append(token)
        if token.level == 0 and token.nesting <= 0:
            yield Piece(covered(tokens[0], lines), tuple(tokens))
            tokens = []


def covered(token: "Token", lines: Sequence[str]) -> range:
    """The lines of a block, without the empty ones that the parser counts to a list or an item."""
    start, stop = token.map or (0, 0)
    stop = min(stop, len(lines))
    while stop > start + 1 and not lines[stop - 1].strip():
        stop -= 1
    return range(start, stop)
