"""Dossiers get names from their titles, and a new one never takes the place of an old one."""

from pathlib import Path

import pytest

from storyreader.application import keep_copy, write_dossier, write_dossier_file, write_dossier_folder
from storyreader.errors import StoryReaderError
from storyreader.library import find_files, read_article
from storyreader.paths import exports_folder
from storyreader.saving import SavedComparison, new_saved
from tests.making import make_comparison


def saved(title: str = "Bridge shut: Écho / Radio!") -> SavedComparison:
    return new_saved(make_comparison()).model_copy(update={"id": "kept", "title": title})


def test_a_second_dossier_gets_a_number(tmp_path: Path) -> None:
    files = [write_dossier(saved(), "markdown", tmp_path) for _ in range(3)]
    names = ["bridge-shut-écho-radio.md", "bridge-shut-écho-radio-2.md", "bridge-shut-écho-radio-3.md"]
    assert [file.name for file in files] == names
    assert files[0].read_text(encoding="utf-8").startswith("# ")


def test_a_title_without_a_latin_letter_and_a_long_one(tmp_path: Path) -> None:
    assert write_dossier(saved("Мост закрыт: «Эхо»"), "csv", tmp_path).name == "мост-закрыт-эхо.csv"
    assert write_dossier(saved("पुल बंद"), "csv", tmp_path).name == "पुल-बंद.csv"
    assert write_dossier(saved("?!"), "csv", tmp_path).name == "comparison.csv"
    assert len(write_dossier(saved("橋" * 80), "csv", tmp_path).name.encode()) < 200
    assert len(write_dossier(saved("bridge " * 40), "csv", tmp_path).stem) <= 48


def test_a_folder_holds_the_formats_asked_for(tmp_path: Path) -> None:
    write_dossier_folder(saved(), ["markdown", "json"], tmp_path / "all")
    (folder,) = (tmp_path / "all").iterdir()
    assert folder.name == "bridge-shut-écho-radio-kept"
    assert sorted(file.name for file in folder.iterdir()) == ["comparison.json", "dossier.md"]


def test_a_file_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(StoryReaderError, match="Not written"):
        write_dossier_file(tmp_path / "file" / "dossier.md", b"text")


def test_exports_have_a_folder_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = write_dossier(saved(), "html")
    assert file.parent == exports_folder()
    assert list(tmp_path.glob("*.html")) == []
    monkeypatch.setenv("STORYREADER_EXPORTS_DIR", str(tmp_path / "own"))
    assert write_dossier(saved(), "html").parent == tmp_path / "own"


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_an_export_is_never_read_as_a_page(form: str) -> None:
    file = write_dossier(saved(), form)
    with pytest.raises(StoryReaderError, match="written by storyreader itself"):
        read_article(file)


def test_other_exports_and_copies_are_not_even_listed_as_pages() -> None:
    keep_copy("“Words” (a source)")
    for form in ("json", "csv", "w3c", "bibtex", "csl"):
        write_dossier(saved(), form)
    assert [Path(file).name for file in find_files([exports_folder()])] == ["copied.txt"]
    with pytest.raises(StoryReaderError, match="written by storyreader itself"):
        read_article(exports_folder() / "copied.txt")
