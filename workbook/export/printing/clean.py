"""Markdown without what only the program reads, comments, and without a mark that readers stumble over."""

import re
from collections.abc import Iterable, Iterator

from ...book import BLANKS

_FENCE = re.compile(r"^(?:[ >]|[-*+] |\d+[.)] )*(?P<fence>`{3,}|~{3,})(?P<rest>.*)")
_ITEM_ID = re.compile(r"\s*<!--\s*#[^>]*-->\s*$")
_COMMENT = re.compile(r"^ {0,3}<!--|^\s*<!--\s*@")
_BROKEN = re.compile(r"^(\s*>.*?(?<!\\)(?:\\\\)*)\\$")


def without_marks(text: str) -> str:
    """`text` without the comments of the format and the author's, its quotes broken by blanks.

    What stands in a fenced block is code, and stays as it is.
    """
    return "\n".join(_kept(text.split("\n")))


def in_fences(lines: Iterable[str]) -> Iterator[bool]:
    """Of each line whether it is of a fenced block, its first and its last line included."""
    fence = ""
    for line in lines:
        before, fence = fence, _fence_after(fence, line)
        yield bool(before or fence)


def _fence_after(fence: str, line: str) -> str:
    """The mark of the block that is open after `line`, where that of `fence` was open before; or nothing."""
    found = _FENCE.match(line)
    if not found:
        return fence
    if not fence:
        return "" if "`" in found["fence"] and "`" in found["rest"] else found["fence"]
    return "" if found["fence"].startswith(fence) and not found["rest"].strip() else fence


def _kept(lines: list[str]) -> Iterator[str]:
    fence, is_comment, is_after_comment = "", False, False
    for line in lines:
        if is_comment or (not fence and _COMMENT.match(line)):
            is_comment = "-->" not in line
            is_after_comment = True
            continue
        if is_after_comment and not line.strip():
            continue  # the empty line that a comment needs below it
        is_after_comment = False
        fence = _fence_after(fence, line)
        if not fence and "-->" in line:
            line = _ITEM_ID.sub("", line)
        if not fence and line.endswith("\\"):
            line = _BROKEN.sub(rf"\1{BLANKS}", line)
        yield line
