"""The workflow that a code host runs finds the test line of the README, and makes it one for Windows."""

import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
WORKFLOW = (ROOT / ".github" / "workflows" / "test.yml").read_text("utf-8")


def line_on(system: str) -> str:
    """What the workflow would run on `system`, said instead of done."""
    (script,) = re.findall(r"^        run: \|\n((?:^          .*\n)+)", WORKFLOW, re.MULTILINE)
    said = textwrap.dedent(script).replace('eval "$line"', 'printf %s "$line"')
    command = ["bash", "-euo", "pipefail", "-c", said]
    done = subprocess.run(
        command, cwd=ROOT, env={"RUNNER_OS": system, "PATH": "/usr/bin:/bin"}, capture_output=True, check=True
    )
    return done.stdout.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="bash has other paths there")
def test_the_workflow_runs_the_test_line_of_the_readme_on_three_systems() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    (line,) = re.findall(r"^<!-- test -->\n```sh\n(.*)\n```$", readme, re.MULTILINE)
    assert line_on("Linux") == line_on("macOS") == line
    windows = line_on("Windows")
    assert windows.startswith("python -m venv .venv && .venv/Scripts/pip install")
    assert "/bin/" not in windows
    for system in ("ubuntu-latest", "macos-latest", "windows-latest"):
        assert system in WORKFLOW
