"""Rows 9 and 12 of the fault matrix: every way in which the program ends or is left for a while, many times.

    python benchmarks/endings.py [--trials 20] [--rounds 50]

Some words are typed of which none is saved by itself; then the end comes. Measured are the milliseconds until
the words are on the disk, and until the program is gone. The program is also stopped and continued, and the
editor opened, again and again.

Exit status 1 where a word was lost, a status was wrong, or a terminal was not given back.
"""

import argparse
import shlex
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.e2e.starting import Start, begin_to_write
from tests.e2e.terminal import Window

WORDS = "every word of this"
ENDINGS: dict[str, tuple[str, Callable[[Window], None], int]] = {
    "SIGTERM": ("", lambda window: window.kill(signal.SIGTERM), 143),
    "SIGHUP": ("", lambda window: window.kill(signal.SIGHUP), 129),
    "SIGINT": ("", lambda window: window.kill(signal.SIGINT), 130),
    "window closed": ("", lambda window: window.hang_up(), 129),
    "handler fails": ("handler", lambda window: window.press("f1"), 1),
    "worker fails": ("worker", lambda window: window.press("f1"), 1),
    "sys.exit": ("leave", lambda window: window.press("f1"), 7),
    "F9": ("", lambda window: window.press("f9"), 0),
    "Ctrl+Q": ("", lambda window: window.press("ctrl+q"), 0),
}
"""By name: the fault put into the program, what ends it, its exit status."""


def ended(name: str) -> tuple[float, float] | None:
    """Milliseconds until the words were on the disk, and until the program was gone; None where it failed."""
    fault, end, status = ENDINGS[name]
    with tempfile.TemporaryDirectory() as folder:
        start = Start(Path(folder))
        with start("slow_to_save", *([fault] if fault else [])) as window:
            begin_to_write(window)
            window.press(WORDS)
            window.wait_for(WORDS)
            begun = time.perf_counter()
            end(window)
            while start.word() != WORDS and window.child.isalive():
                window.read(0.001) if window.is_open else time.sleep(0.001)
            saved = time.perf_counter()
            right = window.wait_for_end() == status and start.word() == WORDS
            gone = time.perf_counter()
            given_back = window.child.closed or window.modes_now == window.modes
    return ((saved - begun) * 1000, (gone - begun) * 1000) if right and given_back else None


def stopped(rounds: int) -> bool:
    """Whether the program went on, all words saved, each time it was stopped and continued."""
    with tempfile.TemporaryDirectory() as folder:
        start = Start(Path(folder))
        with start("slow_to_save") as window:
            begin_to_write(window)
            for number in range(rounds):
                window.press(f"{number},")
                window.kill(signal.SIGTSTP)
                window.wait_until(lambda: window.modes_now == window.modes, "the terminal given back")
                time.sleep(0.3)
                window.kill(signal.SIGCONT)
                window.wait_until(lambda: window.modes_now != window.modes, "the terminal taken again")
            window.press("f9")
            window.wait_for_end()
        return start.word() == "".join(f"{number}," for number in range(rounds))


def edited(rounds: int) -> bool:
    """Whether the editor gave back what it was given plus a letter, each time."""
    with tempfile.TemporaryDirectory() as folder:
        start = Start(Path(folder))
        script = Path(folder) / "editor"
        script.write_text(
            "import sys, pathlib\npathlib.Path(sys.argv[1]).open('a').write('x')\n", encoding="utf-8"
        )
        with start(environ={"EDITOR": shlex.join([sys.executable, str(script)])}) as window:
            begin_to_write(window)
            for number in range(rounds):
                window.press("ctrl+o")
                window.wait_until(
                    lambda wanted="x" * (number + 1): start.word() == wanted, "the edited words"
                )
            window.press("f9")
            window.wait_for_end()
        return start.word() == "x" * rounds


def main() -> int:
    """Runs everything, prints the figures, and returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--trials", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=50)
    chosen = parser.parse_args()
    failed = 0
    for name in ENDINGS:
        times = [ended(name) for _ in range(chosen.trials)]
        good = [pair for pair in times if pair]
        failed += len(times) - len(good)
        print(f"{name:14} {len(good)} of {len(times)} whole", end="")
        for what, values in zip(("on the disk", "gone"), zip(*good, strict=True), strict=False):
            print(f"; {what} after {statistics.median(values):.0f} ms, at worst {max(values):.0f}", end="")
        print(flush=True)
    for name, survives in (("stopped", stopped), ("edited", edited)):
        is_good = survives(chosen.rounds)
        failed += not is_good
        print(
            f"{name:14} {chosen.rounds} times in one session: {'whole' if is_good else 'FAILED'}", flush=True
        )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
