"""What a folder of files becomes before any chapter is read."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from workbook.book import BookError, problems, read_book

HEAD = "---\nid: {0}\ntitle: The {0}\n---\n\n"


def write(folder: Path, **files: str) -> Path:
    """`folder` with these files: a name of `_01_a` stands for `01-a.md`, other names for themselves."""
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name.lstrip('_').replace('_', '-')}.md").write_text(text, "utf-8")
    return folder


def codes(folder: Path) -> list[tuple[str, int, str]]:
    """File, line and code of each problem of the folder's front matters."""
    return [(problem.path.name, problem.line, problem.code) for problem in read_book(folder).problems]


def test_chapters_stand_in_the_order_of_their_numbers_then_of_their_names(tmp_path: Path) -> None:
    names = ["_10_late", "_2_b", "_02_a", "_001_first"]
    folder = write(tmp_path, **{name: HEAD.format(name.split("_")[-1]) for name in names})
    book = read_book(folder)
    assert [front.path.name for front in book.fronts] == ["001-first.md", "02-a.md", "2-b.md", "10-late.md"]
    assert [front.number for front in book.fronts] == [1, 2, 3, 4]


def test_the_cover_names_the_book_and_pages_are_files_with_front_matter(tmp_path: Path) -> None:
    files = {"index": HEAD.format("tale"), "_01_a": HEAD.format("a"), "staying_safe": HEAD.format("safe")}
    folder = write(tmp_path, README="# Read me\n", **files)
    (folder / "02-a-folder.md").mkdir()
    (folder / "03-notes.txt").write_text("no")
    book = read_book(folder)
    assert (book.id, book.title) == ("tale", "The tale")
    assert book.cover is not None
    assert book.cover.path.name == "index.md"
    assert [front.id for front in book.fronts] == ["a"]
    assert [(front.id, front.number) for front in book.extras] == [("safe", 0)]
    assert book.problems == ()


def test_a_folder_without_cover_is_a_book_named_after_the_folder(tmp_path: Path) -> None:
    folder = write(tmp_path / "Mein Büchlein", _01_a=HEAD.format("a"))
    book = read_book(folder)
    digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()
    assert (book.id, book.title) == (f"mein-buchlein-{digest[:8]}", "Mein Büchlein")
    assert [str(problem).partition(": ")[2].partition(":")[0] for problem in book.problems] == ["warning"]
    assert codes(folder) == [("index.md", 1, "no-index")]


def test_a_cover_without_a_usable_id_leaves_the_id_to_the_folder(tmp_path: Path) -> None:
    folder = write(tmp_path / "tale", index=HEAD.format("My Tale"), _01_a=HEAD.format("a"))
    book = read_book(folder)
    assert book.id.startswith("tale-")
    assert book.title == "The My Tale"
    assert codes(folder) == [("index.md", 2, "bad-id")]


def test_a_cover_keeps_its_id_whatever_else_is_wrong_with_it(tmp_path: Path) -> None:
    cover = "---\nid: tale\npart: [a]\n---\n"
    book = read_book(write(tmp_path / "Folder", index=cover, _01_a=HEAD.format("a")))
    assert (book.id, book.title) == ("tale", "Folder")
    assert codes(tmp_path / "Folder") == [("index.md", 1, "missing-key"), ("index.md", 3, "bad-front-matter")]


def test_a_chapter_without_front_matter_is_named_after_its_file(tmp_path: Path) -> None:
    book = read_book(write(tmp_path, index=HEAD.format("tale"), _01_the_start="Hello.\n"))
    made = f"the-start-{hashlib.sha256(b'01-the-start.md').hexdigest()[:8]}"
    assert [(front.id, front.title) for front in book.fronts] == [(made, "The start")]
    assert book.open(book.fronts[0]).id == made
    assert codes(tmp_path) == [("01-the-start.md", 1, "no-front-matter")]


