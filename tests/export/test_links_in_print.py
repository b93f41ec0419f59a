"""Links in a print: each leads to a heading that stands in it, or is plain words."""

from datetime import datetime
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.anchors import anchors_plugin

from tests.books import book_of
from tests.export import shelf
from tests.export.test_my_words import stored
from workbook.book import Book, Front
from workbook.export import Request, What, printed

NOW = datetime(2026, 11, 26, 20, 15)
HOSTED = MarkdownIt("gfm-like", {"linkify": False}).use(anchors_plugin, max_level=6)
"""Calls headings as code hosts do, doubles numbered; not by the program's own rule."""

ROOTS = """# The roots

See [leaves](02-leaves.md), [their *veins*](./02-leaves.md#veins "where sap runs"), [here](#veins),
[there](#no-such-heading), [bark](bark.md), [a `]` sign](02-leaves.md#veins), <https://example.org/x.md>,
[two
lines](<02-leaves.md>), ![a picture](02-leaves.png), [the web](https://example.org/02-leaves.md),
`[code](02-leaves.md)`, \\[no link](02-leaves.md), [named][one] and [lost][two].

[one]: 02-leaves.md#veins
[two]: bark.md

````
[code too](02-leaves.md)
```python
```` no end
[code still](02-leaves.md)
````

```no code``` [leaves again](02-leaves.md)

## Veins

> ### Veins

<!-- @text #word -->

A word?

> …
"""
LEAVES = "Words.\n\n## Veins\n\nBack to [the roots](01-roots.md#veins-1), up to [this](02-leaves.md).\n"


@pytest.fixture
def tree(tmp_path: Path) -> Book:
    """Two chapters with like headings, the second without a title of its own."""
    return book_of(tmp_path / "book", roots=ROOTS, leaves=LEAVES)


def links(text: str) -> list[str]:
    """Where the links of a print lead."""
    words = (child for token in HOSTED.parse(text) for child in token.children or ())
    return [
        str(one.attrGet("href") or one.attrGet("src")) for one in words if one.type in ("link_open", "image")
    ]


def dead(text: str) -> list[str]:
    """The links of a print that lead neither to a heading in it nor to the web."""
    tokens = HOSTED.parse(text)
    names = {f"#{token.attrGet('id')}" for token in tokens if token.type == "heading_open"}
    return [href for href in links(text) if href not in names and not href.startswith("https://")]


@pytest.mark.parametrize("name", shelf.FOLDERS)
@pytest.mark.parametrize("what", ["sheets", "chapters"])
def test_every_link_of_a_whole_book_leads_to_a_heading_in_it(name: str, what: What) -> None:
    text = printed(shelf.book(name), stored({}), Request(what), NOW)
    assert dead(text) == []
    assert len(links(text)) > 3 or name == "fixture"


@pytest.mark.parametrize("front", shelf.book("shipped").fronts, ids=lambda front: front.id)
def test_no_link_of_one_chapter_leads_to_another_one(front: Front) -> None:
    text = printed(shelf.book("shipped"), None, Request("sheets", (front.id,)), NOW)
    assert dead(text) == []


def test_doubles_are_numbered_through_the_whole_print(tree: Book) -> None:
    text = printed(tree, None, Request("sheets"), NOW)
    assert dead(text) == []
    assert links(text) == [
        *("#on-leaves", "#veins-2", "#veins", "#the-roots", "#veins-2", "https://example.org/x.md"),
        *(
            "#on-leaves",
            "https://example.org/02-leaves.md",
            "#veins-2",
            "#on-leaves",
            "#veins-1",
            "#on-leaves",
        ),
    ]


def test_what_leads_nowhere_is_its_words_and_code_stays_code(tree: Book) -> None:
    text = printed(tree, None, Request("sheets", ("roots",)), NOW)
    assert dead(text) == []
    for words in (
        *("See leaves, their *veins*, [here](#veins)", "a `]` sign,", "two\nlines, a picture, [the web]("),
        *("bark,", "`[code](02-leaves.md)`", "\\[no link](02-leaves.md)", "\n[code too](02-leaves.md)\n"),
        *("\n[code still](02-leaves.md)\n", "```no code``` leaves again\n"),
    ):
        assert words in text


def test_headings_above_a_leaflet_count(tree: Book) -> None:
    """The title of the book stands above what was written, and again as that of its cover."""
    (tree.folder / "index.md").write_text(
        "---\nid: small\ntitle: A small book\n---\n\n# A small book\n\nBack [up](#a-small-book).\n", "utf-8"
    )
    text = printed(tree, stored({"roots/word": "oak"}), Request("words", ("roots", "small")), NOW)
    assert text.count("# A small book\n") == 2
    assert "[up](#a-small-book-1)" in text


def test_the_readers_own_words_are_never_taken_for_a_link(tree: Book) -> None:
    words = "see [leaves](02-leaves.md)"
    text = printed(tree, stored({"roots/word": words}), Request("chapters"), NOW)
    assert "> see \\[leaves](02-leaves.md)\n" in text


@pytest.mark.parametrize(
    "href", ["./02-leaves.md", "/02-leaves.md", "02-leaves", "02-leaves.html", "x/02-leaves.md"]
)
def test_a_link_leads_in_a_print_wherever_it_leads_on_the_screen(tmp_path: Path, href: str) -> None:
    roots = f"# The roots\n\nSee [leaves]({href}) and [veins]({href}#Veins).\n"
    book = book_of(tmp_path / "book", roots=roots, leaves=LEAVES)
    assert links(printed(book, None, Request("sheets"), NOW))[:2] == ["#on-leaves", "#veins"]
    paper = printed(book, None, Request("sheets", form="paper"), NOW)
    assert '<a href="#on-leaves">leaves</a> and <a href="#veins">veins</a> (chapter 2)' in paper
