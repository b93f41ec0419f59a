"""Names that can be given on the command line."""

import argparse
import re

_NAME = re.compile(r"[^\W_](?:[\w-]{0,38}[^\W_])?")
"""Letters of any script, digits, and inside them hyphens and underscores: no dot, no slash, no blank."""
_TAKEN = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)
"""What Windows takes for a device, whatever folder it stands in."""


def reader(name: str) -> str:
    """`name`, which can be that of a folder on every disk; raises ArgumentTypeError in one line."""
    if not _NAME.fullmatch(name) or name.split(".")[0].lower() in _TAKEN:
        raise argparse.ArgumentTypeError("a name is letters, digits and hyphens, 40 at most, e.g. --as ada")
    return name


def named(path: str) -> str:
    """`path`, which is not empty: an unset shell variable must not lead to the answers of somebody else."""
    if not path:
        raise argparse.ArgumentTypeError("needs a name, found an empty one")
    return path
