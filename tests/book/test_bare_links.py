"""Addresses that become links by themselves: found as markdown-it finds them, at a third of the price."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.front_matter import front_matter_plugin

from workbook.book.markdown.source import parser

PLAIN = MarkdownIt("gfm-like").use(front_matter_plugin)

PIECES = (
    "http",
    ":",
    "//",
    "www",
    ".",
    "example",
    "org",
    "@",
    "mailto",
    "localhost",
    "/",
    " ",
    "рф",
    "1",
    "…",
    "(",
)


def links(made: MarkdownIt, text: str) -> list[object]:
    """Where the links of `text` lead."""
    return [
        token.attrs["href"]
        for block in made.parse(text)
        for token in block.children or ()
        if token.type == "link_open"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "See https://example.org/a and http://x.y.",
        "See www.example.org",
        "See example.org, please.",
        "Write to someone@example.org",
        "Write to mailto:someone@example.org",
        "The server at //example.org",
        "Под пример.рф",
    ],
)
def test_every_bare_address_is_found(text: str) -> None:
    assert links(PLAIN, text)
    assert links(parser(), text) == links(PLAIN, text)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_no_link_is_found_or_missed_that_markdown_it_would_not(text: str) -> None:
    assert links(parser(), text) == links(PLAIN, text)
