"""An editor that returns at once, its window being its own: its file is watched until the reader is done."""

import signal

from .editors import (
    editor,
    left_over,
    let_save,
    noted,
    quit_workbook,
    show_kept_aside,
    wait_for_return,
    write_and_edit,
)
from .starting import Start, begin_to_write

ASKED = "Is it still open there?"


def test_what_a_window_saves_later_is_taken_in_until_the_reader_is_done(start: Start) -> None:
    does = "later('from a window')\nlater('and once more', 'save again')"
    with start("no_editor_is_slow", environ=editor(start, does)) as opened:
        write_and_edit(opened)
        opened.wait_for(ASKED)
        opened.press("enter")
        opened.wait_until(lambda: ASKED not in opened.text, "the question gone")
        opened.wait_for("open in")  # the field says so
        let_save(start)
        opened.wait_for("from a window")
        let_save(start, "save again")
        opened.wait_for("and once more")
        opened.press("ctrl+z")
        opened.wait_for("from a window")
        opened.press("ctrl+y", "ctrl+o")
        opened.wait_for(ASKED)
        opened.press("tab", "enter")
        opened.wait_until(lambda: left_over(start) == [], "the file removed")
        opened.wait_until(lambda: "open in" not in opened.text, "the field free again")
        quit_workbook(opened)
    assert start.word() == "and once more"
    assert noted(start) == []


def test_what_comes_while_the_question_stands_is_taken_in(start: Start) -> None:
    with start("no_editor_is_slow", environ=editor(start, "later('from a window')")) as opened:
        write_and_edit(opened)
        opened.wait_for(ASKED)
        let_save(start)
        opened.wait_until(lambda: start.word() == "from a window", "the words saved")
        opened.press("tab", "enter")
        opened.wait_until(lambda: left_over(start) == [], "the file removed")
        quit_workbook(opened)
    assert start.word() == "from a window"


def test_on_another_page_the_words_still_go_where_they_belong(start: Start) -> None:
    with start("no_editor_is_slow", environ=editor(start, "later('from a window')")) as opened:
        write_and_edit(opened)
        opened.wait_for(ASKED)
        opened.press("esc", "f4")
        opened.wait_for("On more words")
        let_save(start)
        opened.wait_until(lambda: start.word() == "from a window", "the words saved")
        opened.press("f3")
        opened.wait_for("from a window")
        opened.wait_for("open in")
        quit_workbook(opened)


def test_words_typed_here_meanwhile_are_not_written_over(start: Start) -> None:
    with start("no_editor_is_slow", environ=editor(start, "later('from a window')")) as opened:
        write_and_edit(opened)
        opened.wait_for(ASKED)
        opened.press("esc")
        opened.press(" and typed here")
        opened.wait_for("typed and typed here")
        let_save(start)
        opened.wait_for("What you saved in")
        assert "typed and typed here" in opened.text
        opened.press("ctrl+o")
        opened.wait_for(ASKED)
        opened.press("tab", "enter")
        show_kept_aside(opened)
        opened.wait_for("from a window")
        assert "typed and typed here" in opened.text
        opened.press("enter")
        opened.wait_until(lambda: left_over(start) == [], "the words taken")
        opened.press("esc")
        quit_workbook(opened)
    assert start.word() == "from a window"


def test_leaving_takes_in_what_the_window_has_saved_last(start: Start) -> None:
    faults = ("slow_to_save", "no_editor_is_slow")
    with start(*faults, environ=editor(start, "later('from a window')")) as opened:
        write_and_edit(opened)
        opened.wait_for(ASKED)
        let_save(start)
        opened.wait_until(
            lambda: any(path.read_text() == "from a window" for path in left_over(start)), "the save"
        )
        opened.kill(signal.SIGTERM)
        assert opened.wait_for_end() == 143
    assert start.word() == "from a window"


def test_what_the_window_saves_after_the_end_is_offered_at_the_next_start(start: Start) -> None:
    with start("no_editor_is_slow", environ=editor(start, "later('after the end')")) as opened:
        write_and_edit(opened)
        opened.wait_for(ASKED)
        opened.press("esc")
        quit_workbook(opened)
        assert start.word() == "typed"
    with start() as opened:
        let_save(start)
        opened.wait_until(
            lambda: any(path.read_text() == "after the end" for path in left_over(start)), "the save"
        )
        quit_workbook(opened)
    with start() as opened:
        opened.wait_for("Words that you")
        show_kept_aside(opened)
        opened.wait_for("after the end")
        quit_workbook(opened)


def test_a_quick_editor_that_has_changed_the_text_is_not_asked_about(start: Start) -> None:
    with start(environ=editor(start, "save('changed at once')")) as opened:
        write_and_edit(opened)
        opened.wait_for("changed at once")
        assert ASKED not in opened.text
        quit_workbook(opened)


def test_an_editor_that_was_only_looked_into_is_not_asked_about(start: Start) -> None:
    with start(environ=editor(start, "time.sleep(1.2)")) as opened:
        write_and_edit(opened)
        wait_for_return(opened)
        assert ASKED not in opened.text
        assert left_over(start) == []
        quit_workbook(opened)


def test_a_second_workbook_lends_nothing_to_an_editor(start: Start) -> None:
    with start(), start(environ=editor(start, "save('lost')")) as second:
        begin_to_write(second)
        second.press("ctrl+o")
        second.wait_for("cannot be edited here")
        assert left_over(start) == []
        quit_workbook(second)
