"""When the program fails, it says where, and quotes nothing."""

import os
import resource

import pytest

from .faulty import SECRET
from .starting import Start, begin_to_write


@pytest.mark.parametrize(
    ("fault", "kind"), [("handler", "KeyError"), ("worker", "ValueError"), ("thread", "ValueError")]
)
def test_a_crash_says_where_and_that_all_is_saved_and_quotes_nothing(
    start: Start, fault: str, kind: str
) -> None:
    with start(fault, environ={"PYTHONASYNCIODEBUG": "1", "PYTHONDEVMODE": "1"}) as opened:
        begin_to_write(opened)
        opened.press(SECRET)
        opened.wait_for(SECRET)
        opened.press("f1")
        assert opened.wait_for_end() == 1
        said = opened.raw[opened.raw.rindex(b"\x1b[?1049l") :].decode()
        assert "The workbook stopped because of a fault in it. Every word is saved." in said
        assert f"({kind})" in said
        assert "faulty.py:" in said or fault == "thread"
        assert SECRET not in said
        assert start.word() == SECRET


def test_what_python_says_of_forgotten_tasks_is_not_said(start: Start) -> None:
    with start("forgotten", environ={"PYTHONASYNCIODEBUG": "1"}) as opened:
        opened.press("f1")
        assert opened.wait_for_end() == 0
        assert SECRET.encode() not in opened.raw
        assert b"Traceback" not in opened.raw


def test_no_variable_makes_it_write_down_what_is_on_the_screen(start: Start) -> None:
    logs = start.folder / "logs"
    logs.mkdir()
    asked = {
        "TEXTUAL": "devtools,debug",
        "TEXTUAL_LOG": str(logs / "textual.log"),
        "TEXTUAL_DEBUG": "1",  # keys.log, in the present folder
        "TEXTUAL_SCREENSHOT": "1",
        "TEXTUAL_SCREENSHOT_LOCATION": str(logs),
    }
    before = os.getcwd()
    os.chdir(logs)
    try:
        with start(environ=asked) as opened:
            begin_to_write(opened)
            opened.press(SECRET)
            opened.wait_for(SECRET)
            opened.read(1.5)
            opened.press("ctrl+q")
            assert opened.wait_for_end() == 0
    finally:
        os.chdir(before)
    assert start.word() == SECRET
    assert list(logs.iterdir()) == []


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="only Linux tells the limits of another process")
def test_a_core_file_would_hold_every_word_so_none_is_written(start: Start) -> None:
    before, hard = resource.getrlimit(resource.RLIMIT_CORE)
    if hard == 0:
        pytest.skip("nobody may write one here")
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
    try:
        with start() as opened:
            assert resource.prlimit(opened.child.pid, resource.RLIMIT_CORE)[0] == 0
            opened.press("ctrl+q")
            assert opened.wait_for_end() == 0
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, (before, hard))
