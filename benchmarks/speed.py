"""What speed costs: every budget of the program beside the bare programs it is compared with.

    python benchmarks/speed.py [--rounds 11] [ROW…]

Product and base run in turn, A B, B A, …, and only their ratio within a round counts: the machine may be
busy. Books and answers are made up, in a temporary folder. Exit status 1 where a budget is not kept.
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.budgets import PRODUCT, Bench, Budget, Row
from benchmarks.measured import Figures
from benchmarks.ratios import ratio

Rounds = dict[str, list[Figures]]
"""Of each subject, what each round has measured."""

HEAD = "| | product | base | | ratio | 95 % | budget | |\n|---|---|---|---|---|---|---|---|"


def measure(row: Row, rounds: int) -> Rounds:
    """Run the subjects of `row` in turn; the first round only warms up."""
    found: Rounds = {name: [] for name in row.subjects}
    for number in range(rounds + 1):
        for name in sorted(row.subjects, reverse=bool(number % 2)):
            figures = row.subjects[name]()
            if number:
                found[name].append(figures)
    return found


def lines(name: str, row: Row, found: Rounds) -> Iterator[str]:
    """The lines of the table that `row` makes."""
    for budget in row.budgets:
        product, base = _figures(found, PRODUCT, budget.of), _figures(found, budget.base, budget.of)
        kept = "ok" if is_kept(budget, found) else "**over**"
        middle, low, high = ratio(product, base)
        yield (
            f"| {name}: {budget.of} | {_said(product)} | {_said(base)} | {budget.base} "
            f"| {middle:.2f} | {low:.2f}–{high:.2f} | ≤ {budget.most:g} | {kept} |"
        )
    for figure in row.reported:
        shown = " | ".join(_said(_figures(found, subject, figure)) for subject in row.subjects)
        yield f"| {name}: {figure} | {shown} | | | | | |"


def is_kept(budget: Budget, found: Rounds) -> bool:
    """Whether the ratio, as it was measured, is within its budget."""
    product, base = _figures(found, PRODUCT, budget.of), _figures(found, budget.base, budget.of)
    return ratio(product, base).middle <= budget.most


def _figures(found: Rounds, subject: str, figure: str) -> list[float]:
    return [figures[figure] for figures in found[subject]]


def _said(values: list[float]) -> str:
    middle = statistics.median(values)
    return f"{middle:,.0f}" if middle >= 100 else f"{middle:.1f}"


def main() -> int:
    """Print the table, a row as soon as it is measured, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("rows", nargs="*", metavar="ROW", help="start, key, turn, …; default: all")
    chosen = parser.parse_args()
    all_kept = True
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        rows = Bench(Path(folder)).rows
        if unknown := set(chosen.rows) - set(rows):
            parser.error(f"no row {', '.join(sorted(unknown))}; there are {', '.join(rows)}")
        print(HEAD)
        for name in chosen.rows or rows:
            row = rows[name]()
            found = measure(row, chosen.rounds)
            for line in lines(name, row, found):
                print(line, flush=True)
            all_kept = all_kept and all(is_kept(budget, found) for budget in row.budgets)
    return 0 if all_kept else 1


if __name__ == "__main__":
    sys.exit(main())
