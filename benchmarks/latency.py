"""Row 16 of the fault matrix: how long a key waits for the saver thread, and how long a save takes.

    python benchmarks/latency.py [--sizes 100 1000 3000 10000] [--seconds 10]

Types 20 keys a second among so many answers. `late` is how much longer than asked a sleep of 2 ms takes
beside the saver thread, `key` what setting an answer takes, `save` what a flush of one changed answer takes.
The line `nobody saves` is the same loop with nothing typed: what the machine itself is late.

Exit status 1 where a bound is not kept.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.made_up import filled
from benchmarks.stalls import ADDRESS, TICK, median, percentile, typed
from workbook.answers import Answers

BOUNDS = {100: (5, 2), 1000: (10, 10), 3000: (16, 20), 10_000: (50, 80)}
"""By size, the bounds of the matrix in ms: `late` at the 99th percentile, `save` at the median."""
SAVES = 100
"""How many saves are timed: after a pause the first ten take twice as long as the others."""


def line(size: int, seconds: float) -> tuple[str, bool]:
    """The figures for `size` answers, and whether they keep their bounds."""
    with tempfile.TemporaryDirectory() as folder:
        answers = filled(Path(folder) / "data", size)
        stalls = typed(answers, seconds)
        saves = [_saved(answers, f"version {number}") for number in range(SAVES)]
        answers.close()
    late, keys = stalls.late, stalls.keys
    bounds = BOUNDS.get(size)
    is_kept = not bounds or (percentile(late, 0.99) <= bounds[0] and median(saves) <= bounds[1])
    figures = (
        f"{size:12d} {percentile(late, 0.99):9.1f} {max(late):6.1f} {percentile(keys, 0.99):9.2f}"
        f" {max(keys):6.2f} {median(saves):9.1f} {max(saves):6.1f} "
    )
    return figures + "{:>8} {:>6}".format(*(bounds or ("", ""))), is_kept


def _saved(answers: Answers, text: str) -> float:
    """Milliseconds until `text` is on the disk."""
    answers[ADDRESS] = text
    begun = time.monotonic()
    answers.flush(60)
    return (time.monotonic() - begun) * 1000


def idle(seconds: float) -> str:
    """How late the machine is by itself."""
    late = []
    for _ in range(int(seconds / TICK)):
        begun = time.monotonic()
        time.sleep(TICK)
        late.append((time.monotonic() - begun - TICK) * 1000)
    return f"{'nobody saves':12} {percentile(late, 0.99):9.1f} {max(late):6.1f}"


def main() -> int:
    """Prints the table and returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(BOUNDS))
    parser.add_argument("--seconds", type=float, default=10.0, help="of typing for each size")
    chosen = parser.parse_args()
    columns = ("late p99", "key p99", "save p50")
    print(f"{'ms':>12}", *(f"{name:>9} {'max':>6}" for name in columns), f"{'bounds':>8}")
    print(idle(chosen.seconds))
    kept = []
    for size in chosen.sizes:
        figures, is_kept = line(size, chosen.seconds)
        print(figures, flush=True)
        kept.append(is_kept)
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
