"""markdown-it's tokens -> prose as data."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..text import clean
from .prose import Block, Prose, Run, Runs, Style

if TYPE_CHECKING:
    from markdown_it.token import Token

_STYLES: dict[str, Style] = {"strong": "bold", "em": "italic", "s": "strike"}
_NO_STYLE: frozenset[Style] = frozenset()


def runs(token: "Token") -> Runs:
    """The words of an inline token: one run for each change of style or link. HTML is left out."""
    found: list[Run] = []
    styles: list[Style] = []
    hrefs: list[str] = [""]
    for child in token.children or ():
        name, _, edge = child.type.rpartition("_")
        if name in _STYLES:
            styles.append(_STYLES[name]) if edge == "open" else styles.remove(_STYLES[name])
        elif name == "link":
            hrefs.append(clean(str(child.attrGet("href") or ""))) if edge == "open" else hrefs.pop()
        else:
            _add(found, _run(child, frozenset(styles), hrefs[-1]))
    return _trimmed(found)


def _run(child: "Token", styles: frozenset[Style], href: str) -> Run:
    match child.type:
        case "softbreak":
            return Run(" ", styles, href)
        case "hardbreak":
            return Run("\n", styles, href)
        case "code_inline":
            return Run(clean(child.content), styles | {"code"}, href)
        case "image":
            return Run(clean(child.content), styles, href or clean(str(child.attrGet("src") or "")))
        case "html_inline":
            return Run("", styles, href)
        case _:
            return Run(clean(child.content), styles, href)


def _add(found: list[Run], run: Run) -> None:
    """Join `run` to what is found: one run per style, and one blank where a comment stood between two."""
    text, styles, href = run
    if (not found or found[-1].text[-1] in " \n") and "code" not in styles:
        text = text.lstrip(" ")
    if not text:
        return
    if found and found[-1][1:] == (styles, href):
        text = found.pop().text + text
    found.append(Run(text, styles, href))


def _trimmed(found: list[Run]) -> Runs:
    while found and "code" not in found[-1].styles and found[-1].text != found[-1].text.rstrip():
        last = found.pop()
        if last.text.rstrip():
            found.append(Run(last.text.rstrip(), last.styles, last.href))
    return tuple(found)


@dataclass(slots=True)
class _Container:
    """A list item or quote that is open; an item's mark is drawn with its first block."""

    kind: str
    mark: str = ""
    fresh: bool = False


@dataclass(slots=True)
class _Walk:
    """A walk over block tokens that collects blocks; it keeps a stack of its own, so depth is no limit."""

    blocks: list[Block] = field(default_factory=list)
    inside: list[_Container] = field(default_factory=list)
    numbers: list[int | None] = field(default_factory=list)
    rows: list[list[Runs]] = field(default_factory=list)
    heading: int = 0
    in_table: bool = False

    def see(self, token: "Token") -> None:
        match token.type:
            case "bullet_list_open":
                self.numbers.append(None)
            case "ordered_list_open":
                self.numbers.append(int(token.attrGet("start") or 1) if token.attrGet("start") != 0 else 0)
            case "bullet_list_close" | "ordered_list_close":
                self.numbers.pop()
            case "list_item_open":
                self._fill()
                self.inside.append(_Container("item", self._mark(token), fresh=True))
            case "blockquote_open":
                self._fill()
                self.inside.append(_Container("quote"))
            case "list_item_close" | "blockquote_close":
                self._fill()
                self.inside.pop()
            case "heading_open":
                self.heading = int(token.tag[1:])
            case "table_open" | "tr_open" | "table_close":
                self._table(token)
            case "inline":
                self._words(runs(token))
            case "fence" | "code_block":
                self._put(Block("code", (Run(clean(token.content).rstrip("\n")),), depth=len(self.inside)))
            case "hr":
                self._put(Block("rule", depth=len(self.inside)))

    def _mark(self, token: "Token") -> str:
        number = self.numbers[-1] if self.numbers else None
        if number is None:
            return "•"
        self.numbers[-1] = number + 1
        return f"{number}{token.markup}"

    def _table(self, token: "Token") -> None:
        self.in_table = token.type != "table_close"
        if token.type == "tr_open":
            self.rows.append([])
        elif token.type == "table_close":
            self._put(Block("table", depth=len(self.inside), cells=tuple(map(tuple, self.rows))))
            self.rows = []

    def _words(self, words: Runs) -> None:
        if self.in_table:
            self.rows[-1].append(words)
        elif self.heading:
            self._put(Block("heading", words, depth=self.heading))
            self.heading = 0
        elif self.inside and self.inside[-1].fresh:
            self._fill(words)
        elif words:
            inner = self.inside[-1].kind if self.inside else ""
            kind, depth = (
                ("quote", len(self.inside) - 1) if inner == "quote" else ("paragraph", len(self.inside))
            )
            self._put(Block("quote" if kind == "quote" else "paragraph", words, depth=depth))

    def _put(self, block: Block) -> None:
        self._fill()
        self.blocks.append(block)

    def _fill(self, words: Runs = ()) -> None:
        """Draw the open item's mark, with its words where it begins with words."""
        if self.inside and self.inside[-1].fresh:
            self.inside[-1].fresh = False
            mark, depth = self.inside[-1].mark, len(self.inside) - 1
            self.blocks.append(Block("item", words, depth=depth, mark=mark))


def blocks(tokens: Iterable["Token"]) -> tuple[Block, ...]:
    """The blocks of prose that `tokens` say. Raw HTML, comments and front matter say nothing."""
    walk = _Walk()
    for token in tokens:
        walk.see(token)
    return tuple(walk.blocks)


def prose(parts: Sequence[Sequence["Token"]]) -> Prose:
    """What the tokens of several top-level blocks say, one after the other."""
    return Prose(tuple(block for tokens in parts for block in blocks(tokens)))
