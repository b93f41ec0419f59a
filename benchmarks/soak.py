"""Row 25 of the fault matrix: hours of typing at random, `kill -9` at random, and a look at what is left.

    python benchmarks/soak.py [--minutes 120] [--seed 1]

A program types into 50 answers, blanks some, and moves its place, saving as the workbook does; what it is
about to write it first says through a pipe. It is killed after up to a minute, or closed. Then the file is
opened: each answer must be one that stood there within the last 1.5 s before a kill (the very last one after
a close), no stray file may lie in the folder, and the memory of the program may not have grown by 10 MB.

Exit status 1 where one of these failed.
"""

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.made_up import empty_book, words
from workbook.answers import open_answers, read_answers

LATEST = 1.5
"""Seconds of typing that a kill may cost: a second that a change may wait, and one save."""
GROWTH = 10_000_000
"""Bytes that the program may grow by while it runs."""
EXPECTED = {
    "measured.json",
    "measured.json.bak",
    "measured.json.tmp",
    "measured.json.bak.tmp",
    "measured.lock",
}


@dataclass
class Model:
    """What was written, when, in the order it was said."""

    written: dict[str, list[tuple[float, str]]] = field(default_factory=lambda: defaultdict(list))

    def hear(self, line: bytes) -> int:
        """Notes one thing that the program said; returns how many bytes it takes, if that is what it said."""
        said = json.loads(line)
        if "memory" in said:
            return int(said["memory"])
        self.written[said["address"]].append((said["at"], said["value"]))
        return 0

    def differences(self, found: dict[str, str], end: float, *, is_closed: bool) -> list[str]:
        """The addresses whose answer in the file is not one that may be there."""
        earliest = end if is_closed else end - LATEST
        return [
            address
            for address, versions in self.written.items()
            if found.get(address, "") not in self._allowed(versions, earliest)
        ]

    def settle(self, found: dict[str, str]) -> None:
        """What is on the disk is the truth from here on."""
        self.written = defaultdict(list, {address: [(0.0, value)] for address, value in found.items()})

    def _allowed(self, versions: list[tuple[float, str]], earliest: float) -> set[str]:
        before = [value for at, value in versions if at <= earliest]
        return {*before[-1:], *(value for at, value in versions if at > earliest), *([] if before else [""])}


def type_for_ever(folder: Path, pipe: int, seconds: float, seed: int) -> None:
    """Types until it is killed, or for `seconds`, then closes; says everything before it is done."""
    answers, chance = open_answers(folder, empty_book(folder)), random.Random(seed)
    ends, number = time.monotonic() + seconds, 0

    def say(**what: object) -> None:
        os.write(pipe, json.dumps(what).encode() + b"\n")

    while time.monotonic() < ends:
        number += 1
        address = f"typed/answer-{chance.randrange(50)}"
        value = (
            ""
            if chance.random() < 0.1
            else words(chance.randrange(10_000))[: chance.randrange(1, 240)].strip()
        )
        say(address=address, value=value, at=time.monotonic())
        answers[address] = value
        answers.keep_place({"page": address, "block": number % 30})
        if number % 50 == 1:
            say(memory=memory())
        time.sleep(chance.choice((0.02, 0.05, 0.1, 0.4)))
    answers.close()


def memory() -> int:
    """Bytes of this process that are in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def session(folder: Path, model: Model, chance: random.Random) -> Counter[str]:
    """One program, from its start to its kill or close, and what was wrong afterwards."""
    hear, say = os.pipe()
    lives, is_closed = chance.uniform(1, 60), chance.random() < 0.25
    child = os.fork()
    if child == 0:
        os.close(hear)
        type_for_ever(folder, say, lives if is_closed else 1e9, chance.randrange(2**32))
        os._exit(0)
    os.close(say)
    sizes = []
    with open(hear, "rb") as said:
        ends = time.monotonic() + lives
        while is_closed or time.monotonic() < ends:
            line = said.readline()
            if not line:
                break
            sizes.append(model.hear(line))
        end = time.monotonic()
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        for line in said:
            model.hear(line)
    return outcome(folder, model, [size for size in sizes if size], end, is_closed=is_closed)


def outcome(folder: Path, model: Model, sizes: list[int], end: float, *, is_closed: bool) -> Counter[str]:
    """Counts what is wrong in the folder; what is right becomes the beginning of the next session."""
    found = {address: str(value) for address, value in read_answers(folder, empty_book(folder)).items()}
    names = {path.name for path in folder.iterdir() if path.is_file()}
    result = Counter(
        {
            "sessions": 1,
            "closed": int(is_closed),
            "differences": len(model.differences(found, end, is_closed=is_closed)),
            "stray files": len(names - EXPECTED),
            "grown": int(len(sizes) > 1 and sizes[-1] - sizes[1] > GROWTH),
            "writes": sum(map(len, model.written.values())),
        }
    )
    model.settle(found)
    return result


def main() -> int:
    """Runs sessions for the time that was asked for and returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--minutes", type=float, default=120.0)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    chance, model, total = random.Random(chosen.seed), Model(), Counter[str]()
    ends = time.monotonic() + chosen.minutes * 60
    with tempfile.TemporaryDirectory() as made:
        while time.monotonic() < ends:
            total += session(Path(made) / "data", model, chance)
    for name in ("sessions", "closed", "writes", "differences", "stray files", "grown"):
        print(f"{name:12} {total[name]:8d}")
    return 1 if total["differences"] or total["stray files"] or total["grown"] else 0


if __name__ == "__main__":
    sys.exit(main())
