"""The tests that draw their examples at random, with many times the examples that every run can wait for.

    python benchmarks/thorough.py [TIMES]

Twenty times as many where nothing is said: about ten minutes. The exit status is that of the tests.
"""

import os
import subprocess
import sys
from pathlib import Path

from tests.examples import TIMES

ROOT = Path(__file__).parents[1]
DRAWN = ("tests/answers/test_merge.py", "tests/answers/test_damage.py", "tests/book/test_mutilated.py")


def main() -> int:
    """Run them, and return their exit status."""
    times = sys.argv[1] if len(sys.argv) > 1 else "20"
    command = [sys.executable, "-m", "pytest", "--timeout=0", *DRAWN]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, TIMES: times}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
