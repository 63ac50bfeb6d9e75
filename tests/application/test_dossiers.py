"""Dossiers get names from their titles, and a new one never takes the place of an old one."""

from pathlib import Path

import pytest

from storyreader.application import write_dossier, write_dossier_file, write_dossier_folder
from storyreader.errors import StoryReaderError
from storyreader.saving import SavedComparison, new_saved
from tests.making import make_comparison


def saved(title: str = "Bridge shut: Écho / Radio!") -> SavedComparison:
    return new_saved(make_comparison()).model_copy(update={"id": "kept", "title": title})


def test_a_second_dossier_gets_a_number(tmp_path: Path) -> None:
    files = [write_dossier(saved(), "markdown", tmp_path) for _ in range(3)]
    names = ["bridge-shut-cho-radio.md", "bridge-shut-cho-radio-2.md", "bridge-shut-cho-radio-3.md"]
    assert [file.name for file in files] == names
    assert files[0].read_text(encoding="utf-8").startswith("# ")


def test_a_title_without_a_latin_letter_and_a_long_one(tmp_path: Path) -> None:
    assert write_dossier(saved("Мост закрыт"), "csv", tmp_path).name == "comparison.csv"
    assert len(write_dossier(saved("bridge " * 40), "csv", tmp_path).stem) <= 48


def test_a_folder_holds_the_formats_asked_for(tmp_path: Path) -> None:
    write_dossier_folder(saved(), ["markdown", "json"], tmp_path)
    (folder,) = tmp_path.iterdir()
    assert folder.name == "bridge-shut-cho-radio-kept"
    assert sorted(file.name for file in folder.iterdir()) == ["comparison.json", "dossier.md"]


def test_a_file_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(StoryReaderError, match="Not written"):
        write_dossier_file(tmp_path / "file" / "dossier.md", b"text")
