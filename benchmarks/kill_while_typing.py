"""Row 8 of the fault matrix: `kill -9` at a random moment of typing, in the real program in a terminal.

    python benchmarks/kill_while_typing.py [--trials 200] [--at-once 4]

Each trial starts the program, types letters into a text as fast as a good typist, and kills it. The file must
then be whole, and hold the beginning of what was typed; what is missing was typed shortly before.

Exit status 1 where a file was damaged, or more than 1.5 s of typing was lost.
"""

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from benchmarks.terminal import Program

BOUND = 1.5
"""Seconds of typing that a kill may cost."""
CHAPTER = "---\nid: typing\ntitle: Typing\n---\n\n# Typing\n\n<!-- @text #here rows=3 -->\n\nType.\n\n> …\n"
COVER = "---\nid: measured\ntitle: Measured\n---\n\n# Measured\n"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Loss:
    """What one kill cost."""

    seconds: float = 0.0
    letters: int = 0
    is_damaged: bool = False


def killed(seed: int) -> Loss:
    """Types for some seconds, kills the program, and compares the file with what was typed."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        typed: list[tuple[float, str]] = []
        with Program(command(folder), folder) as program:
            program.wait(lambda text: "saved" in text)
            program.press("n")
            program.wait(lambda text: "Type." in text)
            program.press("\t")
            program.listen(0.3)
            for _ in range(chance.randint(5, 60)):
                letter = chance.choice(LETTERS)
                typed.append((program.press(letter), letter))
                program.listen(chance.uniform(0.04, 0.12))
            end = program.kill()
        return compared(folder / "data" / "measured.json", typed, end)


def command(folder: Path) -> list[str]:
    """The program over a book with one text."""
    book = folder / "book"
    book.mkdir()
    (book / "index.md").write_text(COVER, encoding="utf-8")
    (book / "01-typing.md").write_text(CHAPTER, encoding="utf-8")
    return [sys.executable, "-m", "workbook", "--data", str(folder / "data"), "--book", str(book)]


def compared(file: Path, typed: Sequence[tuple[float, str]], end: float) -> Loss:
    """What of `typed` the file does not hold."""
    text = "".join(letter for _, letter in typed)
    try:
        state = json.loads(file.read_bytes()) if file.exists() else {}
        saved = state.get("answers", {}).get("typing/here", {}).get("value", "")
    except (ValueError, AttributeError):
        return Loss(is_damaged=True)
    if not text.startswith(saved):
        return Loss(is_damaged=True)
    if saved == text:
        return Loss()
    return Loss(end - typed[len(saved)][0], len(text) - len(saved))


def at(values: Sequence[float], share: float) -> float:
    """The value that `share` of the values do not exceed."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def main() -> int:
    """Runs the trials, prints the figures, and returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--trials", type=int, default=200)
    parser.add_argument("--at-once", type=int, default=4)
    chosen = parser.parse_args()
    with ThreadPoolExecutor(chosen.at_once) as pool:
        losses = list(pool.map(killed, range(chosen.trials)))
    damaged = sum(loss.is_damaged for loss in losses)
    print(f"{chosen.trials} kills while typing: {damaged} damaged files")
    seconds = [loss.seconds for loss in losses]
    letters = [float(loss.letters) for loss in losses]
    for what, values, places in (("seconds", seconds, 2), ("letters", letters, 0)):
        p50, p95, most = (f"{value:.{places}f}" for value in (at(values, 0.5), at(values, 0.95), max(values)))
        print(f"{what} of typing lost: p50 {p50}, p95 {p95}, max {most}")
    return 0 if not damaged and max(seconds) <= BOUND else 1


if __name__ == "__main__":
    sys.exit(main())
