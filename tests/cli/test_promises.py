"""What was written in private stays out of a shared copy, whatever became of the book since."""

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.shell import Shell
from tests.export.strategies import blanks
from workbook.answers import Answers, ReadOnly, open_answers, read_answers
from workbook.book import Blank, Book, Choice, Scale, Text, read_book
from workbook.export.sharing import offered

FIXTURE = Path(__file__).parents[1] / "fixtures"
OLDER = FIXTURE / "answers" / "without-privacy.json"
"""A file of every kind of answer, written by the program that knew privacy from the book alone."""

NOW = datetime(2026, 11, 22, 20, 15, tzinfo=UTC)


class Reader(Shell):
    """The fixture book, every text of it filled with a word of its own, until it tells all."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        super().__init__(folder, capsys)
        shutil.rmtree(self.book)
        shutil.copytree(FIXTURE / "book", self.book)
        self.blanks = [blank for chapter in self.read().chapters for blank in blanks(chapter)]

    def read(self) -> Book:
        """The book as it stands now."""
        return read_book(self.book)

    @contextmanager
    def writing(self) -> Iterator[Answers]:
        """The answers, open for a while."""
        answers = open_answers(self.data, self.read(), clock=lambda: NOW)
        yield answers
        assert answers.close()

    def fill(self, mark: str = "word") -> None:
        """Writes something into every blank."""
        with self.writing() as answers:
            for number, blank in enumerate(self.blanks):
                answers[blank.address] = said(blank, f"{mark}{number:03}.")

    def tell_all(self) -> None:
        """Takes every `share=no` out of the book."""
        for path in self.book.glob("*.md"):
            path.write_text(path.read_text("utf-8").replace(" share=no", ""), "utf-8")
        assert not any(not b.share for c in self.read().chapters for b in blanks(c))

    def words(self, *, share: bool, mark: str = "word") -> set[str]:
        """Those of the texts that are private, or are not, where the reader wrote them."""
        return {
            f"{mark}{number:03}."
            for number, blank in enumerate(self.blanks)
            if isinstance(blank.of, Text) and blank.share is share and not is_date(blank)
        }

    def shared(self) -> set[str]:
        """Every word of the reader's in a copy for which all was ticked that can be."""
        with self.writing() as answers:
            tick_all(self.read(), answers)
        assert self.run("share") == 0
        return set(re.findall(r"\w+\d{3}\.", self.out))


def tick_all(book: Book, answers: Answers) -> None:
    """Ticks whatever may be shared."""
    for one in offered(book, answers, NOW.date()):
        answers.tick_to_share(one.written.at, one.versions)


def is_date(blank: Blank) -> bool:
    """Whether it asks for a date: in the fixture, two do."""
    return blank.address.endswith(("first-day", "review"))


def said(blank: Blank, word: str) -> bool | int | str:
    """Something that the blank takes: of a text, `word`."""
    match blank.of:
        case Choice(items=items):
            return items[0].id
        case Scale(most=most):
            return most
        case Text():
            return "2026-11-22" if is_date(blank) else word
        case _:
            return True


