"""Two machines, two copies, any order, any clock: no text is lost and none comes back."""

import json
import re
from dataclasses import dataclass, field
from itertools import count, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import examples
from workbook.answers.document.edit import ANCESTORS, edited, picked
from workbook.answers.document.merge import merged
from workbook.answers.document.state import Document, State
from workbook.answers.document.versions import name_of, versions

Value = bool | int | str
IN_ORDER = json.JSONEncoder(sort_keys=True)
ADDRESSES = ("signs/five", "steps/plan/open")
NAMES = count(1)
"""The versions of the tests are numbered, so that none of them depends on a lot."""


def wrote(
    document: Document | None,
    value: Value | None,
    device: str = "one",
    at: str = "t",
    *,
    private: bool = False,
) -> Document:
    """The document after one edit, the question being of no interest."""
    name = f"{next(NAMES):012x}"
    return edited(document, value, at=at, device=device, asked="?", version=name, private=private)


def state(**answers: Document) -> State:
    """A state with these answers."""
    return {"meta": {"1": {"schema": 1, "book": "b"}}, "answers": dict(answers)}


def both(one: Document, other: Document) -> Document:
    """The document made of two."""
    return merged(state(a=one), state(a=other))["answers"]["a"]


def texts(document: Document) -> list[Value]:
    """Every value a document still holds, the shown one first."""
    shown = [document["value"]] if "value" in document else []
    return [*shown, *(version["value"] for version in document["alts"])]


def privacy(state: State) -> dict[str, dict[str, bool | None]]:
    """By address and name, what every version says of it."""
    return {
        address: {version["version"]: version.get("private") for version in versions(document)}
        for address, document in state["answers"].items()
    }


def is_no_less_private(union: State, part: State) -> bool:
    """Whether every version that stands in both is private in `union` if it is in `part`."""
    after = privacy(union)
    return all(
        after[address].get(name, True)
        for address, said in privacy(part).items()
        for name, private in said.items()
        if private
    )


def same(one: object, other: object) -> bool:
    """Whether two states are the same in a file, where true is not 1."""
    return IN_ORDER.encode(one) == IN_ORDER.encode(other)


@dataclass
class Machine:
    """One machine with its file, and beside it what is true: which writings still stand, which are over."""

    name: str
    state: State = field(default_factory=state)
    standing: dict[str, dict[int, Value]] = field(default_factory=dict)
    over: set[int] = field(default_factory=set)

    def write(self, address: str, value: Value | None, number: int, at: str, *, private: bool) -> None:
        """Writes as a reader does: over what is shown, beside what is not."""
        before = self.state["answers"].get(address)
        after = edited(
            before, value, at=at, device=self.name, asked="?", version=f"{number:012x}", private=private
        )
        self.state = self.state | {"answers": self.state["answers"] | {address: after}}
        if after is before:
            return
        stands = self.standing.setdefault(address, {})
        gone = texts(before) if before else []
        gone = gone if value is None else [*gone[:1], value]
        self.over |= {writing for writing, old in stands.items() if any(same(old, one) for one in gone)}
        if value is not None:
            stands[number] = value
        self._forget()

    def say(self, address: str, private: bool | None) -> None:
        """Has what is shown say that it is private, that it is not, or nothing, as older programs do."""
        if "value" in (document := self.state["answers"].get(address, {})):
            rest = {name: field for name, field in document.items() if name != "private"}
            said = rest if private is None else {**rest, "private": private}
            self.state = self.state | {"answers": self.state["answers"] | {address: said}}

    def begin(self, entry: str, after: str) -> None:
        """Begins an entry after another one."""
        entries = self.state.get("entries", {})
        self.state = self.state | {"entries": entries | {entry: {"after": after}}}

    def meet(self, other: "Machine") -> None:
        """Takes in the file of another machine."""
        self.state = merged(self.state, other.state)
        self.over |= other.over
        for address, writings in other.standing.items():
            self.standing.setdefault(address, {}).update(writings)
        self._forget()

    def _forget(self) -> None:
        for writings in self.standing.values():
            for writing in self.over & writings.keys():
                del writings[writing]


