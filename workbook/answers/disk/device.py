"""What this machine is called, where two of them write the same answers."""

import os
from pathlib import Path
from zlib import crc32


def machine() -> str:
    """Its name in the network, for the message that it holds the lock."""
    import platform  # dear, and not needed where answers are only read

    return platform.node()


def device_of(folder: Path) -> str:
    """Four letters for this machine and folder: the same at every start, and telling nothing of either."""
    seed = os.fsencode(machine()) + b"\0" + os.fsencode(os.path.realpath(folder))
    number = crc32(seed)
    return "".join(chr(ord("a") + number // 26**place % 26) for place in range(4))
