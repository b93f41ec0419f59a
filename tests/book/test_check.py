"""What only the whole book can know of its chapters."""

from pathlib import Path

from tests.books import book_of
from workbook.book import problems, read_book

ROWS = "<!-- @group #plan -->\n\n- [ ] Talk <!-- #talk -->\n- [ ] Rest <!-- #rest {} -->\n\n<!-- @end -->\n"
LIST = "<!-- @checklist #five -->\n\n- [ ] Fun <!-- #fun {} -->\n"
TEXT = "<!-- @text #{} {} -->\n\n> …\n"


def said(folder: Path, **chapters: str) -> list[str]:
    """File, line, level and code of each problem of the book that these chapters are."""
    found = problems(book_of(folder, **chapters))
    return [f"{problem.path.name}:{problem.line} {problem.level} {problem.code}" for problem in found]


def test_a_tick_may_lead_to_rows_and_chapters(tmp_path: Path) -> None:
    leads = 'leads="steps/plan/talk steps" absent="steps/plan/rest" holds="signs"'
    assert said(tmp_path, signs=LIST.format(leads), steps=ROWS.format("leads=signs")) == []


def test_a_lead_that_points_nowhere_is_warned_of_with_the_close_place(tmp_path: Path) -> None:
    leads = 'leads="steps/plan/tolk help" absent="steps/plan" holds="steps/plan/talk/x"'
    found = problems(book_of(tmp_path, signs=LIST.format(leads), steps=ROWS.format("")))
    assert [(problem.line, problem.level, problem.code) for problem in found] == [
        (8, "warning", "unknown-target")
    ] * 4
    assert "'leads' points to 'steps/plan/tolk', where nothing is. Did you mean 'steps/plan/talk'?" in str(
        found[0]
    )


def test_a_row_that_leads_nowhere_is_warned_of(tmp_path: Path) -> None:
    assert said(tmp_path, steps=ROWS.format("leads=gone")) == ["01-steps.md:9 warning unknown-target"]


def test_an_exercise_may_have_come_from_where_nothing_is_any_more(tmp_path: Path) -> None:
    assert said(tmp_path, signs=TEXT.format("a", ""), trust=TEXT.format("b", "was=signs/gone")) == []


def test_a_full_address_that_is_still_in_use_is_an_error(tmp_path: Path) -> None:
    here = TEXT.format("b", "was=signs/five") + "\n" + ROWS.format("was=steps/plan/talk")
    assert said(tmp_path, signs=LIST.format("was=signs/five/fun"), steps=here) == [
        "01-signs.md:8 error was-in-use",
        "02-steps.md:6 error was-in-use",
        "02-steps.md:13 error was-in-use",
    ]


def test_fields_of_rows_are_in_use_under_each_row(tmp_path: Path) -> None:
    group = ROWS.format("").replace("<!-- @end", TEXT.format("how", "") + "\n<!-- @end")
    assert said(tmp_path, steps=group, other=TEXT.format("a", "was=steps/plan/talk/how")) == [
        "02-other.md:6 error was-in-use"
    ]


def test_problems_stand_file_by_file_in_reading_order_and_by_line(tmp_path: Path) -> None:
    book_of(tmp_path, a=TEXT.format("b", "row=2") + "\n- [ ] x\n", b=TEXT.format("c", "row=2"))
    (tmp_path / "zoo.md").write_text(
        "---\nid: zoo\ntitel: Z\ntitle: Z\n---\n\n<!-- @text #z -->\n\n> …\n", "utf-8"
    )
    (tmp_path / "index.md").write_text("---\nid: i\ntitle: I\n---\n\n<!-- @text #z -->\n\n> …\n", "utf-8")
    found = [
        f"{problem.path.name}:{problem.line} {problem.code}" for problem in problems(read_book(tmp_path))
    ]
    assert found == [
        "index.md:6 misplaced",
        "01-a.md:6 unknown-option",
        "01-a.md:10 stray-list",
        "02-b.md:6 unknown-option",
        "zoo.md:3 unknown-key",
        "zoo.md:7 misplaced",
    ]


WEEK = "<!-- @group #week repeat=week {} -->\n\n<!-- @text #next {} -->\n\n> …\n\n<!-- @end -->\n"


def test_a_text_may_recall_an_exercise_or_a_field(tmp_path: Path) -> None:
    here = TEXT.format("word", 'recalls="checkin/week/next signs/one"')
    assert said(tmp_path, signs=TEXT.format("one", ""), checkin=WEEK.format("", ""), on=here) == []


def test_a_recall_of_what_is_not_there_is_warned_of(tmp_path: Path) -> None:
    here = TEXT.format("word", 'recalls="checkin/week/last gone/one checkin/day"')
    assert said(tmp_path, checkin=WEEK.format("", ""), on=here) == ["02-on.md:6 warning unknown-target"] * 3


def test_private_words_are_recalled_above_private_fields_alone(tmp_path: Path) -> None:
    for outer, inner in (("share=no", ""), ("", "share=no")):
        week = WEEK.format(outer, inner)
        open_field = TEXT.format("word", "recalls=checkin/week/next")
        own = TEXT.format("own", "recalls=checkin/week/next share=no")
        assert said(tmp_path, checkin=week, on=f"{open_field}\n{own}") == ["02-on.md:6 error private-recall"]


def test_a_text_is_folded_until_a_date_of_its_group(tmp_path: Path) -> None:
    letter = "<!-- @text #letter folded-until={} -->\n\n> …\n"
    group = "<!-- @group #us -->\n\n{}\n<!-- @text #opens type=date -->\n\n> YYYY-MM-DD\n\n<!-- @end -->\n"
    assert said(tmp_path, a=group.format(letter.format("opens"))) == []
    assert said(tmp_path, a=group.format(letter.format("open"))) == ["01-a.md:8 error bad-value"]
    assert said(tmp_path, a=letter.format("opens")) == ["01-a.md:6 error bad-value"]
