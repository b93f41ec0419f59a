"""A file that may be anything: never an exception but Damaged, never an empty book in place of a full one."""

import json
import os
import random
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import examples
from workbook.answers.disk.names import of_book, previous
from workbook.answers.document.edit import edited
from workbook.answers.document.merge import merged
from workbook.answers.document.migrations import migrated
from workbook.answers.errors import Damaged
from workbook.answers.file.damage import loaded, newest_good, set_aside, size_notice

from .samples import BOOK, sample, written

NOW = datetime(2026, 11, 22, 20, 15, tzinfo=UTC)
GOOD = written(sample())


def with_document(**fields: object) -> bytes:
    """The good file with other fields in one answer."""
    state = sample()
    state["answers"]["signs/five"] = state["answers"]["signs/five"] | fields
    return json.dumps(state).encode()


DAMAGED = {
    "nothing at all": b"",
    "blanks only": b" \n\n",
    "null": b"null",
    "an empty object": b"{}",
    "an empty TinyDB": b'{"_default": {}}',
    "cut in the middle": GOOD[: len(GOOD) // 2],
    "cut by one byte": GOOD[:-1],
    "garbage": random.Random(1).randbytes(500),
    "NUL bytes, as a power cut leaves them": b"\0" * len(GOOD),
    "NUL bytes at the end": GOOD + b"\0" * 64,
    "latin-1": GOOD.decode().replace("–", "\xfc").encode("latin-1"),
    "the rest of a longer file behind it": GOOD + GOOD[-30:],
    "two roots": GOOD + b"\n" + GOOD,
    "conflict markers": b"<<<<<<< ours\n" + GOOD + b"\n=======\n" + GOOD + b"\n>>>>>>> theirs\n",
    "a list": b"[1, 2]",
    "a text": b'"answers"',
    "a number": b"7",
    "a table that is a list": written(sample() | {"answers": []}),
    "nesting 100,000 deep": b"[" * 100_000 + b"]" * 100_000,
}

TOLERATED = {
    "UTF-8 with a byte order mark": b"\xef\xbb\xbf" + GOOD,
    "UTF-16": GOOD.decode().encode("utf-16"),
    "UTF-16 without a mark": GOOD.decode().encode("utf-16-le"),
    "UTF-32": GOOD.decode().encode("utf-32"),
    "indented by a person": json.dumps(sample(), indent=2).encode(),
    "line ends of Windows": json.dumps(sample(), indent=2).replace("\n", "\r\n").encode(),
    "a blank line at the end": GOOD + b"\n",
}


@pytest.mark.parametrize("raw", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_called_damaged_in_words_that_quote_nothing(raw: bytes) -> None:
    with pytest.raises(Damaged) as damage:
        loaded(raw)
    assert str(damage.value)
    assert "words" not in str(damage.value)
    assert "laugh" not in str(damage.value)


@pytest.mark.parametrize("raw", TOLERATED.values(), ids=TOLERATED)
def test_a_whole_file_in_another_dress_is_read(raw: bytes) -> None:
    assert loaded(raw) == sample()


def test_of_a_key_that_stands_twice_the_last_one_counts() -> None:
    raw = GOOD.replace(b'"answers":{', b'"answers":{"signs/five":{"value":"first"},')
    assert loaded(raw) == sample()


def test_half_an_emoji_is_read_and_kept() -> None:
    assert loaded(with_document(value="a\ud83d b"))["answers"]["signs/five"]["value"] == "a\ud83d b"


def test_documents_that_lack_fields_are_read() -> None:
    state = sample() | {"answers": {"signs/five": {"value": "words"}, "signs/six": {}}}
    assert loaded(written(state)) == state


def test_of_a_newer_schema_only_the_frame_is_judged() -> None:
    newer = with_document(value=["a", "richer", "kind"]).replace(b'"schema": 1', b'"schema": 2')
    assert loaded(newer)["answers"]["signs/five"]["value"] == ["a", "richer", "kind"]
    with pytest.raises(Damaged):
        loaded(newer.replace(b"kind", b"\xff"))


@pytest.mark.parametrize(
    "raw",
    [
        with_document(rev=2**53 - 1),
        with_document(anc=[f"{2**53 - 1}:0123456789ab"]),
        with_document(alts=[{"value": "words", "rev": 2**53 - 1}]),
    ],
    ids=["shown", "written over", "beside"],
)
def test_the_highest_revision_can_be_written_over_and_read_again(raw: bytes) -> None:
    assert usable(raw)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One folder for thousands of files, each in its turn beside a good `.bak`; no disk confirms them."""
    folder = tmp_path_factory.mktemp("data")
    (folder / "signs.json.bak").write_bytes(GOOD)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "fsync", lambda _handle: None)
        yield folder


def survived(raw: bytes, folder: Path) -> None:
    """Opens `raw` beside a good `.bak`: the one or the other is read, and no byte of `raw` is lost."""
    path = folder / "signs.json"
    path.write_bytes(raw)
    state, source = newest_good(path, BOOK)
    if usable(raw):
        assert (state, source) == (loaded(raw), path)
    else:
        assert (state, source) == (sample(), previous(path))
        aside = set_aside(path, NOW)
        assert aside.read_bytes() == raw
        aside.unlink()


def usable(raw: bytes) -> bool:
    """Whether `raw` loads; then everything that is done with a state must work on it too."""
    try:
        state = loaded(raw)
    except Damaged:
        return False
    state = migrated(state)
    state["meta"]["1"].setdefault("book", BOOK)  # as opening does, where the file does not say it
    assert merged(state, sample()) == merged(sample(), state)
    for document in state.get("answers", {}).values():
        after = edited(document, "other words", at="t", device="d", asked="?")
        assert loaded(written(sample() | {"answers": {"signs/five": after}}))
    assert loaded(json.dumps(state, allow_nan=False).encode()) == state
    return True


def test_every_truncation_and_every_flip_of_a_byte_is_detected_or_a_valid_other_file() -> None:
    cut = [GOOD[:length] for length in range(len(GOOD))]
    flipped = [
        GOOD[:place] + bytes([GOOD[place] ^ change]) + GOOD[place + 1 :]
        for place in range(len(GOOD))
        for change in (0x01, 0x08, 0x20, 0x80, 0xFF)
    ]
    assert not any(map(usable, cut))
    good = sum(map(usable, flipped))
    assert 0 < good < len(flipped)  # a letter of an answer may be any other letter; a bracket may not


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner, max_size=3),
    max_leaves=8,
)
NAMES = SCALARS | st.sampled_from(["0123456789ab", "123456789abc"])
VERSION = {"value": SCALARS, "version": NAMES, "at": SCALARS, "rev": SCALARS, "device": SCALARS}
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        **VERSION,
        "asked": SCALARS,
        "anc": SCALARS | st.lists(st.sampled_from(["1:0123456789ab", "02:0123456789ab", "1:x"]), max_size=2),
        "alts": SCALARS | st.lists(st.fixed_dictionaries({}, optional=VERSION), max_size=2),
        "x": SCALARS,
    },
)


@settings(max_examples=examples(1_000), deadline=None)
@given(st.binary(max_size=300))
def test_random_bytes_are_damage_and_nothing_worse(folder: Path, raw: bytes) -> None:
    assert not usable(raw)
    survived(raw, folder)


@settings(max_examples=examples(1_000), deadline=None)
@given(JSON)
def test_random_json_is_damage_and_nothing_worse(folder: Path, state: object) -> None:
    raw = json.dumps(state).encode()
    assert not usable(raw)
    survived(raw, folder)


@settings(max_examples=examples(1_000), deadline=None)
@given(FIELDS)
def test_an_answer_of_random_fields_is_refused_or_can_be_merged_changed_and_written(
    folder: Path, fields: dict[str, object]
) -> None:
    survived(json.dumps(sample() | {"answers": {"signs/five": fields}}).encode(), folder)


@settings(max_examples=examples(1_000), deadline=None)
@given(st.integers(0, len(GOOD)), st.integers(0, len(GOOD)), st.binary(max_size=20))
def test_a_file_with_a_random_splice_is_refused_or_can_be_merged_changed_and_written(
    folder: Path, start: int, end: int, middle: bytes
) -> None:
    survived(GOOD[:start] + middle + GOOD[end:], folder)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A data file with its `.bak` and two copies, each of them with its own answer."""
    path = tmp_path / f"{BOOK}.json"
    path.write_bytes(written(sample(source="main")))
    path.with_name(f"{BOOK}.json.bak").write_bytes(written(sample(source="bak")))
    (tmp_path / "backups").mkdir()
    for day in ("2026-11-20", "2026-11-21"):
        (tmp_path / "backups" / f"{BOOK}-{day}.json").write_bytes(written(sample(source=day)))
    return path


def opened(path: Path) -> tuple[object, str]:
    """The answer and the name of the file that is opened."""
    state, file = newest_good(path, BOOK)
    assert file is not None
    return state["answers"]["signs/source"]["value"], file.name


def test_the_data_file_comes_first_then_bak_then_the_newest_copy(path: Path) -> None:
    assert opened(path) == ("main", "signs.json")
    path.write_bytes(b"")
    assert opened(path) == ("bak", "signs.json.bak")
    path.with_name("signs.json.bak").write_bytes(b"{")
    assert opened(path) == ("2026-11-21", "signs-2026-11-21.json")
    (path.parent / "backups" / "signs-2026-11-21.json").unlink()
    assert opened(path) == ("2026-11-20", "signs-2026-11-20.json")


def test_a_data_file_that_is_gone_is_no_empty_book(path: Path) -> None:
    path.unlink()
    assert opened(path) == ("bak", "signs.json.bak")


def test_copies_of_other_books_and_of_other_machines_do_not_come_before_its_own(path: Path) -> None:
    backups = path.parent / "backups"
    other = sample(source="other")
    other["meta"]["1"]["book"] = "signs-2026-11-30"
    (backups / "signs-2026-11-30-2026-11-30.json").write_bytes(written(other))
    (backups / "signs-2026-11-29.json").write_bytes(written(other))
    (backups / "signs-2026-11-30T101010-conflict.json").write_bytes(written(sample(source="conflict")))
    for file in (path, path.with_name("signs.json.bak")):
        file.unlink()
    assert opened(path) == ("2026-11-21", "signs-2026-11-21.json")
    for day in ("2026-11-20", "2026-11-21"):
        (backups / f"signs-{day}.json").unlink()
    assert opened(path) == ("conflict", "signs-2026-11-30T101010-conflict.json")


def test_nothing_there_is_a_new_book_and_nothing_good_there_is_damage(path: Path) -> None:
    assert newest_good(path.with_name("new.json"), BOOK) == ({}, None)
    for file in of_book(path.parent, BOOK):
        file.write_bytes(b"\0")
    with pytest.raises(Damaged):
        newest_good(path, BOOK)
    path.unlink()
    with pytest.raises(Damaged):
        newest_good(path, BOOK)


def test_looking_changes_no_file(path: Path) -> None:
    path.write_bytes(b"{")
    before = {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in of_book(path.parent, BOOK)}
    newest_good(path, BOOK)
    assert before == {
        file: (file.read_bytes(), file.stat().st_mtime_ns) for file in of_book(path.parent, BOOK)
    }


def test_a_data_file_that_is_a_symlink_is_followed_and_a_planted_copy_is_not(path: Path) -> None:
    elsewhere = path.parent / "cloud"
    elsewhere.mkdir()
    path.rename(elsewhere / "signs.json")
    path.symlink_to(elsewhere / "signs.json")
    assert opened(path) == ("main", "signs.json")
    path.unlink()
    bak = path.with_name("signs.json.bak")
    bak.rename(elsewhere / "bak")
    bak.symlink_to(elsewhere / "bak")
    assert opened(path) == ("2026-11-21", "signs-2026-11-21.json")


@pytest.mark.parametrize("kind", ["folder", "pipe"])
def test_a_folder_or_a_pipe_in_its_place_is_an_error_and_no_wait(path: Path, kind: str) -> None:
    path.unlink()
    path.mkdir() if kind == "folder" else os.mkfifo(path)
    with pytest.raises(OSError, match=r"not a plain file|[Ii]s a directory"):
        newest_good(path, BOOK)


@pytest.mark.parametrize("raw", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_set_aside_byte_for_byte(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "signs.json"
    path.write_bytes(raw)
    path.chmod(0o644)
    aside = set_aside(path, NOW)
    assert aside.read_bytes() == raw
    assert stat.S_IMODE(aside.stat().st_mode) == 0o600
    assert aside.name.startswith("signs.json.damaged-2026-11-2")
    assert not path.exists()


def test_setting_aside_never_overwrites_what_was_set_aside_before(tmp_path: Path) -> None:
    path = tmp_path / "signs.json"
    asides = []
    for content in (b"one", b"two", b"three"):
        path.write_bytes(content)
        asides.append(set_aside(path, NOW))
    assert [aside.read_bytes() for aside in asides] == [b"one", b"two", b"three"]
    assert set(of_book(tmp_path, "signs")) == set(asides)


def test_only_a_file_above_20_mb_is_worth_a_notice(tmp_path: Path) -> None:
    path = tmp_path / "signs.json"
    path.write_bytes(b"")
    os.truncate(path, 20_000_000)
    assert size_notice(path) == ""
    os.truncate(path, 23_400_000)
    assert "23 MB" in size_notice(path)
    assert str(path) in size_notice(path)
