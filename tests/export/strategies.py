"""Words that try to break out of their quote, and answers at random."""

from collections.abc import Iterator, Sequence

from hypothesis import strategies as st

from workbook.book import Answer, Blank, Chapter, Checklist, Choice, Group, Scale, Text
from workbook.text import canonical

_SNIPPETS = [
    *("# ", "## x", "- [ ] ", "- [x] ", "- ( ) ", "> ", ">", "1. ", "12) ", "+ ", "* ", "- "),
    *("```", "~~~", "`", "``", ":::", "::: {.x}", "|", "a | b", "--- | ---", "---", "***", "===", "==", "%%"),
    *("<!--", "-->", "<!-- @text #word -->", "<!-- @end -->", "<!-- @chapter #signs -->", "<!-- #trust -->"),
    *("<!-- @entry #2026-W48 -->", '<!-- @kept at="x" type=tick -->', "---\nid: x\n---", "7 / 10", "…"),
    *(
        "<script>",
        "</div>",
        "<b>",
        "<?php",
        "<![CDATA[",
        "<pre>",
        "&amp;",
        "&#35;",
        "&copy",
        "&notit;",
        "&#0;",
    ),
    *("\\", "\\\n", "\n", "\n\n", "\n\n\n", " ", "    ", "\t", "\u00a0", "\u3000", "\r\n", "\r", "\x85"),
    *(
        "_",
        "__",
        "*a*",
        "**b**",
        "~~c~~",
        "~c~",
        "$x$",
        "$$",
        "==h==",
        "%%c%%",
        "^",
        "x_y",
        "!",
        "@a",
        "#tag",
    ),
    *("[x](y)", "![i](j)", "[[w]]", "[^1]", "[^1]: foot", "[n]", "[ref]: http://x.y", "[!NOTE]", "]", ")"),
    *("http://a.b/c_d?e=1&f=2", "https://x/\\<b>", "<http://a.b>", "ftp://", "://", "www.a.b", "a@b.co"),
    *("ä", "日本", "🌤", "\u200f", "\u202e", "\x00", "\x1b[31m", "\u2028", "\x0c", "\ufeff", "a", "b c"),
]

words: st.SearchStrategy[str] = st.lists(
    st.one_of(st.sampled_from(_SNIPPETS), st.characters()), max_size=10
).map("".join)
"""Any text, as a person might type or paste it, nastier than most."""

stored: st.SearchStrategy[str] = words.map(canonical).filter(bool)
"""Any text as it is kept."""

_ENTRIES = ("2026-W48", "2026-11-22", "2026-11-22T2015", "2026-11-22T2015-k3x9")

_addresses: st.SearchStrategy[str] = st.one_of(
    st.sampled_from(["signs/gone", "gone/word", "gone", "signs/five@2026-W48/x", "a--b/c", 'x" -->']),
    st.text(min_size=1, max_size=12).map("gone/{}".format),
    words.map("signs/gone-{}".format),
)


def blanks(chapter: Chapter) -> Iterator[Blank]:
    """Every blank of a chapter, of what repeats those of some entries."""
    for exercise in chapter.exercises.values():
        for entry in _ENTRIES if exercise.repeats else ("",):
            yield from chapter.blanks(exercise, entry)


def values(blank: Blank) -> st.SearchStrategy[Answer]:
    """What can stand in `blank`."""
    match blank.of:
        case Choice(items=items):
            return st.sampled_from([item.id for item in items])
        case Scale(least=least, most=most):
            return st.integers(least, most)
        case Text():
            return stored
        case Checklist() | Group():
            return st.just(True)
    raise TypeError(f"no value is known for {blank.of.kind}")


@st.composite
def answers(draw: st.DrawFn, among: Sequence[Blank]) -> dict[str, Answer]:
    """Answers to some of the blanks `among`."""
    chosen = draw(st.lists(st.sampled_from(among), unique_by=lambda blank: blank.address, max_size=12))
    return {blank.address: draw(values(blank)) for blank in chosen}


orphans: st.SearchStrategy[dict[str, Answer]] = st.dictionaries(
    _addresses, st.one_of(stored, st.integers(), st.just(True)), max_size=3
)
"""Answers without a blank, under addresses that anyone may have written into the file of answers."""
