"""Copies that sync programs leave: taken in, put away, never lost."""

import errno
import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workbook.answers.document.edit import edited
from workbook.answers.document.state import State
from workbook.answers.file.conflicts import put_away, with_conflicts
from workbook.answers.file.damage import loaded

from .samples import names, sample, written

NOW = datetime(2026, 11, 22, 20, 15, tzinfo=UTC)
COPIES = (
    "signs.sync-conflict-20261122-201500-ABCDEFG.json",
    "signs (Kim's conflicted copy 2026-11-22).json",
    "signs (conflicted copy 2026-11-22 201500).json",
)


def on_another_machine(state: State, value: str) -> State:
    """`state` after another machine wrote `value` over the answer at `signs/five`."""
    document = edited(
        state["answers"].get("signs/five"), value, at="2026-11-23T08:00:00Z", device="wjpa", asked="How?"
    )
    return state | {"answers": state["answers"] | {"signs/five": document}}


def texts(state: State) -> set[str]:
    """Every text kept at `signs/five`."""
    document = state["answers"]["signs/five"]
    return {document["value"], *(version["value"] for version in document["alts"])}


@pytest.mark.parametrize("name", COPIES)
def test_the_copy_of_every_sync_program_is_merged_and_both_texts_are_kept(tmp_path: Path, name: str) -> None:
    here = on_another_machine(sample(), "written here")
    there = on_another_machine(sample(), "written there")
    (tmp_path / name).write_bytes(written(there))
    state, taken = with_conflicts(here, tmp_path / "signs.json")
    assert taken == (tmp_path / name,)
    assert texts(state) == {"written here", "written there"}
    assert names(tmp_path) == [name]


def test_several_copies_are_merged_in_one_go_and_again_without_harm(tmp_path: Path) -> None:
    for name, text in zip(COPIES, ("one", "two", "three"), strict=True):
        (tmp_path / name).write_bytes(written(on_another_machine(sample(), text)))
    state, taken = with_conflicts(sample(), tmp_path / "signs.json")
    assert len(taken) == 3
    assert texts(state) == {"one", "two", "three"}
    assert with_conflicts(state, tmp_path / "signs.json")[0] == state


@pytest.mark.parametrize(
    "raw",
    [
        b"{",
        b"",
        written(sample()).replace(b'"book":"signs"', b'"book":"causes"'),
        written(sample()).replace(b'"schema":1', b'"schema":2'),
    ],
    ids=["cut", "empty", "of another book", "newer"],
)
def test_a_copy_that_cannot_be_merged_stays_where_it_is(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / COPIES[0]).write_bytes(raw)
    state = sample()
    assert with_conflicts(state, tmp_path / "signs.json") == (state, ())
    assert (tmp_path / COPIES[0]).read_bytes() == raw


def test_copies_of_other_books_are_not_looked_at(tmp_path: Path) -> None:
    for name in ("signs-2.sync-conflict-20261122-201500-ABCDEFG.json", "my signs (conflicted copy).json"):
        (tmp_path / name).write_bytes(written(sample(five="from elsewhere")))
    assert with_conflicts(sample(), tmp_path / "signs.json")[1] == ()


def test_a_symlink_in_place_of_a_copy_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(written(sample(five="planted")))
    (tmp_path / COPIES[0]).symlink_to(tmp_path / "elsewhere")
    assert with_conflicts(sample(), tmp_path / "signs.json")[1] == ()


def test_merged_copies_are_put_away_byte_for_byte_and_private(tmp_path: Path) -> None:
    raw = written(on_another_machine(sample(), "there"))
    for name in COPIES:
        (tmp_path / name).write_bytes(raw)
        (tmp_path / name).chmod(0o644)
    _, taken = with_conflicts(sample(), tmp_path / "signs.json")
    kept = put_away(taken, tmp_path / "signs.json", NOW)
    assert names(tmp_path) == sorted(path.relative_to(tmp_path).as_posix() for path in kept)
    assert {path.read_bytes() for path in kept} == {raw}
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept} == {0o600}
    assert loaded(kept[0].read_bytes())
    assert len(kept) == 3


def test_a_merged_copy_that_finds_no_room_stays_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    copy = tmp_path / COPIES[0]
    copy.write_bytes(written(on_another_machine(sample(), "there")))
    monkeypatch.setattr("workbook.answers.disk.private_file._sync", full)
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        put_away([copy], tmp_path / "signs.json", NOW)
    assert names(tmp_path) == [copy.name]
