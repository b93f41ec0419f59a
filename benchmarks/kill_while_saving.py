"""Row 1 of the fault matrix: `kill -9` at a random moment of a program that does nothing but save.

    python benchmarks/kill_while_saving.py [--trials 500] [--sizes 50 500 5000]

Each trial forks a program that writes one answer again and again, among others that make up the size, and
says after each save which version is on the disk. It is killed, and the file is read: it must be whole, hold
one of the versions as it was written, and none older than the last that was said to be saved. The same is
done with TinyDB's own storage: where that came through, the harness would prove nothing.

Exit status 1 where the workbook lost anything, or TinyDB's storage damaged 5 % or less.
"""

import argparse
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import JSONStorage
from tinydb.table import Document

from benchmarks.made_up import empty_book, filled, words
from workbook.answers import open_answers

ADDRESS = "killed/while-saving"
LONGEST = 40_000
"""Characters of the longest version; the shortest has one."""

LEFT = ".tmp left"

Write = Callable[[str], None]
"""Writes a version and returns once it is said to be on the disk."""


def version(number: int, kind: str) -> str:
    """The text that is written as number `number`: of any length, or shorter at each writing."""
    if kind == "mixed":
        length = random.Random(number).randint(1, LONGEST)
    else:
        length = LONGEST - (number % 20) * (LONGEST // 20)
    return f"{number}:" + chr(ord("a") + number % 26) * length


class Workbook:
    """The workbook's answers, as the program keeps them."""

    name = "workbook"

    def __init__(self, folder: Path, count: int) -> None:
        self.folder = folder
        self.file = folder / "measured.json"
        answers = filled(folder, count)
        answers[ADDRESS] = version(0, "mixed")
        answers.close()

    def opened(self) -> Write:
        """Opens the answers and returns how one of them is written and saved."""
        answers = open_answers(self.folder, empty_book(self.folder))

        def write(text: str) -> None:
            answers[ADDRESS] = text
            if not answers.flush(60):
                raise OSError(answers.saving.reason)

        return write

    def found(self) -> str:
        """The answer that is on the disk; raises ValueError or KeyError where the file is damaged."""
        value: str = json.loads(self.file.read_bytes())["answers"][ADDRESS]["value"]
        return value


class InPlace:
    """TinyDB with the storage that comes with it."""

    name = "JSONStorage"

    def __init__(self, folder: Path, count: int) -> None:
        self.folder = folder
        self.file = folder / "db.json"
        folder.mkdir()
        answers: list[dict[str, Any]] = [
            {"value": words(number), "asked": "?" * 150} for number in range(count)
        ]
        with TinyDB(self.file, storage=JSONStorage) as database:
            database.insert(Document({"value": version(0, "mixed")}, 1_000_000))
            database.insert_multiple(answers)

    def opened(self) -> Write:
        """Opens the database and returns how one document of it is updated."""
        database = TinyDB(self.file, storage=JSONStorage)

        def write(text: str) -> None:
            database.update({"value": text}, doc_ids=[1_000_000])

        return write

    def found(self) -> str:
        """The answer that is on the disk; raises ValueError or KeyError where the file is damaged."""
        value: str = json.loads(self.file.read_bytes())["_default"]["1000000"]["value"]
        return value


Store = Workbook | InPlace


def write_for_ever(store: Store, kind: str, begin: int, pipe: int) -> None:
    """Writes version after version from `begin`, and says of each through `pipe` when it is saved."""
    write = store.opened()
    for number in range(begin, sys.maxsize):
        write(version(number, kind))
        os.write(pipe, b"%d\n" % number)


def killed(store: Store, kind: str, begin: int, size: int) -> int:
    """Starts the writing, kills it some saves later, and returns the last version said to be saved."""
    hear, say = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(hear)
        write_for_ever(store, kind, begin, say)
    os.close(say)
    with open(hear, "rb") as saved:
        said = [saved.readline()]
        time.sleep(random.uniform(0, 0.05 + size / 10_000))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        said += saved.readlines()
    return max((int(line) for line in said if line.endswith(b"\n")), default=begin - 1)


def outcome(store: Store, kind: str, saved: int) -> str:
    """What became of the file: "whole", "damaged", "spliced" or "lost" (an older version than `saved`)."""
    try:
        text = store.found()
        number = int(text.partition(":")[0])
    except (OSError, ValueError, KeyError, TypeError):
        return "damaged"
    if text != version(number, kind):
        return "spliced"
    return "whole" if number >= saved else "lost"


def trials(store: Store, kind: str, size: int, count: int) -> Counter[str]:
    """The outcomes of `count` kills; a damaged file is replaced by the last whole one."""
    whole = store.file.with_name("whole")
    found: Counter[str] = Counter()
    begin = 1
    for _ in range(count):
        shutil.copyfile(store.file, whole)
        saved = killed(store, kind, begin, size)
        result = outcome(store, kind, saved)
        found[result] += 1
        found["saves"] += saved - begin + 1
        found[LEFT] += store.file.with_name(f"{store.file.name}.tmp").exists()
        if result != "whole":
            os.replace(whole, store.file)
        begin = saved + 100
    return found


def runs(sizes: list[int], count: int) -> Iterator[tuple[str, Counter[str]]]:
    """Every combination of storage, size and kind of text, printed as it ends."""
    columns = ("damaged", "spliced", "lost", LEFT)
    print(f"{'storage':12}{'file':>9} {'texts':10}{'kills':>6}{'saves':>7}", *columns, sep="  ")
    for made in (Workbook, InPlace):
        for size in sizes:
            for kind in ("mixed", "shrinking"):
                with tempfile.TemporaryDirectory() as folder:
                    store = made(Path(folder) / "data", size * 1000 // 450)
                    found = trials(store, kind, size, count)
                figures = (f"{found[column]:{len(column)}d}" for column in columns)
                line = f"{made.name:12}{size:6d} KB {kind:10}{count:6d}{found['saves']:7d}"
                print(line, *figures, sep="  ", flush=True)
                yield made.name, found


def main() -> int:
    """Runs the trials and returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--trials", type=int, default=500, help="kills for each line of the table")
    parser.add_argument("--sizes", type=int, nargs="+", default=[50, 500, 5000], help="KB of the file")
    chosen = parser.parse_args()
    bad: Counter[str] = Counter()
    kills: Counter[str] = Counter()
    for name, found in runs(chosen.sizes, chosen.trials):
        bad[name] += found["damaged"] + found["spliced"] + found["lost"]
        kills[name] += chosen.trials
    shares = {name: bad[name] / kills[name] for name in kills}
    print("   ".join(f"{name}: {bad[name]} of {kills[name]} kills lost something" for name in kills))
    return 0 if shares["workbook"] == 0 and shares["JSONStorage"] > 0.05 else 1


if __name__ == "__main__":
    sys.exit(main())
