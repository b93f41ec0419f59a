"""The words that stand in raw HTML: they are read, without the tags, whatever the tags are."""

import pytest

from tests.book.outline import outline
from workbook.book import read_source

HEAD = "---\nid: x\ntitle: X\n---\n\n"


def shown(text: str) -> list[str]:
    """Each block that a reader sees, and each problem, on a line."""
    return [line.strip() for line in outline(read_source(HEAD + text)).splitlines()[1:]]


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<pre><code>one\n\n  two &lt;3\n</code></pre>", ["code: one⏎⏎  two <3"]),
        ("<pre>\nkept  as\n  it is</pre>", ["code: kept  as⏎  it is"]),
        (
            "<details>\n<summary>More of <b>it</b></summary>\n\n*Inside*\n\n</details>",
            ["paragraph: More of it", "paragraph: *Inside*"],
        ),
        ('<p align="center">\n  Words,\n  <i>centred</i>\n</p>', ["paragraph: Words, centred"]),
        ("<div>one<p>two<div>three</div></div>", ["paragraph: one", "paragraph: two", "paragraph: three"]),
        ("<p>one<br>two<br/>\nthree</p>", ["paragraph: one⏎two⏎three"]),
        ('<img src="a.png" alt="A spade &amp; a fork">', ["paragraph: A spade & a fork"]),
        ('<p><a href="b"><img src=c alt="a badge"></a> more</p>', ["paragraph: a badge more"]),
        ('Words <img alt="a spade"> and<br>more', ["paragraph: Words a spade and⏎more"]),
        ("<h1>Title</h1>\n<h4>Below</h4>", ["heading 1: Title", "heading 4: Below"]),
        ("<ul><li>one<li>two<ol><li>deep</ol></ul>", ["item: • one", "item: • two", "item 1: 1. deep"]),
        ("<ol start=3><li>c</li><li>d</li></ol>", ["item: 3. c", "item: 4. d"]),
        ("<table><tr><th>a<th>b</tr>\n<tr><td>1<td>2</table>", ["paragraph: a · b", "paragraph: 1 · 2"]),
        ("<dl><dt>Spade</dt><dd>digs</dd></dl>", ["paragraph: Spade", "paragraph: digs"]),
        ("<div>one<hr>two</div>", ["paragraph: one", "rule:", "paragraph: two"]),
        ("<blockquote>Said so.</blockquote>", ["paragraph: Said so."]),
        ("<custom-tag>\nwords\n</custom-tag>", ["paragraph: words"]),
        ("<div>a &copy; b &#27;[31m</div>", ["paragraph: a © b [31m"]),
        ("<div>before <!-- not this\n --> after</div>", ["paragraph: before after"]),
        ("<script>no()</script><style>p {}</style>\n", []),
        ("<script>\nno()\n</script>\n\nAfter.", ["paragraph: After."]),
        ('<div hidden="no">\n</div>', []),
        ("<?php no() > 1 ?>", []),
        ("<!DOCTYPE html>", []),
        ("- <p>in an item</p>\n- two", ["item: • in an item", "item: • two"]),
        ("> <p>in a quote</p>", ["quote: in a quote"]),
    ],
)
def test_the_words_in_raw_html_are_read_without_its_tags(html: str, blocks: list[str]) -> None:
    assert shown(html + "\n") == blocks


@pytest.mark.parametrize("begin", ["<pre>", "<script>", "<style>", "<textarea>", "<?php", "<![CDATA["])
def test_raw_html_that_is_never_closed_is_an_error_on_its_line(begin: str) -> None:
    said = shown(f"Words.\n\n{begin}\n\n<!-- @text #a -->\n\n> …\n")
    assert any(line.startswith("chapter.md:8: error: this '") and "[open-html]" in line for line in said)


def test_the_words_in_a_question_are_asked() -> None:
    chapter = read_source(HEAD + '<!-- @text #a -->\n\n<p align="center">Why <em>now</em>?</p>\n\n> …\n')
    assert chapter.exercises["a"].question == "Why now?"


def test_a_heading_of_raw_html_is_a_title_too() -> None:
    assert read_source('<h1 align="center">A title</h1>\n\nWords.\n').front.title == "A title"


def test_a_break_in_a_cell_is_a_blank() -> None:
    assert shown("| a<br>b | c |\n|---|---|\n")[:2] == ["table:", "a b | c"]


def test_raw_html_without_end_takes_no_time() -> None:
    assert shown("<div>" * 20_000 + "words\n")[-1] == "paragraph: words"
