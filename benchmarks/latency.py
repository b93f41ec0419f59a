"""Row 16 of the fault matrix: how long a key waits for the saver thread, and how long a save takes.

    python benchmarks/latency.py [--sizes 100 1000 3000 10000] [--seconds 10]

Types 20 keys a second among so many answers. `late` is how much longer than asked a sleep of 2 ms takes
beside the saver thread, `key` what setting an answer takes, `save` what a flush of one changed answer takes.
The line `nobody saves` is the same loop with nothing typed: what the machine itself is late.
"""

import argparse
import tempfile
import time
from pathlib import Path

from benchmarks.made_up import filled
from benchmarks.stalls import ADDRESS, TICK, median, percentile, typed

BOUNDS = {100: (5, 2), 1000: (10, 10), 3000: (16, 20), 10_000: (50, 80)}
"""By size, the bounds of the matrix in ms: `late` at the 99th percentile, `save` at the median."""


def line(size: int, seconds: float) -> str:
    """The figures for `size` answers."""
    with tempfile.TemporaryDirectory() as folder:
        answers = filled(Path(folder) / "data", size)
        stalls = typed(answers, seconds)
        saves = []
        for number in range(20):
            answers[ADDRESS] = f"version {number}"
            begun = time.monotonic()
            answers.flush(60)
            saves.append((time.monotonic() - begun) * 1000)
        answers.close()
    late, keys = stalls.late, stalls.keys
    bound = "{:>8} {:>6}".format(*BOUNDS.get(size, ("", "")))
    return (
        f"{size:12d} {percentile(late, 0.99):9.1f} {max(late):6.1f} {percentile(keys, 0.99):9.2f}"
        f" {max(keys):6.2f} {median(saves):9.1f} {max(saves):6.1f} {bound}"
    )


def idle(seconds: float) -> str:
    """How late the machine is by itself."""
    late = []
    for _ in range(int(seconds / TICK)):
        begun = time.monotonic()
        time.sleep(TICK)
        late.append((time.monotonic() - begun - TICK) * 1000)
    return f"{'nobody saves':12} {percentile(late, 0.99):9.1f} {max(late):6.1f}"


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(BOUNDS))
    parser.add_argument("--seconds", type=float, default=10.0, help="of typing for each size")
    chosen = parser.parse_args()
    columns = ("late p99", "key p99", "save p50")
    print(f"{'ms':>12}", *(f"{name:>9} {'max':>6}" for name in columns), f"{'bounds':>8}")
    print(idle(chosen.seconds))
    for size in chosen.sizes:
        print(line(size, chosen.seconds), flush=True)


if __name__ == "__main__":
    main()
