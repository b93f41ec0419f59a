"""A page for paper does nothing and asks for nothing, whatever a chapter or an answer holds."""

import re
from base64 import b64encode
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.books import book_of
from tests.export import shelf, strategies
from tests.export.elements import Element, tree
from tests.export.test_my_words import BLANKS, stored
from workbook.book import Answer, Book, read_book
from workbook.export import Request, What, printed

NOW = datetime(2026, 11, 26, 20, 15)
WHAT: tuple[What, ...] = ("words", "chapters", "sheets")

_BLOCKS = {"article", "section", "nav", "div", "p", "ul", "ol", "li", "blockquote", "pre", "hr", "br"}
_WORDS = {"b", "i", "a", "em", "strong", "s", "code", "span", "h1", "h2", "h3", "h4", "h5", "h6"}
_TABLES = {"table", "thead", "tbody", "tr", "th", "td"}
_SAID = {"class", "id", "href", "scope", "start", "role", "aria-label", "aria-hidden"}

HOSTILE = """# Words </style><script>alert(1)</script>

<script>alert(1)</script>

<img src=x onerror=alert(1)> ![a picture](https://example.org/x.png) <b onclick=x>b</b>
[a](javascript:alert(1)) [b](data:text/html,x) [c](ftp://example.org) [d](https://example.org/"onclick=x)
&#27;[31m `</code><script>`

```"><script>
</pre><script>alert(1)</script>
```

| a | b |
|--:|:-:|
| <i> | \x1b]0;title\x07 |

<!-- @group #g view=cards open=all -->

Guess <script>alert(1)</script>

- [Row](javascript:x) <b>*it*</b> <!-- #row -->

  <iframe src="https://example.org"></iframe>

  A back

<!-- @scale #s low="<script>" high="\\"><script>" -->

How?

> … / 10

<!-- @text #t -->

</style> What?

> "></p><script>

<!-- @end -->
"""


@pytest.fixture
def hostile(tmp_path: Path) -> Book:
    """A book by somebody who means harm."""
    book_of(tmp_path / "book", c=HOSTILE)
    cover = '---\nid: small\ntitle: "A </title><script>"\nlang: en\n---\n\nA cover.\n'
    (tmp_path / "book" / "index.md").write_text(cover, "utf-8")
    return read_book(tmp_path / "book")


def refused(body: Element) -> list[str]:
    """All on a page that may not be there."""
    found = []
    for one in body.all():
        allowed = one.name in _BLOCKS | _WORDS | _TABLES and one.attributes.keys() <= _SAID
        href = one.attributes.get("href", "#")
        if not allowed or not href.startswith(("#", "https://", "http://", "mailto:")):
            found.append(f"{one.name} {one.attributes}")
    return found


@pytest.mark.parametrize("what", WHAT)
def test_nothing_that_a_chapter_holds_comes_alive(hostile: Book, what: What) -> None:
    answers: dict[str, Answer] = {
        "c/g/row/t": "</p></style><script>alert(1)</script>\x1b[31m",
        "c/g/row/s": 3,
    }
    page = printed(hostile, stored(answers), Request(what, form="paper"), NOW)
    body = tree(page).one("body")
    assert refused(body) == []
    assert "<script" not in page.lower()
    assert page.lower().count("</style>") == 1
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", page)
    if what != "sheets":
        assert "</p></style><script>alert(1)</script>" in body.words


def test_a_chapter_says_on_paper_what_it_says_on_the_screen(hostile: Book) -> None:
    body = tree(printed(hostile, None, Request("sheets", ("c",), form="paper"), NOW)).one("body")
    assert "a picture" in body.words
    assert not body.all("img")
    assert body.one(kind="back").line == "A back"
    assert [one.line for one in body.all("td")][-2:] == ["", "]0;title"]


@pytest.mark.parametrize("name", shelf.FOLDERS)
def test_no_answer_breaks_out_and_each_is_shown_as_typed(name: str) -> None:
    book = shelf.book(name)

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(strategies.answers(BLANKS[name]), strategies.orphans)
    def holds(answers: dict[str, Answer], orphans: dict[str, Answer]) -> None:
        kept = stored({**answers, **orphans})
        for what in ("words", "chapters"):
            body = tree(printed(book, kept, Request(what, form="paper"), NOW)).one("body")
            assert refused(body) == []
            said = {one.words for one in body.all(kind="said")}
            for address, value in answers.items():
                blank = book.blank(address)
                if isinstance(value, str) and blank and blank.of.kind == "text":
                    assert value in said or getattr(blank.of, "is_date", False)

    holds()


@pytest.mark.parametrize("what", WHAT)
def test_the_head_lets_nothing_in_and_names_nothing(hostile: Book, what: What) -> None:
    page = tree(printed(hostile, stored({"c/g/row/t": "private"}), Request(what, form="paper"), NOW))
    head = page.one("head")
    assert [one.name for one in head.all()] == ["meta", "meta", "meta", "title", "style"]
    assert head.one("title").words == "Workbook"
    assert page.one("html").attributes == {"lang": "en"}
    style = head.one("style").words
    assert not re.search(r"@import|url\(|https?:", style)
    (policy,) = [one.attributes["content"] for one in head.all("meta") if "http-equiv" in one.attributes]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == (f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'")


def test_a_book_that_names_no_language_claims_none(tmp_path: Path) -> None:
    book = book_of(tmp_path / "book", c="Words.")
    assert tree(printed(book, None, Request("sheets", form="paper"), NOW)).one("html").attributes == {}
