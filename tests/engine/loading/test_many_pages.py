"""Files that hold many pages: each is read by itself, found again by its locator, and refused with a reason."""

import json
import zipfile
from itertools import islice
from pathlib import Path

import pytest

from storyreader.errors import UnreadablePage
from storyreader.loading import holds_many, read_page, read_pages
from storyreader.locators import file_of, short_name, split_locator
from storyreader.page import Page

PAGES = {
    "a.html": "<p>The mill on the Arden closed on Monday.</p>",
    "deep/in/b.txt": "The ferry was late again.",
    "odd#name.txt": "Nobody on the pier said why.",
    "a_files/style.css": "p {}",
    "__MACOSX/a.html": "resource fork",
}


def zipped(place: Path, pages: dict[str, str | bytes], **more: int) -> Path:
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in pages.items():
            archive.writestr(name, text, **more)
    return place


def test_a_zip_file_of_pages(tmp_path: Path) -> None:
    file = zipped(tmp_path / "pages.zip", dict(PAGES))
    pages = [page for page in read_pages(file) if isinstance(page, Page)]
    assert [page.path for page in pages] == [f"{file}#{name}" for name in list(PAGES)[:3]]
    assert [page.media for page in pages] == ["html", "text", "text"]
    for page in pages:
        assert read_page(page.path) == page
        assert file_of(page.path) == file
    alone = tmp_path / "b.txt"
    alone.write_text(PAGES["deep/in/b.txt"])
    assert read_page(alone).content_hash == pages[1].content_hash
    assert short_name(pages[1].path) == "pages.zip#b.txt"
    assert holds_many(file)
    assert not holds_many(alone)
    assert not holds_many(tmp_path / "none.zip")


def test_a_file_of_many_has_to_be_told_which(tmp_path: Path) -> None:
    file = zipped(tmp_path / "pages.zip", dict(PAGES))
    with pytest.raises(UnreadablePage, match="many pages") as caught:
        read_page(file)
    assert f"{file}#a.html" in caught.value.hint
    with pytest.raises(UnreadablePage, match="no longer holds"):
        read_page(f"{file}#c.html")
    assert read_page(zipped(tmp_path / "one.zip", {"x.txt": "The ferry was late."})).text == "The ferry was late."


def test_zip_files_in_zip_files(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", {"x.txt": "The ferry was late."}).read_bytes()
    outer = zipped(tmp_path / "outer.zip", {"in.zip": inner, "y.txt": "It came."})
    pages = list(read_pages(outer))
    assert [page.path for page in pages] == [f"{outer}#in.zip#x.txt", f"{outer}#y.txt"]
    assert read_page(f"{outer}#in.zip#x.txt").text == "The ferry was late."
    for depth in range(6):
        outer = zipped(tmp_path / f"{depth}.zip", {"in.zip": outer.read_bytes()})
    (problem,) = read_pages(outer)
    assert "packed too often" in str(problem)


def test_parts_that_are_no_pages_are_named_beside_the_others(tmp_path: Path) -> None:
    pages: dict[str, str | bytes] = {
        "../../out.txt": "x",
        "bomb.txt": b"0" * 30_000_000,
        "photo.png": b"\x89PNG\r\n\x1a\n",
        "page.txt": "The ferry was late.",
    }
    file = zipped(tmp_path / "pages.zip", pages)
    found = list(read_pages(file))
    assert [isinstance(one, Page) for one in found] == [False, False, False, True]
    told = [str(one) for one in found[:3]]
    assert "leads out" in told[0]
    assert "30 MB unpacked" in told[1]
    assert "PNG" in told[2]
    assert [one.path for one in found] == [f"{file}#{name}" for name in pages]
    with pytest.raises(UnreadablePage, match="leads out"):
        read_page(f"{file}#../../out.txt")


def test_a_locked_and_a_damaged_zip_file(tmp_path: Path) -> None:
    file = zipped(tmp_path / "pages.zip", {"a.txt": "The ferry was late again and again.", "b.txt": "It came."})
    data = file.read_bytes()
    file.write_bytes(data.replace(b"\x14\x00\x00\x00\x08\x00", b"\x14\x00\x01\x00\x08\x00"))
    assert all("password" in str(one) for one in read_pages(file))
    file.write_bytes(data[:-30])
    (problem,) = read_pages(file)
    assert "damaged zip" in str(problem)
    assert isinstance(problem, UnreadablePage)
    assert problem.path == str(file)


def test_lines_of_json_are_read_in_turn_from_a_file_of_any_size(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    record = {"format": "storyreader-article", "headline": "Ferry late", "paragraphs": ["It was late.", "It came."]}
    line = json.dumps(record).encode()
    with file.open("wb") as handle:
        handle.write(line + b"\n\nno json\n" + line + b"\n")
        handle.truncate(100_000_000)
    first, broken, second = islice(read_pages(file), 3)
    assert isinstance(first, Page)
    assert (first.text, first.stated["headline"], first.cleaned) == ("It was late.\nIt came.", "Ferry late", True)
    assert isinstance(broken, UnreadablePage)
    assert broken.path == f"{file}#{len(line) + 2}"
    assert read_page(second.path) == second


@pytest.mark.parametrize(
    ("name", "begin", "hint"),
    [
        ("a.json", b'{"articles": [', "jq -c"),
        ("a.txt", b"The ferry", "only the article"),
        ("a.pdf", b"%PDF-1.7", "only"),
    ],
)
def test_a_page_of_a_gigabyte_is_refused_unread(tmp_path: Path, name: str, begin: bytes, hint: str) -> None:
    file = tmp_path / name
    with file.open("wb") as handle:
        handle.write(begin)
        handle.truncate(1_000_000_000)
    (problem,) = read_pages(file)
    assert isinstance(problem, UnreadablePage)
    assert "1000 MB" in problem.message
    assert hint in problem.hint


def test_a_missing_file_is_told_and_not_raised(tmp_path: Path) -> None:
    (problem,) = read_pages(tmp_path / "none.txt")
    assert isinstance(problem, UnreadablePage)
    assert "does not exist" in str(problem)
    assert problem.path == str(tmp_path / "none.txt")


def test_locators_of_files_with_a_number_sign(tmp_path: Path) -> None:
    file = tmp_path / "a#b.txt"
    file.write_text("x")
    assert split_locator(file) == (file, "")
    assert split_locator(f"{file}#7") == (file, "7")
    assert split_locator(f"{tmp_path}/gone#7") == (Path(f"{tmp_path}/gone#7"), "")
    assert split_locator("x" * 5000 + "#7")[1] == ""
