"""Row 5 of the fault matrix: a disk that is really full, 400 KB of memory mounted as one (needs root).

    python benchmarks/disk_full.py [--rounds 20]

Each round fills the disk, writes an answer that does not fit, looks at what is left of the file, makes room,
and measures how long the answer then takes to be saved by itself. TinyDB's own storage goes the same way.

Exit status 1 where a word was lost or took longer than a second, 2 where nothing could be mounted.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tinydb import TinyDB
from tinydb.storages import JSONStorage

from benchmarks.made_up import filled

ADDRESS = "full/disk"
LONG = 60_000
"""Characters of an answer, so that the second save does not fit beside the first."""


@contextmanager
def small_disk() -> Iterator[Path]:
    """A disk of 400 KB; raises CalledProcessError where it cannot be mounted."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "workbook", folder], check=True)
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", folder], check=True)


def fill(disk: Path) -> Path:
    """A file that takes all the room that is left."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 512)
        except OSError:
            return filler


def full_round(disk: Path, number: int) -> float | None:
    """Seconds from there being room again to the answer being on it; None where a word was lost."""
    answers = filled(disk / f"data-{number}", 20)
    answers[ADDRESS] = "x" * LONG
    answers.flush()
    file = disk / f"data-{number}" / "measured.json"
    before = file.read_bytes()
    filler = fill(disk)
    answers[ADDRESS] = "y" * LONG
    kept = not answers.flush() and answers.saving.state == "not saved" and answers[ADDRESS] == "y" * LONG
    whole = file.read_bytes() == before and not list(file.parent.glob("*.tmp"))
    filler.unlink()
    begun = time.monotonic()
    while answers.saving.state != "saved" and time.monotonic() < begun + 10:
        time.sleep(0.005)
    took = time.monotonic() - begun
    saved = json.loads(file.read_bytes())["answers"][ADDRESS]["value"] == "y" * LONG
    answers.close()
    for path in sorted(file.parent.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    return took if kept and whole and saved else None


def lost_in_place(disk: Path) -> bool:
    """Whether TinyDB's own storage loses the whole file the same way."""
    file = disk / "db.json"
    with TinyDB(file, storage=JSONStorage) as database:
        database.insert({"value": "x" * LONG})
        filler = fill(disk)
        with suppress(OSError):
            database.update({"value": "y" * 4 * LONG})
    filler.unlink()
    try:
        json.loads(file.read_bytes())
    except ValueError:
        return True
    return False


def main() -> int:
    """Runs the rounds and returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20)
    chosen = parser.parse_args()
    try:
        with small_disk() as disk:
            took = [full_round(disk, number) for number in range(chosen.rounds)]
            in_place = lost_in_place(disk)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"no disk could be mounted: {error}", file=sys.stderr)
        return 2
    times = [seconds for seconds in took if seconds is not None]
    print(f"workbook     {chosen.rounds} full disks: {took.count(None)} lost a word or the file")
    if times:
        middle, worst = statistics.median(times), max(times)
        print(f"             saved by itself {middle:.2f} s after there was room, {worst:.2f} s at worst")
    print(f"JSONStorage  the whole file is {'lost' if in_place else 'still there'}")
    return 0 if len(times) == len(took) and max(times) <= 1.0 and in_place else 1


if __name__ == "__main__":
    sys.exit(main())
