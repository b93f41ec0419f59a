"""`workbook share`: the words that were ticked, each under its question, and nothing else."""

import re
import stat
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.books import book_of
from tests.cli.shell import Shell
from workbook.answers import open_answers
from workbook.book import read_book
from workbook.export.sharing import Said, offered, read_copy

RIVER = """
# The river

Prose that nobody asked for.

<!-- @text #proof rows=3 -->

When did you last see it? *(For example: "On Tuesday.")*

> …

<!-- @checklist #seen recalls="river/proof" -->

What did you see? Read the list.

- [ ] A *heron* <!-- #heron leads=river -->
- [ ] An otter <!-- #otter -->

<!-- @choice #best -->

Which was best?

- ( ) 1. The heron <!-- #heron -->
- ( ) None <!-- #none -->

<!-- @scale #calm low="a storm" high="a mirror" -->

How calm was it?

> … / 10

<!-- @text #secret share=no -->

What do you keep back?

> …

<!-- @group #trips -->

Which trips would you like to make?

1. [ ] To the mouth <!-- #mouth -->
2. [ ] To the spring <!-- #spring -->
3. [ ] Away <!-- #away share=no -->

<!-- @text #with -->

With whom? *(Or alone.)*

> …

<!-- @text #why share=no -->

Why?

> …

<!-- @end -->

<!-- @group #log repeat=day -->

The log

<!-- @text #caught -->

What did you catch?

> …

<!-- @end -->

<!-- @group #bottle -->

A message in a bottle

<!-- @text #message folded-until=opens -->

What does it say?

> …

<!-- @text #opens type=date share=no -->

To be opened on

> YYYY-MM-DD

<!-- @end -->
""".replace(' recalls="river/proof"', "")

EVERYTHING: dict[str, bool | int | str] = {
    "river__proof": "On Sunday, late.\n\n- #1 & <b>more</b>",
    "river__seen__heron": True,
    "river__best": "heron",
    "river__calm": 4,
    "river__secret": "SECRET",
    "river__trips__mouth__with": "SHUT",
    "river__trips__spring": True,
    "river__trips__spring__with": "Ada",
    "river__trips__spring__why": "WHY",
    "river__trips__away": True,
    "river__trips__away__with": "AWAY",
    "river__log@2026-11-21__caught": "A boot",
    "river__log@2026-11-22__caught": "Another",
    "river__bottle__message": "FOLDED",
    "river__bottle__opens": "2999-01-01",
    "river__gone": "ORPHAN",
}

COPY = r"""<!-- @share book="small" format=1 -->

## 1. On river

<!-- @shared at="river/proof" on="2026-11-22" -->

**When did you last see it?**

> On Sunday, late.
>
> \- \#1 & &lt;b>more&lt;/b>

<!-- @shared at="river/seen" on="2026-11-22" -->

**What did you see? Read the list.**

- [x] A heron <!-- #heron -->

<!-- @shared at="river/best" on="2026-11-22" -->

**Which was best?**

- (x) 1\. The heron <!-- #heron -->

<!-- @shared at="river/calm" on="2026-11-22" -->

**How calm was it?**

> 4 / 10, between a storm and a mirror

<!-- @shared at="river/trips" on="2026-11-22" -->

**Which trips would you like to make?**

- [x] 2\. To the spring <!-- #spring -->

  **With whom?**

  > Ada

<!-- @shared at="river/log@2026-11-22" on="2026-11-22" -->

**The log**

**What did you catch?**

> Another

<!-- @shared at="river/log@2026-11-21" on="2026-11-21" -->

**The log**

**What did you catch?**

> A boot
"""


@pytest.fixture
def shell(shell: Shell) -> Shell:
    """The command line over a book of every kind of exercise."""
    for path in shell.book.iterdir():
        path.unlink()
    book_of(shell.book, river=RIVER)
    return shell


def write(shell: Shell, **answers: bool | int | str) -> None:
    """Keep answers, as of one day."""
    noon = datetime(2026, 11, 22, 12).astimezone()
    kept = open_answers(shell.data, read_book(shell.book), clock=lambda: noon)
    for name, value in answers.items():
        kept[name.replace("__", "/")] = value
    assert kept.close()


def tick(shell: Shell, *places: str) -> None:
    """Tick some of what may be shared, or all of it."""
    book = read_book(shell.book)
    kept = open_answers(shell.data, book)
    for one in offered(book, kept, date(2026, 11, 26)):
        if not places or one.written.at in places:
            kept.tick_to_share(one.written.at, one.versions)
    assert kept.close()


def test_a_copy_is_as_the_manual_shows_to_the_letter(shell: Shell) -> None:
    write(shell, **EVERYTHING)
    tick(shell)
    assert shell.run("share") == 0
    assert shell.out == COPY
    assert shell.err == ""


def test_nothing_is_in_it_but_what_is_ticked(shell: Shell) -> None:
    write(shell, **EVERYTHING)
    tick(shell, "river/calm")
    shell.run("share", "-o", "-")
    assert re.findall(r'at="([^"]*)"', shell.out) == ["river/calm"]
    assert "trips" not in shell.out


@pytest.mark.parametrize("to", [(), ("-o", "for-you.md")], ids=["screen", "file"])
def test_where_nothing_is_ticked_one_line_says_how_to(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, to: tuple[str, ...]
) -> None:
    monkeypatch.chdir(shell.folder)
    for answers in ({}, EVERYTHING):
        write(shell, **answers)
        assert shell.run("share", *to) == 2
        assert shell.out == ""
        assert re.fullmatch(r"workbook: nothing is ticked to share; [^\n]*Space ticks\n", shell.err)
    assert not (shell.folder / "for-you.md").exists()