def machines_after(script: bytes, words: int) -> list[Machine]:
    """Three machines after a story: each pair of bytes is one event. `words` 0: no two texts are the same."""
    machines = [Machine("one"), Machine("two"), Machine("three")]
    for number, (event, detail) in enumerate(zip(script[::2], script[1::2], strict=False)):
        machine = machines[event % 3]
        if event // 3 % 5 == 0:
            machine.meet(machines[detail % 3])
            continue
        if event // 3 % 5 == 2:
            machine.say(ADDRESSES[detail % 2], (None, True, False)[detail // 2 % 3])
            machine.begin(f"a/b@{detail % 5}", f"{detail // 5 % 5}")
            continue
        few: list[Value] = ["a", "b", True, 1, "1"]
        value = None if event // 3 % 5 == 1 else few[detail % words] if words else f"text {number}"
        at = f"20{detail // 2 % 90 + 10}"
        machine.write(ADDRESSES[detail % 2], value, number, at, private=detail % 3 == 0)
    return machines


@settings(max_examples=examples(4_000), deadline=None)
@given(st.binary(max_size=32), st.integers(0, 5))
def test_merging_is_commutative_and_idempotent_and_loses_and_revives_nothing(
    script: bytes, words: int
) -> None:
    machines = machines_after(script, words)
    one, two, three = (machine.state for machine in machines)
    union = merged(one, two)
    assert same(union, merged(two, one))
    assert same(union, merged(union, one))
    assert same(union, merged(union, two))
    assert same(one, merged(one, one))
    everything = [merged(merged(x, y), z) for x, y, z in permutations((one, two, three))]
    assert (
        len({IN_ORDER.encode({a: texts(d) for a, d in all_["answers"].items()}) for all_ in everything}) == 1
    )
    assert len({IN_ORDER.encode(privacy(all_)) for all_ in everything}) == 1
    assert len({IN_ORDER.encode(all_.get("entries", {})) for all_ in everything}) == 1
    assert all(is_no_less_private(all_, machine) for all_ in everything for machine in (one, two, three))
    machines[0].meet(machines[1])
    for machine in machines:
        for address, document in machine.state["answers"].items():
            true = [json.dumps(value) for value in machine.standing.get(address, {}).values()]
            assert sorted(map(json.dumps, texts(document))) == sorted(true)


def test_a_value_that_two_machines_typed_stands_until_both_have_written_over_it() -> None:
    mine, theirs = wrote(None, "the same", "one"), wrote(None, "the same", "two")
    assert texts(both(mine, theirs)) == ["the same", "the same"]
    assert texts(both(wrote(mine, "more"), theirs)) == ["more", "the same"]
    assert texts(wrote(both(mine, theirs), "more")) == ["more"]


def test_an_edit_counts_and_remembers_what_it_wrote_over() -> None:
    first = edited(None, "I feel seen", at="2026-11-22T20:15:00Z", device="kqtz", asked="When?")
    assert re.fullmatch("[0-9a-f]{12}", first["version"])
    assert first == {
        "value": "I feel seen",
        "version": first["version"],
        "at": "2026-11-22T20:15:00Z",
        "rev": 1,
        "device": "kqtz",
        "private": True,
        "asked": "When?",
        "anc": [],
        "alts": [],
    }
    second = edited(first, "I felt seen", at="2026-11-23T08:00:00Z", device="kqtz", asked="When now?")
    assert second["rev"] == 2
    assert second["version"] != first["version"]
    assert second["anc"] == [f"1:{first['version']}"]
    assert second["asked"] == "When now?"
    assert first["rev"] == 1


def test_the_same_value_again_is_no_edit_but_true_is_not_1() -> None:
    ticked = wrote(None, True)
    assert wrote(ticked, True, device="two") is ticked
    assert wrote(ticked, 1)["rev"] == 2
    blank = wrote(ticked, None)
    assert wrote(blank, None) is blank


def test_blanking_leaves_a_tombstone_without_value_question_or_alternatives() -> None:
    mine, theirs = wrote(None, "mine"), wrote(None, "theirs", "two")
    conflict = both(mine, theirs)
    assert sorted(map(str, texts(conflict))) == ["mine", "theirs"]
    blank = wrote(conflict | {"starred": True}, None)
    assert "value" not in blank
    assert blank["asked"] == ""
    assert blank["alts"] == []
    assert blank["starred"] is True
    assert "mine" not in json.dumps(blank)
    assert "theirs" not in json.dumps(blank)
    for old in (mine, theirs, conflict):
        assert texts(both(blank, old)) == []


def test_an_older_copy_does_not_bring_back_what_was_written_over() -> None:
    old = wrote(None, "first")
    new = wrote(wrote(old, "second"), "third")
    assert texts(both(old, new)) == ["third"]


def test_revisions_decide_and_not_the_clock() -> None:
    old = wrote(None, "first", at="2099-01-01T00:00:00Z")
    new = wrote(old, "second", at="1970-01-01T00:00:00Z")
    assert texts(both(old, new)) == ["second"]


def test_of_two_texts_written_apart_the_newer_is_shown_and_the_other_kept() -> None:
    base = wrote(None, "base")
    mine = wrote(base, "mine", "one", "2026-11-22T10:00:00Z")
    theirs = wrote(base, "theirs", "two", "2026-11-22T11:00:00Z")
    union = both(mine, theirs)
    assert texts(union) == ["theirs", "mine"]
    assert union["alts"] == [
        {name: mine[name] for name in ("value", "version", "at", "rev", "device", "private")}
    ]


def test_a_text_goes_before_a_blank_that_never_knew_of_it() -> None:
    base = wrote(None, "base")
    assert texts(both(wrote(base, None), wrote(base, "written meanwhile", "two"))) == ["written meanwhile"]


def test_a_blank_counts_again_once_the_text_that_went_before_it_is_written_over() -> None:
    blank = wrote(wrote(wrote(None, "first"), "second", "two"), None, "two")
    never_knew = wrote(None, "third", "three")
    over = wrote(never_knew, None, "four")
    assert texts(both(blank, never_knew)) == ["third"]
    assert texts(both(both(blank, never_knew), over)) == texts(both(both(blank, over), never_knew)) == []


def test_a_value_typed_anew_stands_against_copies_in_which_it_was_written_over() -> None:
    base = wrote(None, "yes")
    between = wrote(base, "no")
    back = wrote(between, "yes")
    assert texts(both(back, between)) == ["yes"]
    assert texts(both(back, wrote(base, "perhaps", "two"))) == ["yes", "perhaps"]


def test_going_on_with_the_shown_text_keeps_the_other_one_and_taking_the_other_ends_the_conflict() -> None:
    conflict = both(wrote(None, "mine"), wrote(None, "theirs", "two"))
    assert texts(conflict) == ["theirs", "mine"]
    assert texts(wrote(conflict, "theirs, longer")) == ["theirs, longer", "mine"]
    taken = wrote(conflict, "mine")
    assert texts(taken) == ["mine"]
    assert texts(both(taken, conflict)) == ["mine"]


def test_ancestors_are_bounded_and_the_newest_are_kept() -> None:
    document = old = wrote(None, "0")
    for number in range(1, 200):
        old = document
        document = wrote(document, str(number))
    assert len(document["anc"]) == ANCESTORS == 64
    assert document["rev"] == 200
    assert texts(both(old, document)) == ["199"]
    far = wrote(wrote(None, "0"), "1")
    assert texts(both(far, document)) == ["199", "1"]  # too old to be known, so kept rather than lost


def test_what_is_erased_beside_a_much_edited_text_is_remembered_however_old_it_is() -> None:
    old = wrote(None, "written on the other machine", "two")
    document = wrote(None, "0")
    for number in range(1, 2 * ANCESTORS):
        document = wrote(document, str(number))
    blank = wrote(both(document, old), None)
    assert len(blank["anc"]) == ANCESTORS
    assert texts(both(blank, old)) == []


def test_what_either_copy_remembers_is_remembered_until_the_next_change() -> None:
    one, other = wrote(None, "one"), wrote(None, "other")
    for number in range(100):
        one, other = wrote(one, f"one {number}"), wrote(other, f"other {number}")
    union = both(one, other)
    assert len(union["anc"]) == 2 * ANCESTORS
    assert texts(both(union, one)) == texts(both(union, other)) == texts(union)
    assert len(wrote(union, "more")["anc"]) == ANCESTORS


def test_a_value_changed_by_hand_under_the_same_name_is_kept_beside_the_other() -> None:
    one = wrote(None, "typed")
    assert sorted(map(str, texts(both(one, one | {"value": "changed by hand"})))) == [
        "changed by hand",
        "typed",
    ]


def test_unknown_tables_documents_and_fields_of_both_sides_survive() -> None:
    mine = state(a=wrote(None, "x") | {"mine": {"deep": [1, 2]}}, b=wrote(None, "only mine"))
    theirs = state(a=wrote(None, "x") | {"theirs": 2}, c=wrote(None, "only theirs"))
    union = merged(mine | {"drawings": {"1": {"a": 1}}}, theirs | {"drawings": {"1": {"b": 2}, "2": {}}})
    assert union["drawings"] == {"1": {"a": 1, "b": 2}, "2": {}}
    assert union["answers"]["a"]["mine"] == {"deep": [1, 2]}
    assert union["answers"]["a"]["theirs"] == 2
    assert [texts(union["answers"][name]) for name in "bc"] == [["only mine"], ["only theirs"]]


@pytest.mark.parametrize("table", ["place", "settings", "drawings"])
def test_of_place_and_settings_the_newer_goes_first_and_the_rest_is_united(table: str) -> None:
    old = {table: {"1": {"at": "2026-01-01", "theme": "light", "idle": 5}}}
    new = {table: {"1": {"at": "2026-02-01", "theme": "dark", "home": True}}}
    expected = {table: {"1": {"at": "2026-02-01", "theme": "dark", "home": True, "idle": 5}}}
    assert merged(old, new) == merged(new, old) == expected


def test_documents_without_a_time_merge_the_same_from_both_sides() -> None:
    one, other = (
        {"settings": {"1": {"theme": "light", "n": 2}}},
        {"settings": {"1": {"theme": "dark", "n": 10}}},
    )
    assert merged(one, other) == merged(other, one)


def test_of_two_texts_each_taken_out_on_another_machine_none_comes_back_in_whatever_order() -> None:
    here, there = wrote(None, "here", "one"), wrote(None, "there", "two")
    blank, late = wrote(here, None), both(wrote(there, None), here)
    for one, two, three in permutations((blank, there, late)):
        assert texts(both(both(one, two), three)) == []


def test_nothing_is_left_of_what_was_written_over_by_which_a_guess_could_be_tested() -> None:
    one, other = (
        edited(edited(None, value, at="t", device="d", asked="?"), None, at="t", device="d", asked="?")
        for value in ("ending", "ending")
    )
    assert one["anc"] != other["anc"]
    assert same({**one, "anc": []}, {**other, "anc": []})


def test_documents_that_lack_fields_merge_and_change_like_others() -> None:
    assert texts(both({"value": "x"}, {"value": "y"})) == ["y", "x"]
    assert wrote({"value": "x"}, "y")["rev"] == 1
    assert both({}, {"value": "x"})["value"] == "x"


@pytest.mark.parametrize(
    ("one", "other", "both_say"),
    [(True, False, True), (False, None, False), (None, True, True), (None, None, None)],
)
def test_of_two_copies_of_a_version_the_private_one_counts(
    one: bool | None, other: bool | None, both_say: bool | None
) -> None:
    written = wrote(None, "x")
    del written["private"]
    here, there = (written if said is None else {**written, "private": said} for said in (one, other))
    for union in (both(here, there), both(there, here)):
        assert union.get("private") == both_say
        assert union["alts"] == []


def test_whether_it_is_private_is_no_part_of_a_made_up_name() -> None:
    unnamed = {"value": "x", "at": "t", "rev": 1, "device": "one"}
    assert len({name_of({**unnamed, **said}) for said in ({}, {"private": True}, {"private": False})}) == 1
    assert name_of(unnamed) == "0000f5b686d6"  # as every program before made it


def test_a_private_version_stays_so_beside_one_that_is_not_and_when_it_is_shown_again() -> None:
    mine = wrote(None, "mine", private=True)
    theirs = wrote(None, "theirs", "two", private=False)
    union = both(mine, theirs)
    assert [(version["value"], version["private"]) for version in versions(union)] == [
        ("theirs", False),
        ("mine", True),
    ]
    over = both(union, wrote(theirs, None, "two"))
    assert (over["value"], over["private"]) == ("mine", True)


def test_what_is_written_over_private_words_is_private_until_the_field_is_emptied() -> None:
    first = wrote(None, "first", private=True)
    second = wrote(first, "second", private=False)
    assert second["private"]
    blank = wrote(second, None, private=False)
    assert "private" not in blank
    assert not wrote(blank, "third", private=False)["private"]


def test_taking_the_private_one_of_two_versions_keeps_it_private_and_taking_the_other_does_not() -> None:
    union = both(wrote(None, "mine", private=True), wrote(None, "theirs", "two", private=False))
    for value, is_private in (("mine", True), ("theirs", False)):
        taken = picked(union, value, at="t", device="d", asked="?", private=False)
        assert (texts(taken), taken["private"]) == ([value], is_private)
        assert wrote(union, "mine", private=False)["private"]


def test_of_two_entries_that_one_was_begun_after_the_greater_name_counts() -> None:
    one, other = (
        {"entries": {"a/b@2026-06-10T0800": {"after": after, "at": at}}}
        for after, at in (("2026-06-10T2000", "1"), ("2026-06-09T2300", "2"))
    )
    for union in (merged(one, other), merged(other, one)):
        assert union["entries"]["a/b@2026-06-10T0800"]["after"] == "2026-06-10T2000"
