"""Then and now on paper: words by day, the newest first; tables of six entries, the newest six first."""

from datetime import date
from pathlib import Path

from markdown_it import MarkdownIt

from tests.books import book_of
from tests.export.test_history import WEEK, then, weeks
from workbook.book import Answer
from workbook.export import history_lines

TODAY = date(2026, 11, 26)


def lines(folder: Path, name: str, answers: dict[str, Answer]) -> list[str]:
    return history_lines(then(book_of(folder, us=WEEK), name, answers), TODAY)


def test_words_stand_by_their_day_the_newest_first_and_numbers_in_a_table(tmp_path: Path) -> None:
    answers = weeks(valued=["Soup.", "Two\nlines."], near=[3, 4])
    assert "\n".join(lines(tmp_path, "week", answers)) == (
        "**One thing I valued**\n\n"
        "*2 November*\n\n> Two  \n> lines.\n\n"
        "*26 October*\n\n> Soup.\n\n"
        "**How near?**\n\n"
        "|  | 26 October | 2 November |\n| --- | ---: | ---: |\n| 1–7 | 3 | 4 |".replace("|  |", "| |")
    )


def test_eight_weeks_are_a_table_of_six_and_one_of_two_before_them(tmp_path: Path) -> None:
    answers: dict[str, Answer] = {f"us/week@2026-W{40 + n}/near": 1 + n % 7 for n in range(8)}
    heads = [line for line in lines(tmp_path, "week", answers) if "September" in line or "October" in line]
    assert [head.count("|") - 2 for head in heads] == [6, 2]
    assert "12 October" in heads[0]
    assert heads[1] == "| | 28 September | 5 October |"


def test_what_was_left_and_what_was_not_answered_differ_and_last_year_is_named(tmp_path: Path) -> None:
    answers: dict[str, Answer] = {"us/week@2025-W48/near": 2, "us/week@2026-W40/signs/fun": True}
    found = lines(tmp_path, "week", answers)
    assert "| | 24 November 2025 | 28 September |" in found
    assert "| fun | | ■ |" in found
    assert "| We talked. | | · |" in found


def test_words_of_the_reader_cannot_break_out_of_their_place(tmp_path: Path) -> None:
    wicked = "**bold** | a\n\n# heading\n<!-- x -->\n```"
    text = "\n".join(lines(tmp_path, "week", weeks(valued=[wicked], near=[1])))
    html = MarkdownIt("gfm-like").render(text)
    assert html.count("<table>") == 1
    assert html.count("<h1>") == html.count("<!--") == html.count("<pre>") == 0
    assert html.count("<strong>") == 2
