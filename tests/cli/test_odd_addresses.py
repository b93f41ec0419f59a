"""All that is in the file can be printed: what stands under odd addresses, and other versions too."""

import json
import re

import pytest

from tests.cli.shell import Shell

ODD = ("é/ü", "", "/", "a b", "signs/five/trüst", "signs//proof", 'x" --> y', "two\nlines", "\x1b[31mred")


@pytest.fixture
def odd(shell: Shell) -> Shell:
    """A file that another program wrote into."""
    shell.answer(signs__proof="On Tuesday")
    (path,) = shell.data.glob("*.json")
    state = json.loads(path.read_bytes())
    for number, address in enumerate(ODD):
        state["answers"][address] = {"value": f"odd words {number}"}
    proof = state["answers"]["signs/proof"]
    proof["alts"] = [{**proof, "version": "another", "value": "On Wednesday"}]
    path.write_text(json.dumps(state), "utf-8")
    return shell


@pytest.mark.parametrize("command", [["print"], ["print", "--chapters"], ["export"]])
def test_what_stands_under_an_odd_address_is_printed(odd: Shell, command: list[str]) -> None:
    assert odd.run(*command) == 0
    assert len(set(re.findall(r"odd words \d", odd.out))) == len(ODD)
    assert "\x1b" not in odd.out


def test_an_export_says_what_it_leaves_out(odd: Shell) -> None:
    assert odd.run("export") == 0
    assert "Wednesday" not in odd.out
    assert "1 other version of an answer is not in it; workbook print shows it" in odd.err


@pytest.mark.parametrize("arguments", [["--blank"], ["story"]])
def test_an_export_that_leaves_nothing_out_says_nothing(odd: Shell, arguments: list[str]) -> None:
    assert odd.run("export", *arguments) == 0
    assert odd.err == ""


def test_a_print_holds_the_other_versions(odd: Shell) -> None:
    assert odd.run("print") == 0
    assert "On Wednesday" in odd.out
