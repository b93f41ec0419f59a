"""markdown-it's inline tokens -> runs."""

from typing import TYPE_CHECKING

from ...text import clean
from ..model import Run, Runs, Style
from .html import html_words

if TYPE_CHECKING:
    from markdown_it.token import Token

_PLAIN: frozenset[Style] = frozenset()
"""One for all runs without a style: most of a book is such runs."""
_STYLES: dict[str, Style] = {"strong": "bold", "em": "italic", "s": "strike"}


def runs(token: "Token") -> Runs:
    """The words of an inline token: one run for each change of style or link. Tags are left out.

    A link without words shows where it leads.
    """
    found: list[Run] = []
    styles: list[Style] = []
    hrefs: list[str] = [""]
    is_silent = False
    """Whether a link is open that has said nothing yet."""
    for child in token.children or ():
        name, _, edge = child.type.rpartition("_")
        if name in _STYLES:
            styles.append(_STYLES[name]) if edge == "open" else styles.remove(_STYLES[name])
        elif name == "link" and edge == "open":
            hrefs.append(clean(str(child.attrGet("href") or "")))
            is_silent = True
        elif name == "link":
            href = hrefs.pop()
            if is_silent:
                _add(found, Run(href, frozenset(styles) if styles else _PLAIN, href))
            is_silent = False
        else:
            run = _run(child, frozenset(styles) if styles else _PLAIN, hrefs[-1])
            is_silent = is_silent and not run.text.strip()
            _add(found, run)
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
            words = "".join(run.text for run in runs(child))
            return Run(words, styles, href or clean(str(child.attrGet("src") or "")))
        case "html_inline":
            return Run(clean(html_words(child.content)), styles, href)
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
