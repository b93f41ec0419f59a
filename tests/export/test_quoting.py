"""The reader's words in a quote: they render as typed, stay inside, and come back."""

import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.export.strategies import stored, words
from workbook.book.markdown.quoting import quoted, unquoted
from workbook.text import canonical

several = st.lists(words, min_size=3, max_size=5)
"""Several texts for each example, because drawing costs more than quoting."""


def test_plain_prose_needs_no_escape() -> None:
    text = 'It\'s fine (50% – or so), C++ & co_op. Really?! 3 > 2; see p. 7: "yes" {a} a/b @home'
    assert quoted(text) == [f"> {text}"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\nb\n\n\nc", ["> a\\", "> b", ">", ">", "> c"]),
        (
            "# a\n> b\n+ c\n- d\n= e\n: f\n| g",
            ["> \\# a\\", "> \\> b\\", "> \\+ c\\", "> \\- d\\", "> \\= e\\", "> \\: f\\", "> \\| g"],
        ),
        ("1. a\n2) b\n3.c", ["> 1\\. a\\", "> 2\\) b\\", "> 3.c"]),
        ("a_b _c_", ["> a_b \\_c\\_"]),
        ("a & b &amp; &#35;", ["> a & b \\&amp; \\&#35;"]),
        ("a=b a==b 5% 5%%", ["> a=b a\\=\\=b 5% 5\\%\\%"]),
        ("C# #tag # b", ["> C# \\#tag # b"]),
        ("   a", ["> &#32;&#32;&#32;a"]),
        ("see https://a.b/c_d?e=1&f=2.", ["> see <https://a.b/c_d?e=1&f=2>."]),
        ("https://a.b/%7Ec", [r"> https:\//a.b/%7Ec"]),
        (r"http://x/\<b>", ["> <http://x/>\\\\&lt;b>"]),
        (r"http://_x.y/\<b>", [r"> http:\//\_x.y/\\&lt;b>"]),
        ("`[<~$|^*\\", ["> \\`\\[<\\~\\$\\|\\^\\*\\\\"]),
        ("I <3 you, 2 < 3", ["> I <3 you, 2 < 3"]),
        ("<b>x</b> <!-- <?php", ["> &lt;b>x&lt;/b> &lt;!-- &lt;?php"]),
        ("<7@a.b>", ["> &lt;7@a.b>"]),
        (":heart: :+1: a:b: at 10:30:15, :100:", [r"> \:heart: \:+1: a\:b: at 10:30:15, \:100:"]),
    ],
)
def test_a_text_is_written_like_this(text: str, lines: list[str]) -> None:
    assert quoted(text) == lines


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["> \\I\\t\\'s \\!\\(a\\)"], "\\I\\t's !(a)"),
        (["> &auml;&#228;&#xE4;&#XE4; &nosuch; &amp;amp;"], "ääää &nosuch; &amp;"),
        ([">a", ">  b", "   > c"], "a\n b\nc"),
        (["> a\\\\", "> b\\\\\\", "> c"], "a\\\nb\\\nc"),
        (["> &#0;&#1114112;a"], "\ufffd\ufffda"),
        ([">", "> a  ", ">"], "a"),
    ],
)
def test_more_is_understood_than_is_written(lines: list[str], text: str) -> None:
    assert unquoted(lines) == text


@pytest.mark.parametrize(
    ("text", "placeholder"),
    [
        ("…", ["> …"]),
        ("…", [">…  "]),
        ("https://a.b", ["> <https://a.b>"]),
        ("I …\nbecause", ["> I …\\", "> because"]),
        ("Because …\n\nAnd …", ["> Because …", ">", "> And …"]),
        ("- a", ["> \\- a"]),
        ("&x", ["> &x"]),
    ],
)
def test_a_text_that_is_the_placeholder_is_told_apart_from_it(text: str, placeholder: list[str]) -> None:
    first, *rest = quoted(text, placeholder)
    assert first.startswith(f"> &#x{ord(text[0]):x};")
    assert rest == quoted(text)[1:]
    assert unquoted([first, *rest]) == text


@settings(max_examples=1000, deadline=None)
@given(several)
def test_reading_inverts_writing(texts: list[str]) -> None:
    for text in texts:
        assert unquoted(quoted(text)) == canonical(text)


@settings(max_examples=500, deadline=None)
@given(stored)
def test_reading_inverts_writing_where_the_text_is_the_placeholder(text: str) -> None:
    lines = quoted(text, quoted(text))
    assert lines != quoted(text)
    assert unquoted(lines) == text


def _gfm_like() -> MarkdownIt:
    return MarkdownIt("gfm-like")


def _gfm_like_with_alerts() -> MarkdownIt:
    return MarkdownIt("gfm-like2", {"alerts": True})


def _gfm_plugin() -> MarkdownIt:
    gfm = pytest.importorskip("mdit_py_plugins.gfm", reason="younger than the plugins that the program needs")
    return MarkdownIt("commonmark").use(gfm.gfm_plugin, dollarmath=True)


@pytest.mark.parametrize("parser", [_gfm_like, _gfm_like_with_alerts, _gfm_plugin])
def test_a_quoted_text_renders_literally(parser: Callable[[], MarkdownIt]) -> None:
    markdown = parser()

    @settings(max_examples=1000, deadline=None)
    @given(several)
    @example(["http://a.b/c%%12)", "https://a.b/%7Ec and more"])
    @example(["http://x/\\<b>", "http://_x.y/\\<b>", "[^1]: foot", "a\\"])
    def renders(texts: list[str]) -> None:
        for text in filter(None, map(canonical, texts)):
            tokens = markdown.parse("\n".join(quoted(text)))
            assert {token.type for token in tokens} <= _PLAIN_BLOCKS
            rendered = "\n\n".join("".join(_words(token)) for token in tokens if token.type == "inline")
            assert rendered == re.sub(r"\n{2,}", "\n\n", text)

    renders()


_PLAIN_BLOCKS = {"blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close", "inline"}


def _words(inline: Token) -> Iterator[str]:
    """What a reader of the rendered page sees; nothing but words, breaks and bare links may be there."""
    for token in inline.children or ():
        if token.type in ("softbreak", "hardbreak"):
            yield "\n"
        elif token.type in ("link_open", "link_close"):
            assert token.info == "auto" or token.markup in ("linkify", "autolink"), token
        else:
            assert token.type == "text", token
            yield token.content
