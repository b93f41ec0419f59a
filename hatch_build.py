"""What a wheel holds beside the package, made from the parser while it is built.

Completions for bash, zsh and fish, and a manual page: generated, so that they name what the program takes.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPLETIONS = {
    "bash": "share/bash-completion/completions/workbook",
    "zsh": "share/zsh/site-functions/_workbook",
    "fish": "share/fish/vendor_completions.d/workbook.fish",
}
"""Where each shell looks below the folder that the wheel is installed into."""
MANUAL = "share/man/man1/workbook.1"
_EXIT_STATUS = "EXIT STATUS"


class CustomBuildHook(BuildHookInterface[Any]):
    """Adds the generated files to the wheel; the name is what hatchling looks for."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - its signature
        """Make the files, and name them to the builder with their places."""
        self._folder = tempfile.TemporaryDirectory()
        for number, (place, text) in enumerate(shared(Path(self.root), self.metadata.version).items()):
            made = Path(self._folder.name, str(number))
            made.write_text(text, "utf-8", newline="\n")
            build_data["shared_data"][str(made)] = place

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove what was made: it is in the wheel."""
        self._folder.cleanup()


def shared(root: Path, version: str) -> dict[str, str]:
    """The text of each file by its place, made of the parser of the checkout in `root`."""
    sys.path.insert(0, str(root))
    try:
        from workbook.cli.parser import EXIT_STATUS, whole_parser
    finally:
        sys.path.pop(0)
    manual = _manual(whole_parser(), EXIT_STATUS, version)
    return {**dict(_completions(whole_parser())), MANUAL: manual}


def _completions(parser: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    import shtab

    for action in _actions(parser):
        kind = {"DIR": shtab.DIRECTORY, "FILE": shtab.FILE, "PATH": shtab.FILE}.get(str(action.metavar))
        if kind:
            action.complete = kind  # type: ignore[attr-defined] # how shtab is told
    for shell, place in COMPLETIONS.items():
        yield place, shtab.complete(parser, shell)


def _manual(parser: argparse.ArgumentParser, exit_status: str, version: str) -> str:
    """The page for `man`, in ASCII alone: groff takes other bytes for Latin-1 unless it is told."""
    from argparse_manpage.manpage import Manpage

    for part in (parser, *_commands(parser)):
        part.formatter_class = _Wide
    parser.epilog = None  # what it says stands in sections of their own
    about = {"description": "a workbook to read and fill in, in a terminal", "version": version}
    page = Manpage(parser, about | {"manual_title": "The workbook"}, format="single-commands-section")
    page.add_section(_EXIT_STATUS, "=", " ".join(exit_status.split()))
    return "".join(sign if sign.isascii() else rf"\[u{ord(sign):04X}]" for sign in str(page))


class _Wide(argparse.RawDescriptionHelpFormatter):
    """Breaks no line: the reader's pager does, whatever the terminal of the builder."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=10_000)


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Every option and argument of `parser` and of its commands."""
    for part in (parser, *_commands(parser)):
        yield from part._actions


def _commands(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.values()