@pytest.fixture
def reader(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Reader:
    """A reader who has written nothing yet."""
    return Reader(tmp_path, capsys)


def test_a_book_that_no_longer_says_so_still_tells_nothing_that_was_private(reader: Reader) -> None:
    reader.fill()
    assert reader.shared() == reader.words(share=True)
    scales = re.findall(r"> -?\d+ / \d+", reader.out)
    ticks = reader.out.count("[x]") + reader.out.count("(x)")
    reader.tell_all()
    assert reader.shared() == reader.words(share=True)
    assert re.findall(r"> -?\d+ / \d+", reader.out) == scales
    assert reader.out.count("[x]") + reader.out.count("(x)") == ticks
    assert reader.shared() == reader.words(share=True)


def test_a_book_that_says_so_later_keeps_back_what_was_not_private(reader: Reader) -> None:
    reader.fill()
    path = reader.book / "01-ground.md"
    path.write_text(path.read_text("utf-8").replace("@text #one-word", "@text #one-word share=no"), "utf-8")
    hidden = {f"word{n:03}." for n, b in enumerate(reader.blanks) if b.address == "ground/one-word"}
    assert len(hidden) == 1
    assert reader.shared() == reader.words(share=True) - hidden


def test_private_words_that_are_edited_stay_private_until_the_field_is_emptied(reader: Reader) -> None:
    reader.fill()
    reader.tell_all()
    with reader.writing() as answers:
        answers["ground/why"] = "edited000."
        answers.flush()
        answers["ground/why"] = "edited001."
        assert "ground/why" not in answers.shareable
    assert "edited001." not in reader.shared()
    with reader.writing() as answers:
        del answers["ground/why"]
        answers["ground/why"] = "anew000."
        answers["ground/why"] = "anew001."
        assert answers.shareable["ground/why"] == "anew001."
    assert "anew001." in reader.shared()


def test_words_that_moved_to_a_blank_that_is_not_private_stay_private(reader: Reader) -> None:
    reader.fill()
    path = reader.book / "01-ground.md"
    path.write_text(
        path.read_text("utf-8").replace('#why rows=4 chars=300 share=no was="', '#open was="why ')
    )
    path = reader.book / "02-year.md"
    path.write_text(path.read_text("utf-8").replace("#day repeat=day", "#daily was=day repeat=day"))
    reader.tell_all()
    assert reader.shared() == reader.words(share=True)
    with reader.writing() as answers:
        assert "ground/open" in answers
    assert reader.shared() == reader.words(share=True)


def test_copies_of_other_machines_bring_no_private_word_to_light(reader: Reader) -> None:
    reader.fill("here")
    there = json.loads((reader.data / "allotment.json").read_bytes())
    for document in there["answers"].values():
        if isinstance(document["value"], str) and document["value"].startswith("here"):
            document |= {"value": document["value"].replace("here", "there"), "version": "0" * 12, "rev": 2}
    (reader.data / "allotment.sync-conflict-20261122-201500-ABCDEFG.json").write_text(json.dumps(there))
    reader.tell_all()
    shared = reader.words(share=True, mark="there")
    assert reader.shared() == shared
    with reader.writing() as answers:
        assert answers.contested
    assert reader.shared() == shared
    with reader.writing() as answers:
        for address in answers.contested:
            record = answers.record(address)
            assert record
            answers.pick(address, record.alternatives[0].value)
    assert reader.shared() == reader.words(share=True, mark="here")


def test_a_copy_that_says_less_does_not_make_a_version_public(reader: Reader) -> None:
    reader.fill()
    there = json.loads((reader.data / "allotment.json").read_bytes())
    for document in there["answers"].values():
        document["private"] = False
    (reader.data / "allotment.sync-conflict-20261122-201500-ABCDEFG.json").write_text(json.dumps(there))
    reader.tell_all()
    with reader.writing():
        pass
    assert reader.shared() == reader.words(share=True)


def test_what_is_restored_is_as_private_as_it_was(reader: Reader) -> None:
    reader.fill()
    copy = reader.folder / "copy.json"
    assert reader.run("backup", copy) == 0
    reader.tell_all()
    shutil.rmtree(reader.data)
    assert reader.run("restore", copy) == 0
    assert reader.shared() == reader.words(share=True)


def test_a_second_program_that_only_reads_shares_nothing_more(reader: Reader) -> None:
    reader.fill()
    reader.tell_all()
    with reader.writing() as answers:
        second = open_answers(reader.data, reader.read())
        assert second.read_only
        assert second.shareable == answers.shareable
        with pytest.raises(ReadOnly):
            tick_all(reader.read(), second)
        tick_all(reader.read(), answers)
        assert answers.flush()
        assert reader.run("share") == 0
        assert "word" in reader.out
        assert not any(word in reader.out for word in reader.words(share=False))


def test_an_orphan_that_finds_a_blank_again_is_private(reader: Reader) -> None:
    reader.fill()
    with reader.writing() as answers:
        answers["ground/newcomer"] = "orphan000."
    path = reader.book / "01-ground.md"
    path.write_text(path.read_text("utf-8") + "\n\n<!-- @text #newcomer -->\n\nNew?\n\n> …\n", "utf-8")
    assert "orphan000." not in reader.shared()
    assert reader.run("export") == 0
    assert "orphan000." in reader.out


def test_a_file_of_an_older_program_is_shared_as_its_book_says_once_it_was_opened(reader: Reader) -> None:
    reader.data.mkdir(mode=0o700)
    shutil.copy(OLDER, reader.data / "allotment.json")
    assert list(offered(reader.read(), read_answers(reader.data, reader.read()), NOW.date())) == []
    reader.shared()
    assert "> Clay" in reader.out
    assert "Loam" not in reader.out
    reader.tell_all()
    reader.shared()
    assert "> Clay" in reader.out
    for private in ("Because it is ours", "When it snows"):
        assert private not in reader.out
