"""Writing the ids that list lines miss."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.book import read_source, with_ids

HEAD = "---\nid: x\ntitle: X\n---\n\n"
WORDS = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="<>`\\[]()*_&~#"), min_size=1)


def codes(source: str) -> list[str]:
    """The codes of the problems of a chapter."""
    return [problem.code for problem in read_source(source).problems]


def test_an_id_is_written_at_the_end_of_each_line_that_misses_one() -> None:
    lines = "- ( ) Once a week\n- ( ) Twice  \n- ( ) Never <!-- #twice -->\n"
    assert with_ids(f"{HEAD}<!-- @choice #a -->\n\n{lines}") == (
        f"{HEAD}<!-- @choice #a -->\n\n"
        "- ( ) Once a week <!-- #once-a-week -->\n"
        "- ( ) Twice <!-- #twice-2 -->  \n"
        "- ( ) Never <!-- #twice -->\n"
    )


def test_rows_of_groups_and_lists_of_fields_get_ids_too() -> None:
    rows, items = "1. Say it\n2. Say it\n", "- [ ] Say it\n"
    fixed = with_ids(
        f"{HEAD}<!-- @group #g -->\n\n{rows}\n<!-- @checklist #c -->\n\n{items}\n<!-- @end -->\n"
    )
    assert re.findall("#(say.*?) ", fixed) == ["say-it", "say-it-2", "say-it"]
    assert codes(fixed) == []


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_everything_else_stays_byte_for_byte(newline: str) -> None:
    source = f"\ufeff{HEAD}Tab\there \x0c \u2028 end  \n\n<!-- @checklist #a -->\n\n- [ ] One".replace(
        "\n", newline
    )
    assert with_ids(source) == f"{source} <!-- #one -->"


@pytest.mark.parametrize(
    "line",
    [
        "- [ ] One <!-- #one -->",
        "- [ ] One <!-- #One -->",
        "- [ ] One <!-- #one --> more",
        "- [ ] <!-- x -->",
        "- [ ] a <!-- #b",
    ],
)
def test_a_line_that_has_an_id_or_no_words_or_an_open_comment_is_left_alone(line: str) -> None:
    source = f"{HEAD}<!-- @checklist #a -->\n\n{line}\n"
    assert with_ids(source) == source


def test_lists_outside_of_exercises_are_left_alone() -> None:
    source = f"{HEAD}- one\n- [ ] two\n"
    assert with_ids(source) == source


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_once_written_every_line_has_an_id_of_its_own(labels: list[str]) -> None:
    source = f"{HEAD}<!-- @checklist #a -->\n\n" + "".join(f"- [ ] x{label}\n" for label in labels)
    fixed = with_ids(source)
    assert codes(fixed) == []
    assert with_ids(fixed) == fixed
    assert re.sub(" <!-- #.* -->", "", fixed) == source
