"""A second program over the same answers: a process that a test starts, stops and kills.

Run as `python another_program.py FOLDER BOOK`: opens the answers for writing, and then for each line
`address=text` that it reads, writes the answer, saves it, and prints what `Answers.flush` returned.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


@contextmanager
def another_program(folder: Path, book: Path) -> Iterator[subprocess.Popen[str]]:
    """The second program, once it has the answers open; killed in the end."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.answers.another_program", str(folder), str(book)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        try:
            assert said(program) == "opened"
            yield program
        finally:
            program.kill()


def said(program: subprocess.Popen[str]) -> str:
    """The next line that the program prints."""
    assert program.stdout is not None
    return program.stdout.readline().strip()


def written(program: subprocess.Popen[str], address: str, text: str) -> str:
    """Has the program write an answer; returns whether it is saved, "True" or "False"."""
    assert program.stdin is not None
    program.stdin.write(f"{address}={text}\n")
    program.stdin.flush()
    return said(program)


def _main(folder: str, book: str) -> None:
    from workbook.answers import open_answers
    from workbook.book import read_book

    answers = open_answers(Path(folder), read_book(Path(book)))
    print("opened" if not answers.read_only else answers.read_only, flush=True)
    for line in sys.stdin:
        address, _, text = line.partition("=")
        answers[address] = text
        print(answers.flush(), flush=True)


if __name__ == "__main__":
    _main(*sys.argv[1:])
