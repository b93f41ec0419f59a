"""Runs the tests with several Pythons, each with the oldest and the newest dependencies that are allowed.

    python3 tests/matrix.py                        every Python from 3.11 on that is here, the whole suite
    python3 tests/matrix.py python3.14 -- tests/book       one of them, and some tests

The oldest are the floors of `pyproject.toml`, so a floor that is too low fails here. Each environment is made
new, in a folder that is removed afterwards.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
PYTHONS = tuple(f"python3.{minor}" for minor in range(11, 15))
_FLOOR = re.compile(r"(?P<name>[\w-]+)(?:\[[\w,]+\])?>=(?P<version>[\d.]+)")


def main(arguments: Sequence[str]) -> int:
    """Try every environment, say how each ended, and return how many failed."""
    pythons, tests = split(arguments)
    ended: dict[str, bool] = {}
    for python in pythons:
        for versions, pins in (("oldest", floors()), ("newest", ())):
            name = f"{python}, {versions} dependencies"
            print(f"== {name}", flush=True)
            ended[name] = passes(python, pins, tests)
    print(*(f"{'passed' if passed else 'FAILED'}  {name}" for name, passed in ended.items()), sep="\n")
    return sum(not passed for passed in ended.values())


def split(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """The Pythons that are named, else those that are here; and what pytest is given."""
    stop = arguments.index("--") if "--" in arguments else len(arguments)
    return list(arguments[:stop]) or list(present()), list(arguments[stop + 1 :])


def present() -> Iterator[str]:
    """The Pythons on the path that start: one may be the name of another that is not chosen."""
    for python in PYTHONS:
        if shutil.which(python) and not subprocess.run([python, "--version"], capture_output=True).returncode:
            yield python


def floors() -> tuple[str, ...]:
    """Each dependency at the lowest version that `pyproject.toml` allows."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    found = [_FLOOR.match(dependency) for dependency in project["dependencies"]]
    assert all(found), "a dependency without a floor"
    return tuple(f"{floor['name']}=={floor['version']}" for floor in found if floor)


def passes(python: str, pins: Sequence[str], tests: Sequence[str]) -> bool:
    """Whether the tests pass in a new environment of `python` with the project and `pins`."""
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder, "Scripts" if sys.platform == "win32" else "bin", "python")
        steps: tuple[list[str | Path], ...] = (
            [python, "-m", "venv", folder],
            [own, "-m", "pip", "install", "--quiet", "--editable", f"{ROOT}[dev]", *pins],
            [own, "-m", "pip", "list"],
            [own, "-m", "pytest", "-p", "no:cacheprovider", *tests],
        )
        return all(subprocess.run(step, cwd=ROOT, check=False).returncode == 0 for step in steps)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