def test_an_id_that_is_made_up_depends_on_its_file_alone(tmp_path: Path) -> None:
    files = {"_01_你好": "Hello.\n", "_02_世界": "World.\n", "_03_tale": "A tale.\n", "_04_tale": "A tale.\n"}
    before = read_book(write(tmp_path, index=HEAD.format("tale"), **files)).fronts
    assert len({front.id for front in before}) == 4
    write(tmp_path, _00_新="New.\n", _00_chapter=HEAD.format("chapter"), _02_tale=HEAD.format("tale"))
    after = {front.path: front.id for front in read_book(tmp_path).fronts}
    assert {front.path: front.id for front in before}.items() <= after.items()


def test_an_answer_stays_under_its_question_whatever_chapter_comes_before_it(tmp_path: Path) -> None:
    question = "<!-- @text #why -->\n\n{}\n\n> …\n"
    folder = write(tmp_path, index=HEAD.format("tale"), _01_你好=question.format("Hello?"))
    (address,) = (f"{chapter.id}/why" for chapter in read_book(folder).chapters)
    write(folder, _00_新=question.format("New?"))
    blank = read_book(folder).blank(address)
    assert blank is not None
    assert blank.question == "Hello?"


def test_an_id_is_the_id_of_one_chapter_and_answers_of_another_never_stand_under_it(tmp_path: Path) -> None:
    files = {"_01_a": HEAD.format("a"), "_02_b": HEAD.format("a"), "_03_c": HEAD.format("a-2")}
    book = read_book(write(tmp_path, index=HEAD.format("tale"), **files))
    made = f"a-{hashlib.sha256(b'02-b.md').hexdigest()[:8]}"
    assert [front.id for front in book.fronts] == ["a", made, "a-2"]
    assert book.open(book.fronts[1]).id == made
    assert codes(tmp_path) == [("02-b.md", 2, "duplicate-id")]


def test_problems_of_front_matter_are_known_before_a_chapter_is_read(tmp_path: Path) -> None:
    bad = "---\nid: b\ntitel: B\ntitle: B\n---\n"
    book = read_book(write(tmp_path, index=HEAD.format("tale"), _01_a=HEAD.format("a"), _02_b=bad))
    assert [str(problem) for problem in book.problems] == [
        f"{tmp_path}/02-b.md:3: warning: unknown front matter key 'titel'. "
        "Did you mean 'title'? [unknown-key]"
    ]
    assert not any(book.is_open(front) for front in book.fronts)
    assert problems(book) == book.problems


def test_what_is_no_folder_of_chapters_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("a file")
    write(tmp_path / "empty", README="# Read me\n")
    refusals = {"gone": "there is no folder", "a file": "is not a folder of", "empty": "holds no chapters"}
    for name, said in refusals.items():
        with pytest.raises(BookError, match=said) as refused:
            read_book(tmp_path / name)
        assert "\n" not in str(refused.value)


def test_front_matter_that_never_ends_is_not_looked_for_in_a_whole_huge_file(tmp_path: Path) -> None:
    write(
        tmp_path, index=HEAD.format("tale"), _01_a="---\nid: a\n" + "word " * 200_000 + "\n" + "x\n" * 200_000
    )
    assert codes(tmp_path) == [("01-a.md", 1, "bad-front-matter")]


def test_a_link_to_nowhere_is_no_chapter(tmp_path: Path) -> None:
    write(tmp_path, index=HEAD.format("tale"), _01_a=HEAD.format("a"))
    (tmp_path / "02-gone.md").symlink_to(tmp_path / "nowhere")
    assert [front.id for front in read_book(tmp_path).fronts] == ["a"]


def test_a_list_of_chapters_needs_no_markdown_parser(tmp_path: Path) -> None:
    write(tmp_path, index=HEAD.format("tale"), _01_a=HEAD.format("a"))
    program = (
        "import sys; from pathlib import Path; from workbook.book import read_book; "
        "book = read_book(Path(sys.argv[1])); assert 'markdown_it' not in sys.modules; "
        "book.open(book.fronts[0]); print('markdown_it' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], cwd=root, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("True\n", "")
