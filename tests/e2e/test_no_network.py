"""No network call, ever: the whole program with every socket refused."""

from pathlib import Path

import pytest

from .starting import Start, begin_to_write
from .terminal import window


@pytest.fixture
def sockets(tmp_path: Path) -> Path:
    """The file in which each socket that was asked for is noted."""
    return tmp_path / "sockets"


def test_the_program_asks_for_no_socket_wherever_the_reader_goes(start: Start, sockets: Path) -> None:
    with start("no_network", environ={"SOCKETS": str(sockets)}) as opened:
        begin_to_write(opened)
        opened.press(
            "words", "esc", "f2", "esc", "f1", "esc", "ctrl+p", "esc", "/", "words", "esc", "ctrl+e", "esc"
        )
        opened.press("f8", "x", "n", "ctrl+s", "ctrl+q")
        assert opened.wait_for_end() == 0
    assert start.word() == "words"
    assert not sockets.exists()


@pytest.mark.parametrize("command", ["export", "progress", "check", "where", "--version"])
def test_no_command_asks_for_a_socket(start: Start, sockets: Path, command: str) -> None:
    argv = start.argv("no_network", arguments=[command])
    with window(argv, environ={"SOCKETS": str(sockets)}) as opened:
        assert opened.wait_for_end() == 0
    assert not sockets.exists()


def test_a_socket_would_have_been_noticed(start: Start, sockets: Path) -> None:
    with start("no_network", "call_home", environ={"SOCKETS": str(sockets)}) as opened:
        opened.press("f1")
        assert opened.wait_for_end() == 1
    assert "look-up" in sockets.read_text("utf-8")
