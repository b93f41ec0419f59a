"""Keys at random: whatever is pressed, the program neither fails nor hangs, and leaves when it is asked to.

    python benchmarks/random_keys.py [--minutes 10] [--at-once 2] [--seed 1] [--book DIR]

Each session opens the shipped book in a window of some size. For a minute it presses keys one by one and in
bursts, clicks once or twice, turns the wheel, pastes, changes the size of the window and goes to others. Then
it asks the program to leave.

Exit status 1 where a program failed, hung, or left a file that cannot be read; the last keys are then shown.
"""

import argparse
import random
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.terminal import Program, TooLateError
from workbook.answers import AnswersError, read_answers
from workbook.book import read_book

BOOK = Path(__file__).parents[1] / "chapters"
SESSION = 60.0
"""Seconds that a session lasts, if the keys do not end it before."""
SIZES = ((60, 20), (80, 24), (120, 36), (200, 60), (40, 10), (8, 3))
MOVES = ("\t",) * 8 + ("\x1b[Z", "\x1b[Z") + ("\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D") * 3
ACTS = ("\r", "\x1b", " ") * 3 + ("\x7f", "\x7f", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F")
FUNCTIONS = (
    "\x1bOP",
    "\x1bOQ",
    "\x1bOR",
    "\x1bOS",
    "\x1b[15~",
    "\x1b[19~",
    "\x07",
    "\x10",
    "\x05",
    "\x0f",
    "\x13",
)
EDITS = (
    "\x1a",
    "\x19",
    "\x15",
    "\x17",
    "\x1b[200~two\nlines\x1b[201~",
    "héllo wörld ",
    "👩‍❤️‍👨 ",
    "[/] [red] ",
)
AWAY = ("\x1b[O", "\x1b[I")
"""Another window comes to the front, and goes again."""
LETTERS = (*"nnnnppc/?", *"abcdefgh 7310", "2026-12-24")
KEYS = MOVES + ACTS + FUNCTIONS + EDITS + AWAY + LETTERS
LAST = 12
"""How many of the presses before a failure are shown."""


def session(seed: int, book: Path) -> str:
    """What went wrong in one session, with the keys before it; nothing if nothing did."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = [sys.executable, "-m", "workbook", "--data", str(folder / "data"), "--book", str(book)]
        with Program(command, folder, size=chance.choice(SIZES)) as program:
            pressed = _press(program, chance)
            wrong = _left(program) or _torn(folder / "data", book)
    keys = "\n".join(repr(press) for press in pressed[-LAST:])
    return f"seed {seed}: {wrong}\nafter these keys:\n{keys}" if wrong else ""


def _press(program: Program, chance: random.Random) -> list[str]:
    """Press keys until the session is over; returns them."""
    pressed: list[str] = []
    program.listen(2)
    until = time.monotonic() + SESSION
    while time.monotonic() < until and not program.is_over:
        pressed.append("".join(chance.choices(KEYS, k=chance.choice((1, 1, 1, 2, 3, 8)))))
        if chance.random() < 0.02:
            cell = f"{chance.randrange(1, 80)};{chance.randrange(1, 24)}"
            pressed[-1] += f"\x1b[<0;{cell}M\x1b[<0;{cell}m" * chance.choice((1, 2))
            pressed[-1] += f"\x1b[<{chance.choice((64, 65))};{cell}M" * chance.choice((0, 3))
        if chance.random() < 0.01:
            program.resize(chance.choice(SIZES))
        program.press(pressed[-1])
        program.listen(chance.choice((0.0, 0.0, 0.01, 0.03, 0.1, 0.25)))
    return pressed


def _left(program: Program) -> str:
    """What is wrong with how the program left, after it was asked to if it had not."""
    for _ in range(2):  # the first key may end no more than a curtain
        if not program.is_over:
            program.press("\x11")
            program.listen(2)
    try:
        status = program.ended()
    except TooLateError as error:
        return f"it did not leave\n{_lines(str(error))}"
    return f"it failed with status {status}\n{_lines(program.text)}" if status else ""


def _lines(screen: str) -> str:
    """What stands on a screen, without the blanks."""
    return "\n".join(line.rstrip() for line in screen.splitlines() if line.strip())


def _torn(folder: Path, book: Path) -> str:
    """What is wrong with the answers that were left."""
    try:
        return "\n".join(read_answers(folder, read_book(book)).notices)
    except AnswersError as error:
        return str(error)


def main() -> int:
    """Runs sessions for the time that was asked for and returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--at-once", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--book", type=Path, default=BOOK)
    chosen = parser.parse_args()
    count = max(1, round(chosen.minutes * 60 / SESSION)) * chosen.at_once
    with ThreadPoolExecutor(chosen.at_once) as pool:
        seeds, book = range(chosen.seed, chosen.seed + count), chosen.book.resolve()
        wrong = [said for said in pool.map(lambda seed: session(seed, book), seeds) if said]
    print(*wrong, f"{count} sessions, {len(wrong)} went wrong", sep="\n\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
