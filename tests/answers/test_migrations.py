"""Files of older and newer versions of the program."""

import copy
import json
import re
from pathlib import Path

import pytest

from tests.answers.conftest import Open
from workbook.answers.document import migrations
from workbook.answers.document.migrations import SCHEMA, is_newer, is_older, migrated
from workbook.answers.document.state import State, schema_of
from workbook.answers.file.damage import loaded

FIXTURES = Path(__file__).parents[1] / "fixtures" / "answers"


def fixture(schema: int) -> State:
    """The file kept for ever that a program of this schema wrote."""
    return loaded((FIXTURES / f"schema-{schema}.json").read_bytes())


def test_every_schema_there_ever_was_has_its_fixture_and_all_but_the_last_a_step() -> None:
    kept = {int(re.findall(r"\d+", path.name)[0]) for path in FIXTURES.glob("schema-*.json")}
    assert kept == set(range(1, SCHEMA + 1))
    assert set(migrations.STEPS) == set(range(1, SCHEMA))


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_a_file_of_every_schema_comes_to_the_present_one_with_every_answer(schema: int) -> None:
    state = migrated(fixture(schema))
    assert schema_of(state) == SCHEMA
    assert {address: document.get("value") for address, document in state["answers"].items()} == {
        "signs/five/trust": True,
        "signs/near": 7,
        "steps/plan/open/if-then": "If we eat, then no phones – and no news.\n\nÀ table, 一緒に, معًا 👩‍❤️‍👨",
        "steps/weekly@2026-W47/went": None,
        "causes/work": "balance",
        "gone/old": "Kept, though nobody asks any more.",
    }
    assert [version["value"] for version in state["answers"]["steps/plan/open/if-then"]["alts"]] == [
        "If we eat, then I ask first."
    ]


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_unknown_tables_documents_and_fields_are_byte_equal_after_migrating(schema: int) -> None:
    state = migrated(fixture(schema))
    unknown = [
        state["drawings"],
        state["meta"]["1"]["made-by"],
        state["answers"]["gone/old"]["starred"],
        state["answers"]["gone/old"]["drawn"],
    ]
    assert json.dumps(unknown, separators=(",", ":")) == (
        '[{"1":{"strokes":[]},"a/b":{"note":"a table that this version does not know"}},'
        '"a later version",true,{"points":[[1,2.5],[3,4]],"by":null}]'
    )


def test_a_file_of_the_present_schema_or_a_newer_one_comes_back_untouched() -> None:
    present = fixture(SCHEMA)
    newer = present | {"meta": {"1": present["meta"]["1"] | {"schema": SCHEMA + 1}}}
    assert migrated(present) is present
    assert migrated(newer) is newer
    assert [is_newer(present), is_newer(newer)] == [False, True]
    assert [is_older(present), is_older(newer)] == [False, False]


def test_steps_run_in_order_each_on_what_the_last_one_made_and_change_nothing_in_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def with_moods(state: State) -> State:
        return state | {"moods": {"1": {"made in": schema_of(state)}}}

    def with_better_moods(state: State) -> State:
        return state | {"moods": {"1": state["moods"]["1"] | {"better in": schema_of(state)}}}

    monkeypatch.setattr(migrations, "SCHEMA", 3)
    monkeypatch.setattr(migrations, "STEPS", {1: with_moods, 2: with_better_moods})
    old = fixture(1)
    before = copy.deepcopy(old)
    assert is_older(old)
    new = migrated(old)
    assert old == before
    assert new["moods"] == {"1": {"made in": 1, "better in": 2}}
    assert schema_of(new) == 3
    assert new["answers"] == old["answers"]
    assert new["drawings"] == old["drawings"]
    assert new["meta"]["1"] == old["meta"]["1"] | {"schema": 3}


def test_a_file_is_copied_byte_for_byte_before_it_is_migrated(
    opened: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = opened()
    answers["signs/often"] = "every day"
    answers.close()
    before = (folder / "small.json").read_bytes()
    for module in ("document.migrations", "document.shape", "file.reading"):
        monkeypatch.setattr(f"workbook.answers.{module}.SCHEMA", 2)
    monkeypatch.setattr(migrations, "STEPS", {1: lambda state: state | {"moods": {}}})
    answers = opened()
    assert answers["signs/often"] == "every day"
    answers.close()
    (copy_of_it,) = (folder / "backups").glob("small-*-schema-1.json")
    assert copy_of_it.read_bytes() == before
    after = loaded((folder / "small.json").read_bytes())
    assert schema_of(after) == 2
    assert after["moods"] == {}
    assert after["answers"] == loaded(before)["answers"]
    assert not opened().notices
