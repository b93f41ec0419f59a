"""markdown-it's block tokens -> prose as data."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ...text import clean
from ..model import Block, BlockKind, Prose, Run, Runs
from .html import HtmlPiece, html_pieces
from .inline import runs

if TYPE_CHECKING:
    from markdown_it.token import Token


class _Container:
    """An open list item, which has a mark, or quote. An item is drawn with the first block inside it."""

    def __init__(self, mark: str) -> None:
        self.mark = mark
        self.is_drawn = not mark


class _Walk:
    """A walk over block tokens that collects blocks; it keeps a stack of its own, so depth is no limit."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.inside: list[_Container] = []
        self.numbers: list[int | None] = []
        """The number of the next item in each open list; None in a list of bullets."""
        self.rows: list[list[Runs]] = []
        self.heading = 0
        self.in_table = False

    def see(self, token: "Token") -> None:
        match token.type:
            case "bullet_list_open" | "ordered_list_open" | "bullet_list_close" | "ordered_list_close":
                self._list(token)
            case "list_item_open" | "blockquote_open":
                self._draw_mark()
                self.inside.append(_Container(self._mark(token) if token.type == "list_item_open" else ""))
            case "list_item_close" | "blockquote_close":
                self._draw_mark()
                self.inside.pop()
            case "heading_open":
                self.heading = int(token.tag[1:])
            case "table_open" | "tr_open" | "table_close":
                self._table(token)
            case "inline":
                self._words(runs(token))
            case "fence" | "code_block":
                code = Run(clean(token.content).rstrip("\n"))
                self._put(Block("code", (code,), depth=len(self.inside)))
            case "hr":
                self._put(Block("rule", depth=len(self.inside)))
            case "html_block":
                for piece in html_pieces(token.content):
                    self._html(piece)

    def _html(self, piece: HtmlPiece) -> None:
        words = (Run(clean(piece.words)),)
        match piece.kind:
            case "paragraph":
                self._words(words)
            case "heading":
                self._put(Block("heading", words, depth=piece.level))
            case "item":
                self._put(Block("item", words, depth=len(self.inside) + piece.level, mark=piece.mark))
            case "code":
                self._put(Block("code", words, depth=len(self.inside)))
            case "rule":
                self._put(Block("rule", depth=len(self.inside)))

    def _list(self, token: "Token") -> None:
        if token.nesting < 0:
            self.numbers.pop()
        else:
            is_ordered = token.type == "ordered_list_open"
            self.numbers.append(int(token.attrs.get("start", 1)) if is_ordered else None)

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
            self.rows[-1].append(tuple(run._replace(text=run.text.replace("\n", " ")) for run in words))
        elif self.heading:
            self._put(Block("heading", words, depth=self.heading))
            self.heading = 0
        elif self.inside and not self.inside[-1].is_drawn:
            self._draw_mark(words)
        elif words:
            in_quote = bool(self.inside) and not self.inside[-1].mark
            kind: BlockKind = "quote" if in_quote else "paragraph"
            self._put(Block(kind, words, depth=len(self.inside) - in_quote))

    def _put(self, block: Block) -> None:
        self._draw_mark()
        self.blocks.append(block)

    def _draw_mark(self, words: Runs = ()) -> None:
        """Add the innermost open item where nothing of it is there yet, with the `words` it begins with."""
        if self.inside and not self.inside[-1].is_drawn:
            item = self.inside[-1]
            item.is_drawn = True
            self.blocks.append(Block("item", words, depth=len(self.inside) - 1, mark=item.mark))


def blocks(tokens: Iterable["Token"]) -> tuple[Block, ...]:
    """The blocks of prose that `tokens` say. Comments and front matter say nothing, raw HTML its words."""
    walk = _Walk()
    for token in tokens:
        walk.see(token)
    return tuple(walk.blocks)


def prose(parts: Sequence[Sequence["Token"]]) -> Prose:
    """What the tokens of several top-level blocks say, one after the other."""
    return Prose(tuple(block for tokens in parts for block in blocks(tokens)))
