"""A disk that is swapped under the folder: no word goes into the answers of others, and none is lost."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.answers.another_program import another_program, written
from tests.answers.conftest import Open
from tests.answers.samples import names
from workbook.answers import Answers, open_answers, read_answers
from workbook.book import Book

OFTEN, WHEN = "signs/often", "signs/when"

pytestmark = [
    pytest.mark.usefixtures("patient"),
    pytest.mark.skipif(os.name != "posix", reason="an open file keeps its disk there"),
]


@pytest.fixture
def theirs(book: Book, tmp_path: Path) -> Path:
    """A folder with the answers of somebody else."""
    other = open_answers(tmp_path / "theirs", book)
    other[OFTEN] = "words of somebody else"
    assert other.close()
    return tmp_path / "theirs"


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`."""
    return {name: (folder / name).read_bytes() for name in names(folder)}


def swap(folder: Path, theirs: Path) -> None:
    """Puts `theirs` in the place of `folder`, which is in the place of `theirs` then."""
    folder.rename(folder.with_name("aside"))
    theirs.rename(folder)
    folder.with_name("aside").rename(theirs)


def test_no_word_goes_into_another_folder_and_every_word_is_saved_once_ours_is_back(
    answers: Answers, folder: Path, theirs: Path
) -> None:
    answers[OFTEN] = "mine"
    assert answers.flush()
    before = contents(theirs)
    swap(folder, theirs)
    answers[WHEN] = "mine, too"
    assert not answers.flush()
    assert answers.saving.state == "not saved"
    reason = f"the folder was swapped or is gone: bring back the first one at {folder}"
    assert answers.saving.reason == reason
    assert contents(folder) == before
    assert dict(answers) == {OFTEN: "mine", WHEN: "mine, too"}
    swap(folder, theirs)
    assert answers.flush()
    assert contents(theirs) == before
    assert b"mine, too" in (folder / "small.json").read_bytes()


def test_a_folder_that_is_gone_is_said_and_nothing_is_made_in_its_place(
    answers: Answers, folder: Path
) -> None:
    folder.rename(folder.with_name("pulled out"))
    answers[OFTEN] = "mine"
    assert not answers.flush()
    assert str(folder) in answers.saving.reason
    assert not folder.exists()
    folder.with_name("pulled out").rename(folder)
    assert answers.flush()


def test_the_folder_that_a_linked_data_file_leads_to_is_looked_at_too(
    folder: Path, theirs: Path, tmp_path: Path, opened: Open
) -> None:
    cloud = tmp_path / "cloud"
    folder.mkdir()
    cloud.mkdir()
    (folder / "small.json").symlink_to(cloud / "small.json")
    answers = opened()
    before = contents(theirs)
    swap(cloud, theirs)
    answers[OFTEN] = "mine"
    assert not answers.flush()
    assert contents(cloud) == before


def test_a_lock_file_that_was_removed_is_made_again_and_the_word_saved(
    answers: Answers, folder: Path, opened: Open
) -> None:
    (folder / "small.lock").unlink()
    answers[OFTEN] = "mine"
    assert answers.flush()
    assert opened().read_only.startswith("open in another terminal")


def test_a_program_that_took_the_lock_when_its_file_was_removed_loses_no_word_and_takes_none(
    answers: Answers, folder: Path, book: Book
) -> None:
    (folder / "small.lock").unlink()
    with another_program(folder, book.folder) as second:
        assert written(second, OFTEN, "theirs") == "True"
        answers[WHEN] = "mine"
        assert answers.flush()
        assert dict(read_answers(folder, book)) == {OFTEN: "theirs", WHEN: "mine"}


def test_a_program_that_only_reads_takes_no_other_folder_over(
    folder: Path, theirs: Path, book: Book, opened: Open
) -> None:
    with another_program(folder, book.folder) as first:
        assert written(first, OFTEN, "mine") == "True"
        reader = opened()
        swap(folder, theirs)
        before = contents(folder)
        assert not reader.take_over()
        assert dict(reader) == {OFTEN: "mine"}
        assert contents(folder) == before
        folder.rename(folder.with_name("gone"))
        assert not reader.take_over()
        folder.with_name("gone").rename(folder)
        swap(folder, theirs)
        first.kill()
        first.wait()
        assert reader.take_over()


@pytest.fixture
def mounted(folder: Path, tmp_path: Path) -> Iterator[Path]:
    """The folder of the answers, on which a disk is mounted."""
    disk = tmp_path / "disk"
    folder.mkdir()
    disk.mkdir()
    mount(disk, folder)
    yield folder
    while subprocess.run(["umount", "-l", folder], check=False, capture_output=True).returncode == 0:
        pass  # as many as a test has left there


def mount(disk: Path, folder: Path) -> None:
    """Mounts `disk` on `folder`; the test is skipped where that is not allowed."""
    try:
        subprocess.run(["mount", "--bind", disk, folder], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("mounting needs to be root, on Linux")


def test_a_disk_that_is_mounted_in_the_place_of_ours_gets_no_word(
    mounted: Path, theirs: Path, tmp_path: Path, opened: Open
) -> None:
    answers = opened()
    answers[OFTEN] = "mine"
    assert answers.flush()
    before = contents(theirs)
    subprocess.run(["umount", "-l", mounted], check=True)
    mount(theirs, mounted)
    answers[WHEN] = "mine, too"
    assert not answers.flush()
    assert "bring back the first one" in answers.saving.reason
    assert contents(theirs) == before
    assert dict(answers) == {OFTEN: "mine", WHEN: "mine, too"}
    assert "mine, too" not in str(contents(tmp_path / "disk"))


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="only Linux lists what a process holds open")
def test_a_disk_can_be_taken_out_once_the_answers_are_closed(book: Book, tmp_path: Path) -> None:
    """What is held open on a stick keeps it from being unmounted."""
    answers = open_answers(tmp_path / "data", book)
    answers.close()
    held = [os.path.realpath(handle) for handle in Path("/proc/self/fd").iterdir()]
    assert [path for path in held if path.startswith(str(tmp_path))] == []
