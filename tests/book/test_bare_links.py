"""Addresses that become links by themselves: those of the web, written out, and no name of a file."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.front_matter import front_matter_plugin

from workbook.book.markdown.source import parser

PLAIN = MarkdownIt("gfm-like").use(front_matter_plugin)

PIECES = (
    "http",
    "ftp",
    "s",
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


def links(made: MarkdownIt, text: str) -> list[tuple[object, str]]:
    """Where the links of `text` lead, and their words."""
    tokens = [token for block in made.parse(text) for token in block.children or ()]
    return [
        (token.attrs["href"], words.content) for token, words in pairwise(tokens) if token.type == "link_open"
    ]


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("See https://example.org/a and http://x.y.", ["https://example.org/a", "http://x.y"]),
        ("See www.example.org/README.md, please.", ["http://www.example.org/README.md"]),
        ("(WWW.EXAMPLE.ORG)", ["http://WWW.EXAMPLE.ORG"]),
    ],
)
def test_an_address_of_the_web_is_a_link(text: str, leads: list[str]) -> None:
    assert [href for href, _ in links(parser(), text)] == leads


@pytest.mark.parametrize(
    "text",
    [
        "README.md says so, and main.rs and lib.rs do it.",
        "See example.org, please.",
        "Write to someone@example.org",
        "Write to mailto:someone@example.org",
        "The server at //example.org, or ftp://example.org",
        "Под пример.рф",
    ],
)
def test_the_name_of_a_file_or_of_a_host_is_no_link(text: str) -> None:
    assert links(PLAIN, text)
    assert links(parser(), text) == []


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_no_other_link_is_found_or_missed_than_markdown_it_would(text: str) -> None:
    web = ("http://", "https://", "www.")
    found = [link for link in links(PLAIN, text) if link[1].lower().startswith(web)]
    assert links(parser(), text) == found


@pytest.mark.parametrize("name", ["pretest", "match", "match_at_start"])
def test_the_parser_asks_what_was_put_in_the_place_of_linkifys_own(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    linkify = parser().linkify
    assert linkify is not None
    asked: list[str] = []
    answer = getattr(linkify, name)

    def noted(text: str) -> object:
        asked.append(text)
        return answer(text)

    monkeypatch.setattr(linkify, name, noted)
    parser().parse("www.example.org, or https://example.org")
    assert asked
