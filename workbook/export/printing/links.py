"""Links in a chapter that is part of a print: each leads to a heading of that print, or is plain words."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from ...book import (
    Block,
    Book,
    Chapter,
    Exercise,
    Front,
    Group,
    Prose,
    anchors,
    is_elsewhere,
    linked_front,
    plain,
    split_link,
)
from .clean import in_fences

Lead: TypeAlias = Callable[[str], str]
"""The destination that a link to another place has in the print; empty where it has none."""

Fragments: TypeAlias = Mapping[tuple[str, str], str]
"""By the id of a file, and a fragment there (none for the file itself): the fragment in the print."""

_LABEL = r"(?:\\.|`[^`\n]*`|\[[^\[\]]*\]|[^\[\]\\`\n]|\n(?!\s*\n)){0,500}"
"""What stands between the brackets of a link; a line full of brackets is not looked through to its end."""
_TO = r"(?P<to><(?P<angled>[^<>\n]*)>|(?P<bare>(?:[^\s()<>]|\([^\s()]*\))+))"
_TITLE = r"""(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?"""
_CODE = r"(?P<ticks>(?<!`)`+(?!`))(?:[^\n]|\n(?!\s*\n))*?(?<!`)(?P=ticks)(?!`)"
_LINK = re.compile(rf"\\.|{_CODE}|(?P<image>!?)\[(?P<label>{_LABEL})\]\([ \t]*{_TO}{_TITLE}[ \t]*\)")
_DEFINITION = re.compile(rf"^(?P<name> {{0,3}}\[[^\[\]\n]+\]:)[ \t]*{_TO}{_TITLE}[ \t]*$", re.MULTILINE)


class Part(NamedTuple):
    """A file in a print, with the headings that stand there."""

    chapter: Chapter
    exercises: Sequence[Exercise] | None = None
    """Those that are printed of it; None where it is printed whole."""

    @property
    def is_titled(self) -> bool:
        """Whether it begins with its own title; else that of its front matter is put before it."""
        first = next(iter(self.chapter.pages[0].blocks), None)
        block = first.blocks[0] if isinstance(first, Prose) and first else None
        return self.exercises is None and block is not None and (block.kind, block.depth) == ("heading", 1)

    @property
    def headings(self) -> list[str]:
        """Its headings in the print, in plain words."""
        title = [] if self.is_titled else [self.chapter.front.title]
        return title + (headings_of(self.chapter) if self.exercises is None else [])


def fragments(parts: Sequence[Part], before: Sequence[str] = ()) -> Fragments:
    """Where everything stands in a print of `parts`.

    As code hosts call them, a number behind what is there already; `before` are headings that come first.
    """
    named = iter(anchors([*before, *(words for part in parts for words in part.headings)])[len(before) :])
    found: dict[tuple[str, str], str] = {}
    for part in parts:
        own = [next(named) for _ in part.headings]
        file = part.chapter.id
        found[file, ""] = own[0]
        if part.exercises is None:
            inside = own if part.is_titled else own[1:]
            local = anchors(headings_of(part.chapter))
            found |= {(file, name): fragment for name, fragment in zip(local, inside, strict=True)}
    return found


def lead_from(book: Book, here: Front, known: Fragments) -> Lead:
    """Where the links of `here` lead in a print whose `fragments` are `known`."""

    def lead(href: str) -> str:
        if is_elsewhere(href):
            return href
        front = linked_front(book, here, href)
        if front is None:
            return ""
        fragment = split_link(href)[1]
        places = ((front.id, name) for name in (fragment, fragment.lower(), ""))
        return next((f"#{known[place]}" for place in places if place in known), "")

    return lead


def linked(lines: Sequence[str], lead: Lead) -> list[str]:
    """`lines` of a chapter, as many, each link led anew or turned into its words; code stays as it is."""
    is_code = list(in_fences(lines))
    text = "\n".join("" if code else line for line, code in zip(lines, is_code, strict=True))

    def inside(found: re.Match[str]) -> str:
        if found["label"] is None:
            return found[0]
        words, to = _LINK.sub(inside, found["label"]), _led(found, lead)
        return f"{found['image']}[{words}]({to})" if to else words

    def below(found: re.Match[str]) -> str:
        to = _led(found, lead)
        return f"{found['name']} {to}" if to else ""

    led = _LINK.sub(inside, _DEFINITION.sub(below, text)).split("\n")
    return [line if code else new for line, new, code in zip(lines, led, is_code, strict=True)]


def _led(found: re.Match[str], lead: Lead) -> str:
    """The destination that stands in place of the one that was found; nothing where there is none."""
    href = found["angled"] or found["bare"] or ""
    return found["to"] if is_elsewhere(href) else lead(href)


def headings_of(chapter: Chapter) -> list[str]:
    """The headings of a whole file, in plain words, down to those in its lists and quotes."""
    blocks = (block for page in chapter.pages for part in page.blocks for block in _blocks(part))
    return [plain(block.runs) for block in blocks if block.kind == "heading"]


def _blocks(part: Prose | Exercise) -> Iterator[Block]:
    if isinstance(part, Prose):
        yield from part.blocks
    elif isinstance(part, Group):
        yield from (block for row in part.rows for block in row.explanation.blocks)
