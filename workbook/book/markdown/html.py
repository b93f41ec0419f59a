"""The words that stand in raw HTML: Markdown hands it on as it is, and a reader would see half a page."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

HtmlKind: TypeAlias = Literal["paragraph", "heading", "item", "code", "rule"]

_UNSAID = re.compile(r"<!--(?:-?>|.*?(?:-->|\Z))|<\?.*?(?:\?>|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)", re.DOTALL)
"""Comments, instructions to some program, and what a browser takes for a comment."""
_OPENS = re.compile(
    r" {0,3}<(?:(?P<tag>pre|script|style|textarea)(?=[\s>]|$)|(?P<sign>\?|!\[CDATA\[|![A-Za-z]))", re.I
)
"""How raw HTML begins that an empty line does not end."""
_CLOSED = {"?": "?>", "![cdata[": "]]>"}
_HIDDEN = ("script", "style", "template")
_BREAK, _CELL = "\x00", "\x01"
"""A line break and the next cell of a table, on their way: nothing that is read holds them."""
_IN_LINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *("ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup"),
        *("time", "tt", "u", "var", "wbr"),
    )
)
"""Tags that begin no new line."""


class HtmlPiece(NamedTuple):
    """One block of words; `level` is that of a heading, or how deep an item stands, from 0."""

    kind: HtmlKind
    words: str = ""
    level: int = 0
    mark: str = ""


def html_pieces(html: str) -> Iterator[HtmlPiece]:
    """What a reader of the page would see of `html`, block by block, without its tags."""
    said = _UNSAID.sub("", html)
    return iter(_read(said) if said.strip() else ())


def html_words(tag: str) -> str:
    """What one tag within a line says: a picture its description, a break a newline, all others nothing."""
    name = tag[1:4].lower()
    if name == "img":
        return " ".join(piece.words for piece in html_pieces(tag))
    return "\n" if re.match(r"<br\b", tag, re.I) else ""


def unclosed(html: str) -> str:
    """What has to close the block that `html` is, and does not; empty where it is closed, or needs no end."""
    opened = _OPENS.match(html)
    if opened is None:
        return ""
    if tag := opened["tag"]:
        is_closed = re.search(r"</(?:pre|script|style|textarea)>", html, re.I)
        return "" if is_closed else f"</{tag.lower()}>"
    end = _CLOSED.get(opened["sign"].lower(), ">")
    return "" if end in html else end


def _read(html: str) -> list[HtmlPiece]:
    from html.parser import HTMLParser  # few books have any HTML, and no start should wait for it

    class Reader(HTMLParser):
        """Tells `said` of tags and words."""

        def __init__(self, said: _Said) -> None:
            super().__init__(convert_charrefs=True)
            self._said = said

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self._said.open(tag, dict(attrs))

        def handle_endtag(self, tag: str) -> None:
            self._said.close(tag)

        def handle_data(self, data: str) -> None:
            self._said.words(data)

    said = _Said()
    reader = Reader(said)
    reader.feed(html)
    reader.close()
    said.end()
    return said.pieces


class _Said:
    """Collects blocks of words; a tag that is not one of those within a line begins another block."""

    def __init__(self) -> None:
        self.pieces: list[HtmlPiece] = []
        self._text: list[str] = []
        self._block = HtmlPiece("paragraph")
        """What the words at hand will be."""
        self._lists: list[int | None] = []
        """The number of the next item in each open list; None in a list of bullets."""
        self._hidden = 0
        """How many tags are open whose words nobody sees."""

    def open(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag == "img":
            self.words(attributes.get("alt") or "")
        elif tag == "br":
            self._text.append("\n" if self._block.kind == "code" else _BREAK)
        elif tag in ("td", "th"):
            self._text.append(_CELL)
        elif tag in _HIDDEN:
            self._hidden += 1
        elif tag not in _IN_LINE:
            self.end()
            self._begin(tag, attributes)

    def _begin(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag in ("ul", "ol", "menu"):
            start = attributes.get("start") or "1"
            number = int(start) if start.isascii() and start.isdigit() else 1
            self._lists.append(number if tag == "ol" else None)
        elif tag == "li":
            self._block = HtmlPiece("item", "", max(0, len(self._lists) - 1), self._mark())
        elif tag == "pre":
            self._block = HtmlPiece("code")
        elif tag == "hr":
            self.pieces.append(HtmlPiece("rule"))
        elif re.fullmatch("h[1-6]", tag):
            self._block = HtmlPiece("heading", "", int(tag[1]))

    def _mark(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "•"
        self._lists[-1] = number + 1
        return f"{number}."

    def close(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag not in _IN_LINE and tag not in ("td", "th", "img", "br"):
            self.end()
            if tag in ("ul", "ol", "menu") and self._lists:
                self._lists.pop()

    def words(self, words: str) -> None:
        """Add `words`, which somebody sees."""
        if not self._hidden:
            self._text.append(words)

    def end(self) -> None:
        """The block at hand is over."""
        text, block = "".join(self._text), self._block
        self._text, self._block = [], HtmlPiece("paragraph")
        if block.kind != "code":
            lines = text.split(_BREAK)
            cells = ([" ".join(cell.split()) for cell in line.split(_CELL)] for line in lines)
            text = "\n".join(" · ".join(filter(None, row)) for row in cells)
        if text.strip():
            self.pieces.append(block._replace(words=text.strip("\n")))
