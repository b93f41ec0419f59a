"""One document of a good file of a thousand answers is bent at a time: every other answer is still there.

    python -m benchmarks.one_bent_answer [--times 10000] [--seed 1]

Each file is read, and what it holds is compared with what it held before. Exit status 1 where an answer is
missing, or where the bent one can be seen nowhere; the seed of the file is then said.
"""

import argparse
import sys
from random import Random

from tests.answers.mutations import bent, good
from tests.answers.test_unread import can_be_seen, others_are_there
from workbook.answers.document.state import State
from workbook.answers.errors import Damaged
from workbook.answers.file.damage import loaded


def _fails(before: State, seed: int) -> str:
    """What went wrong with the file of this seed; empty where nothing did."""
    raw, table, name = bent(before, Random(seed))
    try:
        state = loaded(raw)
    except Damaged as damage:
        return f"{table}/{name}: {damage}"
    if not others_are_there(before, state, table, name):
        return f"{table}/{name}: other answers are gone"
    if table == "answers" and not can_be_seen(state, before, name):
        return f"{table}/{name} can be seen nowhere"
    return ""


def main() -> int:
    """Bend as many files as were asked for; the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--times", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    before = good()
    failed = 0
    for seed in range(options.seed, options.seed + options.times):
        if said := _fails(before, seed):
            failed += 1
            print(f"seed {seed}: {said}", flush=True)
    print(f"{options.times} files, {failed} of them lost something")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
