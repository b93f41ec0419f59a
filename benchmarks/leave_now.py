"""F9: how long until nothing can be read, and until the prompt stands there.

    python benchmarks/leave_now.py [--trials 20] [--answers 500]

A shell runs the program; some words are typed that are not saved yet, and the key is pressed. Ctrl+Q, the
ordinary way out, is measured in turn with it.

Exit status 1 where the screen was not blank within 100 ms, or the prompt not there within 200, in the middle
of all trials: single ones depend on what else the machine does.
"""

import argparse
import shlex
import shutil
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.kill_while_typing import command
from benchmarks.made_up import words
from benchmarks.terminal import Program
from workbook.answers import open_answers
from workbook.book import read_book

F9, CTRL_Q = "\x1b[20~", "\x11"
PROMPT = "prompt>"
BLANK_MS, PROMPT_MS = 100, 200


def left(prepared: Path, key: str) -> tuple[float, float]:
    """Milliseconds from the key to a screen without a word of the program, and to the prompt."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shell = ["sh", "-c", f"{shlex.join(command(folder))}; printf '{PROMPT} '; read end"]
        shutil.copytree(prepared, folder / "data")
        with Program(shell, folder) as program:
            program.wait(lambda text: "saved" in text)
            program.press("n")
            program.wait(lambda text: "Type." in text)
            program.press("\t")
            program.listen(0.3)
            program.press("words")
            program.wait(lambda text: "words" in text, quiet=0.02)
            pressed = program.press(key)
            blank, prompt = program.moments((is_blank, has_prompt), quiet=0.02)
    return (blank - pressed) * 1000, (prompt - pressed) * 1000


def is_blank(text: str) -> bool:
    """Whether nothing of the program is to be read."""
    return has_prompt(text) or not text.strip()


def has_prompt(text: str) -> bool:
    """Whether the shell is back."""
    return PROMPT in text


def fill(folder: Path, count: int) -> None:
    """Keep `count` answers, so that a save costs what it costs a diligent reader."""
    command(folder)
    answers = open_answers(folder / "data", read_book(folder / "book"))
    for number in range(count):
        answers[f"typing/other-{number}"] = words(number)
    answers.close()


def said(times: Sequence[float]) -> str:
    """The middle and the worst of some milliseconds."""
    return f"{statistics.median(times):4.0f} ms, at worst {max(times):4.0f}"


def main() -> int:
    """Runs the trials, prints the figures, and returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--trials", type=int, default=20)
    parser.add_argument("--answers", type=int, default=500)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        fill(Path(name), chosen.answers)
        pairs = [[left(Path(name) / "data", key) for key in (F9, CTRL_Q)] for _ in range(chosen.trials)]
    blank, prompt = zip(*(pair[0] for pair in pairs), strict=True)
    print(f"F9      blank after {said(blank)}; the prompt after {said(prompt)}")
    print(f"Ctrl+Q  the prompt after {said([pair[1][1] for pair in pairs])}")
    return 0 if statistics.median(blank) <= BLANK_MS and statistics.median(prompt) <= PROMPT_MS else 1


if __name__ == "__main__":
    sys.exit(main())
