"""F9 over the copy of somebody who means harm: how long until nothing can be read.

    python benchmarks/their_copy.py [--trials 3]

For each of the largest copies that are read at all, a card is turned, or what one put in alone is asked for;
and while that is being laid out, a while later each time, the key is pressed.

Exit status 1 where the screen was not blank within a second, whatever the moment; single trials depend on
what else the machine does.
"""

import argparse
import statistics
import sys
import tempfile
from datetime import date
from pathlib import Path

from benchmarks.terminal import Program
from workbook.answers import open_answers
from workbook.book import read_book
from workbook.export.sharing import offered

BOOK = Path(__file__).parents[1] / "chapters"
HEAD = '<!-- @share book="emotional-connection" format=1 -->\n\n<!-- @shared at="signs/proof" -->\n\n'
COPIES = {
    "one long answer": HEAD + "> " + "ten little words that go on and on and on " * 1_100 + "\n",
    "wide letters": HEAD + ("> " + "漢" * 15_000 + "\n") * 10,
    "many lines": HEAD + "> a\n" * 19_000,
    "many paragraphs": HEAD + "> a\n>\n" * 9_000,
    "many questions": HEAD + '> a\n<!-- @shared at="gone/it" -->\n> b\n' * 6_000,
    "many items": HEAD + "- [x] a\n" * 19_000,
}
F9 = "\x1b[20~"
MOST_MS = 1_000
PAUSES = (0.02, 0.06, 0.12, 0.2, 0.3)
"""Seconds between the two keys."""


def left(folder: Path, copy: str, keys: str, pause: float) -> float:
    """Milliseconds from F9, sent `pause` seconds after `keys`, to a screen without a word."""
    (folder / "copy.md").write_text(copy, "utf-8")
    command = [sys.executable, "-m", "workbook", "--data", str(folder / "data"), "--book", str(BOOK)]
    with Program([*command, "beside", str(folder / "copy.md")], folder) as program:
        program.wait(lambda text: "Side by side" in text)
        program.listen(0.5)
        program.press(keys)
        program.listen(pause)
        pressed = program.press(F9)
        return (program.wait(lambda text: not text.strip(), quiet=0.02) - pressed) * 1000


def main() -> int:
    """Runs the trials, prints the figures, and returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--trials", type=int, default=3)
    chosen = parser.parse_args()
    is_late = False
    with tempfile.TemporaryDirectory() as name:
        folder, book = Path(name), read_book(BOOK)
        answers = open_answers(folder / "data", book)
        answers["signs/proof"] = "Mine."
        for one in offered(book, answers, date.today()):
            answers.tick_to_share(one.written.at, one.versions)
        answers.close()
        for title, copy in COPIES.items():
            for what, keys in (("turned", " "), ("alone", "\x1b[C")):
                times = [
                    statistics.median(left(folder, copy, keys, pause) for _ in range(chosen.trials))
                    for pause in PAUSES
                ]
                is_late = is_late or max(times) > MOST_MS
                print(f"{title:<16} {what:<7} {min(times):5.0f} to {max(times):5.0f} ms")
    return int(is_late)


if __name__ == "__main__":
    sys.exit(main())
