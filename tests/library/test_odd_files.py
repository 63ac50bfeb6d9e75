"""One file that is not what it should be never stops the others: it is named with the reason, or read all the same."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from storyreader import cleaning
from storyreader.cli import main
from storyreader.errors import StoryReaderError
from storyreader.library import Catalogue, find_files, scan
from storyreader.paths import cache_folder, config_folder, data_folder

TEXT = "The council said on Monday that the mill would close. Nobody objected to that at the meeting in town. " * 4


def _loop(folder: Path) -> None:
    (folder / "m.txt").symlink_to(folder / "n.txt")
    (folder / "n.txt").symlink_to(folder / "m.txt")


def _name(folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")).write_text(TEXT, "utf-8")


def _charset(name: str, folder: Path) -> None:
    (folder / "m.html").write_bytes(f'<meta charset="{name}"><p>caf'.encode() + b"\xe9 " + TEXT.encode())


def _mail_charset(folder: Path) -> None:
    head = b'MIME-Version: 1.0\nContent-Type: text/plain; charset="ut\x00f"\n\n'
    (folder / "m.eml").write_bytes(head + TEXT.encode())


def _nested(folder: Path) -> None:
    parts = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(2000))
    (folder / "m.mhtml").write_bytes(b"MIME-Version: 1.0\n" + parts + b"Content-Type: text/html\n\n<p>x</p>")


def _dangling(folder: Path) -> None:
    (folder / "m.txt").symlink_to(folder / "gone.txt")


def _pipe(folder: Path) -> None:
    os.mkfifo(folder / "m.txt")


ODD: dict[str, Callable[[Path], object]] = {
    "symlink loop": _loop, "name that is not UTF-8": _name, "dangling link": _dangling, "pipe": _pipe,
    "nested MIME": _nested, "NUL in a mail's charset": _mail_charset,
    "zlib": lambda folder: _charset("zlib", folder), "rot13": lambda folder: _charset("rot13", folder),
    "undefined": lambda folder: _charset("undefined", folder), "oem": lambda folder: _charset("oem", folder),
    "NUL in a charset": lambda folder: _charset("ut\0f8", folder), "base64": lambda folder: _charset("base64", folder),
    "control in a name": lambda folder: (folder / "\x1b[2J\nx.txt").write_bytes(b"%PDF-1.4") and None,
}  # fmt: skip


@pytest.mark.parametrize("kind", ODD)
def test_the_others_are_read_now_and_the_second_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    ODD[kind](folder)
    (folder / "a.txt").write_text(TEXT, "utf-8")
    (folder / "z.txt").write_text(TEXT, "utf-8")
    for _ in range(2):
        with Catalogue(tmp_path / "library.sqlite") as catalogue:
            entries = [entry for batch in scan(find_files([folder]), catalogue, 1) for entry in batch.entries]
        assert {Path(entry.path).name for entry in entries if not entry.problem} >= {"a.txt", "z.txt"}
        assert len(entries) == len(list(folder.iterdir()))
    for command in ("list", "clean"):
        assert main([command, str(folder)]) in (0, 1)
        output = capsys.readouterr()
        assert output.out.count("a.txt" if command == "list" else "the mill would close") >= 1
        assert "\x1b" not in output.out + output.err


def test_a_fault_in_cleaning_one_page_is_that_pages_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clean = cleaning.clean_page

    def failing(page: object, *given: object) -> object:
        if "bad" in str(getattr(page, "path", "")):
            raise OverflowError("2 to the 5000")
        return clean(page, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(cleaning, "clean_page", failing)
    for name in ("a", "bad", "c"):
        (tmp_path / f"{name}.txt").write_text(TEXT, "utf-8")
    entries = [entry for batch in scan(find_files([tmp_path]), None, 1) for entry in batch.entries]
    assert [bool(entry.problem) for entry in entries] == [False, True, False]
    assert "OverflowError" in str(entries[1].problem)
    assert "2 to the 5000" not in str(entries[1].problem)


@pytest.mark.parametrize(
    ("column", "value"), [("headline", b"\x00x"), ("published", "soon"), ("updated", "soon"), ("words", "many")]
)
def test_a_row_of_wrong_types_is_read_anew(tmp_path: Path, column: str, value: object) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, "utf-8")
    catalogued = tmp_path / "library.sqlite"
    with Catalogue(catalogued) as catalogue:
        first = [entry for batch in scan([file], catalogue, 1) for entry in batch.entries]
    connection = sqlite3.connect(catalogued)
    with connection:
        connection.execute(f"UPDATE pages SET {column} = ?", (value,))
    connection.close()
    with Catalogue(catalogued) as catalogue:
        assert [entry for batch in scan([file], catalogue, 1) for entry in batch.entries] == first


@pytest.mark.parametrize("path", ["x" * 5000, "~nobody-of-this-name/x", "a\0b"])
def test_a_path_that_cannot_be_one_is_refused_in_a_sentence(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(StoryReaderError):
        find_files([path])
    for command in ([path], ["list", path], ["export", path], ["import", path]):
        assert main(command) == 2
        assert len(capsys.readouterr().err) < 600


def test_what_storyreader_keeps_of_its_own_is_no_page(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("The mill at Orrin closed on Monday.", "utf-8")
    for folder in (config_folder(), data_folder(), cache_folder()):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "kept.txt").write_text("The mill at Tarn closed on Tuesday.", "utf-8")
    assert data_folder().is_relative_to(tmp_path)
    assert find_files([tmp_path]) == [str(tmp_path / "page.txt")]
    assert find_files([data_folder()]) == [str(data_folder() / "kept.txt")]
