"""Row 15 of the fault matrix: a disk that takes 30 ms, 100 ms or 5 s longer to confirm each write.

    python benchmarks/slow_disk.py [--seconds 5]

Types 20 keys a second beside it. `late` is how much longer than asked a sleep of 2 ms takes beside the
saver thread, `key` what setting an answer takes; then `states` that the program could show, and how long
closing took and whether it said that everything is on the disk. It waits two seconds at most.

Exit status 1 where a key waited more than 20 ms or closing more than 2.5 s.
"""

import argparse
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from benchmarks.made_up import filled
from benchmarks.stalls import ADDRESS, percentile, typed


@contextmanager
def slower(seconds: float) -> Iterator[None]:
    """Every confirmation that the saver thread waits for takes so much longer."""
    fsync = os.fsync

    def slow(handle: int) -> None:
        if threading.current_thread().name == "saver":
            time.sleep(seconds)
        fsync(handle)

    with patch.object(os, "fsync", slow):
        yield


def measured(delay: float, seconds: float) -> tuple[str, bool]:
    """The line for a disk that is `delay` seconds slower, and whether it is within the bounds."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        answers = filled(Path(folder) / "data", 500)
        with slower(delay):
            stalls = typed(answers, seconds)
            answers[ADDRESS] = "the last word"
            begun = time.monotonic()
            saved = answers.close()
            closing = time.monotonic() - begun
    late, keys = stalls.late, stalls.keys
    states = ", ".join(sorted(stalls.states))
    line = (
        f"{delay * 1000:8.0f} {percentile(late, 0.99):9.1f} {max(late):6.1f} {max(keys):8.2f}"
        f"  {states:16} {closing:7.2f} s, {'saved' if saved else 'says: not saved'}"
    )
    return line, max(keys) <= 20 and closing <= 2.5


def main() -> int:
    """Prints the table and returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seconds", type=float, default=5.0, help="of typing for each delay")
    chosen = parser.parse_args()
    print(f"{'+ ms':>8} {'late p99':>9} {'max':>6} {'key max':>8}  {'states':16} {'closing':>9}")
    fine = True
    for delay in (0.0, 0.03, 0.1, 5.0):
        line, within = measured(delay, chosen.seconds)
        print(line, flush=True)
        fine = fine and within
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
