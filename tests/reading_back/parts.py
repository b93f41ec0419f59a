"""The structure of a filled file: its comments of the format, each with the slot that it heads.

Only blocks are parsed; what they say is taken from the source lines, because that is where it was written.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from workbook.book.kinds import FIELDS, GROUP
from workbook.book.markdown import nesting_plugin, split, trimmed

if TYPE_CHECKING:  # the program itself never reads back, so it need not wait for what this takes
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

_COMMENT = re.compile(r"^\s*<!--\s*@(?P<kind>[a-z]+)(?:\s+#(?P<id>\S+))?.*-->\s*$")
_FRONT_ID = re.compile(r"^id:\s*[\"']?([a-z0-9-]+)", re.MULTILINE)

_SLOTS: Mapping[str, Sequence[str]] = {
    **{name: [slot.removesuffix("_open") for slot in kind.slots] for name, kind in FIELDS.items()},
    **dict.fromkeys((GROUP, "entry"), ("bullet_list", "ordered_list")),
    "kept": ("blockquote",),
}
"""Which blocks are the slot after a comment of each kind; of a group or entry it is the row list."""


class Part(NamedTuple):
    """One comment of the format, and its slot: the lines of a quote, or the items of a list."""

    kind: str
    id: str
    comment: str = ""
    quote: tuple[str, ...] = ()
    items: tuple["ListItem", ...] = ()


class ListItem(NamedTuple):
    """An item of a list: its first line, and the parts that stand under it."""

    line: str
    parts: tuple[Part, ...]


def parts(text: str) -> tuple[Part, ...]:
    """The parts of a whole file; its front matter counts as the `@chapter` that it stands for."""
    from markdown_it.tree import SyntaxTreeNode

    lines = split(text)
    tokens = _parser().parse("\n".join(lines) + "\n")
    return tuple(_parts(SyntaxTreeNode(tokens).children, lines))


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt
    from mdit_py_plugins.front_matter import front_matter_plugin

    made = MarkdownIt("gfm-like").use(front_matter_plugin).use(nesting_plugin)
    return made.disable(["inline", "linkify"])


def _parts(nodes: Sequence["SyntaxTreeNode"], lines: Sequence[str]) -> Iterator[Part]:
    """The parts among sibling blocks. A comment waits for its slot until a heading or another comment."""
    waiting: Part | None = None
    for node in nodes:
        part = _commented(node)
        if waiting and (part or node.type == "heading"):
            yield waiting
            waiting = None
        if part:
            waiting = part
        elif waiting and node.type in _SLOTS.get(waiting.kind, ()):
            yield _with_slot(waiting, node, lines)
            waiting = None
    if waiting:
        yield waiting


def _commented(node: "SyntaxTreeNode") -> Part | None:
    """The part that a block begins, without its slot.

    The last line of an HTML block counts, because one that a tag begins goes on until an empty line.
    """
    if node.type == "front_matter":
        name = _FRONT_ID.search(node.content)
        return Part("chapter", name[1]) if name else None
    last = node.content.rstrip("\n").rpartition("\n")[2] if node.type == "html_block" else ""
    found = _COMMENT.match(last)
    return Part(found["kind"], found["id"] or "", last) if found else None


def _with_slot(part: Part, node: "SyntaxTreeNode", lines: Sequence[str]) -> Part:
    if node.type == "blockquote":
        block = trimmed(lines, range(*(node.map or (0, 0))))
        return part._replace(quote=tuple(lines[block.start : block.stop]))
    return part._replace(items=tuple(_list_item(item, lines) for item in node.children))


def _list_item(node: "SyntaxTreeNode", lines: Sequence[str]) -> ListItem:
    return ListItem(lines[node.map[0]] if node.map else "", tuple(_parts(node.children, lines)))
