"""One HTML file that needs nothing else: what it shows, how it is set, and that it may do nothing."""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from ...book import Book
from ...text import clean
from .elements import Html, joined, said

_STYLE = Path(__file__).with_name("paper.css")
_TITLE = "Workbook"
"""What a browser shows on its tab and prints above each sheet: it tells nothing of what is in it."""


def page(book: Book, parts: Iterable[Html]) -> str:
    """The whole file. Browsers let nothing into it and nothing out: no script, no picture, no other style."""
    style = clean(_STYLE.read_text("utf-8"))
    allowed = f"style-src 'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'"
    policy = f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    lang = book.cover.lang if book.cover else ""
    head = (
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{_TITLE}</title>",
        f"<style>{style}</style>",
    )
    named = f' lang="{said(lang)}"' if lang else ""
    opening = "\n".join(("<!doctype html>", f"<html{named}>", "<head>", *head, "</head>", "<body>"))
    return clean(f"{opening}\n{joined(parts)}\n</body>\n</html>\n")
