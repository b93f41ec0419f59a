"""Row 3 of the fault matrix: the power goes while the workbook saves, on a disk of its own (needs root).

    python benchmarks/power_cut.py [--cuts 200] [--options noauto_da_alloc,data=writeback]

A small ext4 in a file is mounted, and a program on it writes one answer again and again. Stopped at a random
moment, the file of the file system holds what the disk had confirmed and perhaps some more, and nothing of
what only memory knew. It is copied, the copy is mounted as after a power cut, and the answers are read from
it. The same is done with TinyDB's own storage.

Exit status 1 where the workbook lost anything or the other storage nothing, 2 where nothing could be mounted.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.kill_while_saving import InPlace, Store, Workbook, outcome, write_for_ever

SIZE = 32_000_000
"""Bytes of the file system: enough for its journal, and quick to copy."""
ANSWERS = 110
"""About 50 KB."""


@contextmanager
def mounted(image: Path, at: Path, options: str) -> Iterator[None]:
    """The file system in `image`, mounted; raises CalledProcessError where it cannot be."""
    at.mkdir(exist_ok=True)
    subprocess.run(["mount", "-o", f"loop,{options}".rstrip(","), image, at], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", at], check=True)


def cut(store: Store, image: Path, copy: Path, begin: int) -> int:
    """Lets the store write, cuts the power once, and returns the last version said to be saved by then."""
    hear, say = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(hear)
        write_for_ever(store, "shrinking", begin, say)
    os.close(say)
    with open(hear, "rb") as said:
        last = int(said.readline())
        time.sleep(random.uniform(0, 0.1))
        os.kill(child, signal.SIGSTOP)
        os.waitpid(child, os.WUNTRACED)
        os.set_blocking(hear, False)
        last = max([last, *map(int, (said.read() or b"").split())])
        shutil.copyfile(image, copy)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    return last


def cuts(made: type[Workbook] | type[InPlace], count: int, options: str, folder: Path) -> Counter[str]:
    """The outcomes of `count` power cuts."""
    image, copy, found = folder / "disk", folder / "after", Counter[str]()
    begin = 1
    for turn in range(count):
        if turn % 20 == 0:  # a new one now and then: a store that damages its file cannot go on
            with image.open("wb") as file:
                file.truncate(SIZE)
            subprocess.run(["mkfs.ext4", "-q", "-F", image], check=True)
        with mounted(image, folder / "mounted", options):
            shutil.rmtree(folder / "mounted" / "data", ignore_errors=True)
            store = made(folder / "mounted" / "data", ANSWERS)
            os.sync()
            last = cut(store, image, copy, begin)
        with mounted(copy, folder / "mounted", options):
            found[outcome(store, "shrinking", last)] += 1
        begin = last + 100
    return found


def main() -> int:
    """Cuts the power and returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--cuts", type=int, default=200)
    parser.add_argument("--options", default="", help="of mount, e.g. noauto_da_alloc,data=writeback")
    chosen = parser.parse_args()
    bad = {}
    try:
        for made in (Workbook, InPlace):
            with tempfile.TemporaryDirectory() as folder:
                found = cuts(made, chosen.cuts, chosen.options, Path(folder))
            bad[made.name] = chosen.cuts - found["whole"]
            figures = "  ".join(f"{found[kind]} {kind}" for kind in ("whole", "damaged", "spliced", "lost"))
            print(f"{made.name:12} {chosen.cuts} power cuts: {figures}", flush=True)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"no file system could be mounted: {error}", file=sys.stderr)
        return 2
    return 0 if bad["workbook"] == 0 and bad["JSONStorage"] > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
