"""Row 13 of the fault matrix: one program writes, any other reads, and takes over when the first is gone."""

import errno
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.answers.another_program import another_program, written
from tests.answers.conftest import Open, until
from workbook.answers import Answers, AnswersError, ReadOnly, held, open_answers, read_answers
from workbook.answers.disk.lock import Lock, is_suspended
from workbook.book import Book

OFTEN = "signs/often"


def test_a_second_program_only_reads_and_says_which_process_writes(
    opened: Open, folder: Path, book: Book
) -> None:
    with another_program(folder, book.folder) as first:
        assert written(first, OFTEN, "of the first") == "True"
        second = opened()
        assert second.read_only == f"open in another terminal (pid {first.pid})"
        assert dict(second) == {OFTEN: "of the first"}
        before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
        with pytest.raises(ReadOnly, match=str(first.pid)):
            second[OFTEN] = "of the second"
        with pytest.raises(ReadOnly):
            second.pick(OFTEN, "daily")
        second.keep_place({"page": "signs"})
        second.keep_setting("theme", "dark")
        assert second.flush()
        assert not second.take_over()
        assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_a_reader_takes_over_when_the_writer_is_killed_and_has_its_last_word(
    opened: Open, folder: Path, book: Book
) -> None:
    with another_program(folder, book.folder) as first:
        second = opened()
        assert second.read_only
        assert written(first, OFTEN, "written later") == "True"
        first.kill()
        first.wait()
        assert second.take_over()
        assert not second.read_only
        assert dict(second) == {OFTEN: "written later"}
        second[OFTEN] = "and changed"
        assert second.flush()
        assert dict(read_answers(folder, book)) == {OFTEN: "and changed"}


@pytest.mark.skipif(shutil.which("ps") is None, reason="needs ps")
def test_where_there_is_no_proc_the_state_of_a_process_is_asked_of_ps(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("workbook.answers.disk.lock.Path", lambda _path: tmp_path / "no proc here")
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as program:
        assert not is_suspended(program.pid)
        program.send_signal(signal.SIGSTOP)
        until(lambda: is_suspended(program.pid))
        program.send_signal(signal.SIGCONT)
        program.communicate(b"\n")
    assert not is_suspended(program.pid)


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="needs job control")
def test_a_suspended_program_still_holds_its_answers_and_is_said_to_be_suspended(
    opened: Open, folder: Path, book: Book
) -> None:
    with another_program(folder, book.folder) as first:
        first.send_signal(signal.SIGSTOP)
        until(lambda: is_suspended(first.pid))
        assert opened().read_only == f"open in another terminal (pid {first.pid}, suspended)"
        first.send_signal(signal.SIGCONT)
        until(lambda: not is_suspended(first.pid))


def test_a_child_that_outlives_the_program_does_not_keep_its_lock(answers: Answers, opened: Open) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", "input(1)"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, close_fds=False
    ) as editor:
        assert editor.stdout is not None
        assert editor.stdout.read(1)  # it runs: no system lets go of a file before that
        answers.close()
        assert not opened().read_only
        editor.communicate(b"\n")


def test_two_books_in_one_folder_do_not_meet(answers: Answers, folder: Path, book: Book) -> None:
    book.id = "another"
    other = open_answers(folder, book)
    assert not other.read_only
    other[OFTEN] = "another book's"
    other.close()
    assert dict(answers) == {}


def test_where_the_disk_knows_no_locks_the_reader_is_told_and_can_write(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(_handle: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("workbook.answers.disk.lock._lock", unsupported)
    answers = opened()
    assert answers.notices == ("This disk cannot lock files: do not open the workbook twice at once.",)
    answers[OFTEN] = "word"
    assert answers.flush()


def test_the_lock_is_held_for_a_command_and_refused_while_another_holds_it(folder: Path, book: Book) -> None:
    with held(folder, book.id):
        assert (folder / "small.lock").stat().st_mode & 0o777 == 0o600
        with pytest.raises(AnswersError, match="open in another terminal"), held(folder, book.id):
            pass
    with held(folder, book.id):
        pass


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"nonsense", b"99999999999 x y\n", b"-1 x y\n", b"1"])
def test_whatever_stands_in_the_lock_file_the_message_is_a_plain_one(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "small.lock"
    first, second = Lock(path), Lock(path)
    assert first.take()
    path.write_bytes(content)
    assert not second.take()
    assert second.holder == "open in another terminal"


def test_a_lock_held_on_another_machine_names_the_machine_without_its_escapes(tmp_path: Path) -> None:
    path = tmp_path / "small.lock"
    first = Lock(path)
    assert first.take()
    path.write_text("4321 2026-11-22T20:15:00Z the\x1b[2Jden\n", "utf-8")
    assert Lock(path).holder == "open on another machine (the[2Jden)"


def test_a_lock_file_that_was_removed_between_opening_and_locking_is_not_taken_for_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "small.lock"
    monkeypatch.setattr("workbook.answers.disk.lock._lock", lambda _handle: path.unlink())
    assert not Lock(path).take()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_in_the_place_of_the_lock_hangs_nothing_and_is_said(folder: Path, opened: Open) -> None:
    folder.mkdir()
    os.mkfifo(folder / "small.lock")
    os.mkfifo(folder / "other.lock")
    answers = opened()
    assert answers.read_only == f"{folder / 'small.lock'} cannot be written: not a plain file"
