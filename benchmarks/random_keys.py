"""Everything at random: whatever is done to it, the program neither stops, nor hangs, nor loses a word.

    python benchmarks/random_keys.py [--minutes 5] [--at-once 2] [--seed N] [--book DIR] [--without FORM,…]
    python benchmarks/random_keys.py --control

Each life is a folder in which the program is started, tried and ended again and again. A round is a batch of
anything (keys with and without modifiers, clicks, drags, the wheel, pastes, many scripts, windows of every
size, Ctrl+Z of a shell, the clock moved to other days), of which it is known whether it can add to texts, cut
them, set ticks, or change nothing at all; what the file then holds is judged by that. After it a word that
stands nowhere else is brought into a field, in one of many ways, and 1.6 seconds after it was drawn it must
stand in the file, at its address, beside all that was there. A start ends with Ctrl+Q, F9, TERM, HUP, a
closed window, a `kill -9`: with its own exit status, and with every word that was promised.

What is wrong is shown by kind, the first ones of each with what was sent since all was well. A seed does the
same again but for the time that things take. `--without` leaves out forms by the name that is shown ("lost:
bell pasted"), to look behind a fault that is known. `--control` breaks the program on purpose, in one way
after another, and says of each whether it was noticed for what it is, and when. Exit status 1 where
something was wrong, or went unnoticed.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.adversary.forms import names
from benchmarks.adversary.life import Life
from benchmarks.adversary.seat import library_of_clocks
from benchmarks.adversary.started import FAULTS, SOUND, Broken
from benchmarks.adversary.verdict import Fault
from benchmarks.ratios import share
from workbook.answers import AnswersError, read_answers
from workbook.book import read_book

BOOK = Path(__file__).parents[1] / "chapters"
SHOWN = 3
"""How many faults of one kind are shown in full."""
CONTROL = 20.0
"""Minutes after which a fault that was put in is missed, however few words a busy machine lets through."""


def live(
    book: Path, seed: int, is_over: Callable[[Life], bool], *, without: str, fault: Broken = SOUND
) -> Life:
    """A life until it `is_over`; with a `fault` put in, for a control."""
    with tempfile.TemporaryDirectory() as name:
        life = Life(Path(name), book, read_book(book).id, seed, without=without, fault=fault)
        life.live(lambda: is_over(life))
        life.verdict.faults += [
            Fault("file", f"seed {seed}: {said}") for said in _torn(life.seat.file.parent, book)
        ]
    return life


def _torn(folder: Path, book: Path) -> list[str]:
    """What is wrong with the folder that was left: nobody but the program wrote in it."""
    try:
        found = read_answers(folder, read_book(book))
    except AnswersError as error:
        return [str(error)]
    stray = [path.name for path in folder.iterdir() if "damaged" in path.name]
    return [*found.notices, *stray]


def report(lives: Sequence[Life]) -> None:
    """What was done, how soon it was answered, and what was wrong."""
    kinds = defaultdict(list)
    for fault in (fault for life in lives for fault in life.verdict.faults):
        kinds[fault.kind].append(fault.text)
    for kind, texts in sorted(kinds.items()):
        print(f"\n== {kind}: {len(texts)} times\n", *texts[:SHOWN], sep="\n")
    answered = [seconds for life in lives for seconds in life.seat.answered]
    late = [seconds for life in lives for seconds in life.verdict.late]
    print(f"\n{_done(lives)}")
    print(
        f"keys answered: p50 {share(answered, 0.5):.3f} s, p99 {share(answered, 0.99):.3f} s, "
        f"slowest {max(answered):.3f} s; saved late: {len(late)}, at most {max(late, default=0):.1f} s"
    )
    print(f"{sum(map(len, kinds.values()))} faults of {len(kinds)} kinds")


def _done(lives: Sequence[Life]) -> str:
    """How much was done, and how fast: by the clock, and by the time in which the machine let it run."""
    starts, rounds = (sum(getattr(life.verdict, name) for life in lives) for name in ("starts", "rounds"))
    words, fieldless = sum(life.arriving.words for life in lives), sum(life.fieldless for life in lives)
    minutes, own = (sum(getattr(life, name) for life in lives) or 1 for name in ("minutes", "own"))
    ends = sum((life.ends for life in lives), Counter[str]())
    return (
        f"{len(lives)} lives, {starts} starts, {rounds} rounds ({fieldless} found no field), {words} words: "
        f"{words / minutes:.1f} a minute of a life, {words / own:.1f} a minute in which it could run\n"
        f"ended: {', '.join(f'{name} {count}' for name, count in ends.most_common())}"
    )


def control(book: Path, seed: int, at_once: int) -> bool:
    """Whether every fault that is put in was noticed for what it is; says how, and after how long."""
    with ThreadPoolExecutor(at_once) as pool:
        caught = [pool.submit(_catch, book, seed, fault) for fault in FAULTS]
    return not [one for one in caught if not one.result()]


def _catch(book: Path, seed: int, fault: Broken) -> bool:
    others = ",".join(names() - {"letters", "slow letters"})
    begun = time.monotonic()

    def is_over(life: Life) -> bool:
        is_late = life.arriving.words >= fault.words or time.monotonic() > begun + CONTROL * 60
        return is_late or any(found.kind.startswith(fault.kinds) for found in life.verdict.faults)

    life = live(book, seed, is_over, without=others, fault=fault)
    kinds = list(dict.fromkeys(found.kind for found in life.verdict.faults))
    is_caught = any(kind.startswith(fault.kinds) for kind in kinds)
    print(
        f"{fault.name:12} {'caught' if is_caught else 'MISSED'} after {time.monotonic() - begun:4.0f} s, "
        f"{life.verdict.starts} starts, {life.arriving.words} of {fault.words} words: {', '.join(kinds)}",
        flush=True,
    )
    return is_caught


def main() -> int:
    """Runs lives for the time that was asked for and returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--at-once", type=int, default=2)
    parser.add_argument("--seed", type=int, default=random.randrange(10_000))
    parser.add_argument("--book", type=Path, default=BOOK)
    parser.add_argument("--without", default="", help=", ".join(sorted(names())))
    parser.add_argument("--control", action="store_true")
    chosen = parser.parse_args()
    book = chosen.book.resolve()
    print(
        f"seed {chosen.seed}; clock: {library_of_clocks() or 'not moved, libfaketime is missing'}", flush=True
    )
    if chosen.control:
        return 0 if control(book, chosen.seed, chosen.at_once) else 1
    until = time.monotonic() + chosen.minutes * 60
    with ThreadPoolExecutor(chosen.at_once) as pool:
        begun = [
            pool.submit(live, book, seed, lambda _: time.monotonic() > until, without=chosen.without)
            for seed in range(chosen.seed, chosen.seed + chosen.at_once)
        ]
        lives = [life.result() for life in begun]
    report(lives)
    return 1 if any(life.verdict.faults for life in lives) else 0


if __name__ == "__main__":
    sys.exit(main())
