"""What the program adds below the words of the cover: where the answers lie, and the keys that matter."""

from pathlib import Path

from ...book import Block, Prose, Run, Style
from ...text import one_line


def welcome(answers: Path, *, safe: str) -> Prose:
    """The lines under the cover; `answers` is where every word goes, `safe` the file of *Staying safe*."""
    bold: frozenset[Style] = frozenset({"bold"})
    keys = [
        ("n, p", "the next page, the page before"),
        ("Tab", "into the exercises, Esc out of them again"),
        ("F2", "the contents"),
        ("F1", "help, with every key"),
        ("Ctrl+Q", "quit; you come back to this very place"),
    ]
    blocks = [
        Block("rule"),
        Block("heading", (Run("Your words"),), depth=2),
        Block("paragraph", (Run("They are kept in one file, as you type:"),)),
        Block("code", (Run(one_line(str(answers))),)),
        Block(
            "paragraph",
            (
                Run(
                    "Only your account on this machine may open it. It is not encrypted: whoever uses your "
                    "account, or can make you unlock the machine, can read it. The workbook sends it nowhere."
                ),
            ),
        ),
        Block("heading", (Run("Five keys"),), depth=2),
        *(Block("item", (Run(key, bold), Run(f" – {does}")), mark="•") for key, does in keys),
    ]
    if safe:
        said = (
            Run("F5", bold),
            Run(" opens "),
            Run("Staying safe", href=safe),
            Run(" from anywhere. "),
            Run("F8", bold),
            Run(" hides every word until you press a key. "),
            Run("F9", bold),
            Run(" saves, clears the screen and leaves at once."),
        )
        blocks.append(Block("paragraph", said))
    return Prose(tuple(blocks))
