"""The Markdown of one file as HTML, block by block: by markdown-it's own renderer, with nothing live in it.

HTML in a chapter says nothing, as on the screen; a picture is its words, for the page needs no other file.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from ...book import Chapter, list_items, pieces, without_box
from .elements import Html, joined

_LED = re.compile(r"#|https?://|mailto:", re.IGNORECASE)
"""How the destination begins of a link that can be followed from a page for paper."""


class Led(NamedTuple):
    """Where a link leads on the page, and what stands behind its words; nowhere is an empty `to`."""

    to: str
    behind: str = ""


class Line(NamedTuple):
    """One line of a list: its words without box and id, and the blocks below them."""

    label: Html
    below: Html


class Hypertext:
    """One file. `lead` tells of a link's destination and words where it leads; headings have these `names`.

    Headings go down by `lowered` levels.
    """

    def __init__(
        self, chapter: Chapter, lead: Callable[[str, str], Led], names: Sequence[str], *, lowered: int
    ) -> None:
        self._pieces = pieces(chapter.lines)
        self._renderer = _Renderer(lead)
        named = iter(names)
        for token in (token for piece in self._pieces for token in piece.tokens):
            _prepare(token, named, lowered)

    def within(self, lines: range) -> Html:
        """The blocks that begin in `lines`."""
        found = (piece for piece in self._pieces if piece.lines.start in lines)
        return joined(self._renderer.render_blocks(piece.tokens) for piece in found)

    def list_at(self, line: int) -> tuple[Line, ...]:
        """The lines of the list that begins on `line`."""
        piece = next(piece for piece in self._pieces if piece.lines.start == line)
        return tuple(self._line(tokens) for tokens in list_items(piece.tokens))

    def _line(self, tokens: Sequence[Token]) -> Line:
        has_words = tokens[1].type == "paragraph_open"
        below = tokens[4:-1] if has_words else tokens[1:-1]
        words = _unboxed(tokens[2].children or []) if has_words else []
        return Line(self._renderer.render_words(words), self._renderer.render_blocks(below))


class _Renderer(RendererHTML):
    """Each method but those called `render…` is the rule for a type of token: so the library finds them."""

    def __init__(self, lead: Callable[[str, str], Led]) -> None:
        super().__init__()
        self._lead = lead
        self._options = MarkdownIt("zero").options
        self._open: list[Led] = []

    def render_blocks(self, tokens: Sequence[Token]) -> Html:
        return Html(self.render(tokens, self._options, {}).strip())

    def render_words(self, tokens: Sequence[Token]) -> Html:
        return Html(self.renderInline(tokens, self._options, {}).strip())

    def html_block(self, *_: object) -> str:
        return ""

    def html_inline(self, *_: object) -> str:
        return ""

    def front_matter(self, *_: object) -> str:
        return ""

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return escapeHtml(self.renderInlineAsText(tokens[idx].children, options, env))

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        inside = tokens[idx + 1 : _end(tokens, idx)]
        led = self._lead(str(tokens[idx].attrGet("href")), self.renderInlineAsText(inside, options, env))
        if not _LED.match(led.to):
            led = Led("", led.behind)
        self._open.append(led)
        return f'<a href="{escapeHtml(led.to)}">' if led.to else ""

    def link_close(self, *_: object) -> str:
        led = self._open.pop()
        return ("</a>" if led.to else "") + (f" ({escapeHtml(led.behind)})" if led.behind else "")


def _end(tokens: Sequence[Token], start: int) -> int:
    """The index of the `link_close` of the link that opens at `start`: no link stands in another."""
    return next(n for n in range(start, len(tokens)) if tokens[n].type == "link_close")


def _prepare(token: Token, names: Iterator[str], lowered: int) -> None:
    """Give a heading its name and level, and take from any token what a page for paper cannot use."""
    aligned = str(token.attrs.get("style", "")).removeprefix("text-align:")
    token.attrs = {key: value for key, value in token.attrs.items() if key in ("href", "start")}
    if token.type in ("heading_open", "heading_close"):
        token.tag = f"h{min(6, int(token.tag[1:]) + lowered)}"
    if token.type == "heading_open" and (name := next(names, "")):
        token.attrs["id"] = name
    elif token.type in ("th_open", "td_open") and aligned:
        token.attrs["class"] = aligned  # an attribute `style` would need a leave of its own
    elif token.type == "fence":
        token.info = ""


def _unboxed(words: Sequence[Token]) -> Sequence[Token]:
    if not words or words[0].type != "text":
        return words
    first = words[0].copy(content=without_box(words[0].content))
    return [first, *words[1:]]