def test_words_that_were_changed_since_are_not_in_it_and_the_reader_is_told(shell: Shell) -> None:
    write(shell, **EVERYTHING)
    tick(shell)
    write(shell, river__trips__spring__with="NEWER", river__calm=9, river__seen__otter=True)
    assert shell.run("share") == 0
    assert re.findall(r'at="([^"]*)"', shell.out) == [
        "river/proof",
        "river/best",
        "river/log@2026-11-22",
        "river/log@2026-11-21",
    ]
    assert shell.err.startswith("workbook: 3 answers that you ticked have new words")


def test_what_is_folded_when_it_is_ticked_is_not_given_on_the_day_that_it_opens(shell: Shell) -> None:
    write(shell, **EVERYTHING)
    tick(shell)
    write(shell, river__bottle__opens="2026-11-01")
    assert shell.run("share") == 0
    assert shell.out == COPY


def test_taking_away_the_tick_of_a_row_takes_away_the_words_under_it(shell: Shell) -> None:
    write(shell, **EVERYTHING)
    tick(shell, "river/trips", "river/calm")
    write(shell, river__trips__spring=False)
    shell.run("share")
    assert "Ada" not in shell.out


@pytest.mark.parametrize(
    "broken",
    [
        "\n\n<!-- @text #secret -->\n\nOnce more?\n\n> …\n",
        "\n\n<!-- @text #other shar=no -->\n\nOnce more?\n\n> …\n",
    ],
    ids=["an id that stands twice", "an option that is misspelt"],
)
def test_nothing_is_given_of_a_chapter_in_which_a_question_may_pass_for_another(
    shell: Shell, broken: str
) -> None:
    write(shell, **EVERYTHING)
    tick(shell)
    path = shell.book / "01-river.md"
    path.write_text(path.read_text("utf-8") + broken, "utf-8")
    assert shell.run("share") == 2
    assert "nothing is ticked" in shell.err


def test_nothing_is_given_of_a_chapter_that_has_the_id_of_another_one(shell: Shell) -> None:
    """It is kept apart under another id, which the next edition may give to a third one."""
    path = shell.book / "01-river.md"
    path.with_name("05-river.md").write_text(path.read_text("utf-8"), "utf-8")
    write(shell, **{"river-2/proof": "On Sunday"})
    tick(shell)
    assert shell.run("share") == 2
    assert "nothing is ticked" in shell.err


def test_a_front_matter_that_says_too_little_keeps_nothing_back(shell: Shell) -> None:
    path = shell.book / "01-river.md"
    path.write_text(path.read_text("utf-8").replace("title: On river\n", ""), "utf-8")
    write(shell, **EVERYTHING)
    tick(shell)
    assert shell.run("share") == 0
    assert "On Sunday" in shell.out


def test_the_file_is_for_its_owner_alone_and_takes_the_place_of_nothing(shell: Shell) -> None:
    write(shell, **EVERYTHING)
    tick(shell)
    path = shell.folder / "for-you.md"
    assert shell.run("share", "-o", path) == 0
    assert path.read_text("utf-8") == COPY
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert shell.run("share", "-o", path) == 2
    assert shell.err == f"workbook: {path} is there already; --force overwrites it\n"
    assert shell.run("share", "-o", path, "--force") == 0


def test_no_copy_takes_the_place_of_answers_or_of_a_chapter(shell: Shell) -> None:
    write(shell, **EVERYTHING)
    tick(shell)
    for path in (shell.data / "small.json", shell.book / "01-river.md"):
        before = path.read_bytes()
        assert shell.run("share", "-o", path, "--force") == 2
        assert path.read_bytes() == before
    for folder in (shell.folder, Path(f"{shell.folder}/new/")):
        assert shell.run("share", "-o", f"{folder}/") == 2
        assert "is a folder; name a file" in shell.err


def test_a_copy_is_read_as_it_was_meant(shell: Shell) -> None:
    book = read_book(shell.book)
    write(shell, **EVERYTHING)
    tick(shell)
    shell.run("share")
    read = read_copy(shell.out, book, "it")
    assert [one.at for one in read] == re.findall(r'at="([^"]*)"', shell.out)
    assert {one.chapter for one in read} == {"1. On river"}
    proof, seen, best, calm, trips, *_ = read
    assert (proof.question, proof.on) == ("When did you last see it?", date(2026, 11, 22))
    assert proof.said == (Said("words", str(EVERYTHING["river__proof"])),)
    assert seen.said == (Said("item", "A heron", item="heron"),)
    assert best.said == (Said("item", "1. The heron", item="heron"),)
    assert calm.said == (Said("words", "4 / 10, between a storm and a mirror"),)
    assert trips.said == (
        Said("item", "2. To the spring", item="spring"),
        Said("question", "With whom?", 1),
        Said("words", "Ada", 1),
    )


def test_nothing_in_a_copy_moves_the_cursor_or_turns_the_words_of_whoever_reads_it(shell: Shell) -> None:
    write(shell, **EVERYTHING)
    tick(shell, "river/proof")
    shell.run("share")
    hostile = shell.out.replace("On Sunday", "On\x1b[2J\x07 \u202eSun\x9bday") + "\nloose\x1b[2J\u202e\n"
    [proof] = read_copy(hostile, read_book(shell.book), "it")
    assert len(proof.said) == 2
    assert all(character.isprintable() or character == "\n" for one in proof.said for character in one.text)
    assert not any("\u202e" in one.text for one in proof.said)
