"""Two windows over the same answers: the second one reads, and takes over when the first one ends."""

import signal

import pytest

from .starting import Start, begin_to_write


@pytest.mark.parametrize("how", ["ctrl+q", signal.SIGKILL], ids=["quit", "kill"])
def test_the_second_window_only_reads_and_takes_over_when_the_first_ends(
    start: Start, how: signal.Signals | str
) -> None:
    with start() as first:
        begin_to_write(first)
        first.press("from the first")
        first.wait_for("saved")
        first.wait_until(lambda: start.word() == "from the first", "the first words on the disk")
        with start() as second:
            second.wait_for(f"read-only: open in another terminal (pid {first.child.pid})")
            second.wait_for("from the first")  # it opens where the first one is
            second.press("end", " and the second")
            first.press(" window")
            first.wait_until(lambda: start.word() == "from the first window", "the rest of them")
            assert "and the second" not in second.text
            if isinstance(how, str):
                first.press(how)
            else:
                first.kill(how)
            first.wait_for_end()
            second.wait_for("The other copy has ended.")
            second.wait_for("from the first window")
            second.press("end", ", then the second")
            second.wait_until(
                lambda: start.word() == "from the first window, then the second", "words on disk"
            )
            second.press("ctrl+q")
            assert second.wait_for_end() == 0
