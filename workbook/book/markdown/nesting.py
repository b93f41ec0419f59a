"""How deep lists and quotes may stand in each other: deeper ones are words, so that nothing is hidden.

Left alone, markdown-it skips what is too deep for it, and in a list everything below that as well, to the end
of the file. It says nothing.
"""

from collections.abc import Callable
from copy import copy, deepcopy
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore

    _BlockRule: TypeAlias = Callable[[StateBlock, int, int, bool], bool]

DEEPEST = 100
"""Levels at which no list or quote begins any more; `gfm-like` alone knows 20. A quote takes one, a list two.

Each costs up to three of the thousand calls that Python allows in each other.
"""
TOO_DEEP = "too deep"
"""The name under which the parser leaves the lines on which a list or quote was too deep to be one."""


def nesting_plugin(made: "MarkdownIt") -> None:
    """Let `made` nest lists and quotes down to `DEEPEST`, and take for words the marks of deeper ones.

    Its limit for links within links stays as it is: there it hides nothing, and a higher one only takes time.
    """
    from markdown_it.rules_block import blockquote, list_block

    ruler = made.block.ruler
    ruler.at("blockquote", _bounded(blockquote), {"alt": ["paragraph", "reference", "blockquote", "list"]})
    ruler.at("list", _bounded(list_block), {"alt": ["paragraph", "reference", "blockquote"]})

    deeper = copy(made)
    deeper.options = deepcopy(made.options)
    deeper.options.maxNesting = DEEPEST + 2  # the words in a last list

    def block(state: "StateCore") -> None:
        deeper.block.parse(state.src, deeper, state.env, state.tokens)

    made.core.ruler.at("block", block)


def _bounded(rule: "_BlockRule") -> "_BlockRule":
    """`rule`, but for what is too deep; there its mark still ends a paragraph, so lines stay lines."""

    def bounded(state: "StateBlock", start: int, stop: int, silent: bool) -> bool:
        if silent or state.level < DEEPEST:
            return rule(state, start, stop, silent)
        if rule(state, start, stop, True):
            state.env.setdefault(TOO_DEEP, []).append(start)
        return False

    return bounded
