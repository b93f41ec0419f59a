"""HTML that cannot be broken out of: words are escaped where they become HTML, and nowhere else."""

from collections.abc import Iterable
from html import escape
from typing import NewType

Html = NewType("Html", str)
"""HTML as it stands on the page; only what this file and the renderer of Markdown make is."""

NOTHING = Html("")


def said(words: str) -> Html:
    """`words` as they are, whatever signs they hold."""
    return Html(escape(words))


def element(name: str, *inside: Html, kind: str = "", **attributes: str) -> Html:
    """An element with what stands `inside` it; `kind` is its class; no attribute is without a value."""
    given = {"class": kind, **attributes}
    written = "".join(f' {key.replace("_", "-")}="{escape(value)}"' for key, value in given.items() if value)
    return Html(f"<{name}{written}>{''.join(inside)}</{name}>")


def joined(parts: Iterable[Html]) -> Html:
    """`parts`, each on a line of its own."""
    return Html("\n".join(part for part in parts if part))
