"""Files of every earlier version are opened as if they had been written today."""

import json
from pathlib import Path

import pytest

from storyreader.saving import Store
from storyreader.saving.model import VERSION, parsed
from storyreader.saving.targets import items_by_row

FILES = sorted((Path(__file__).parent / "fixtures").glob("version-*.json"))


def test_there_is_a_file_of_every_earlier_version() -> None:
    assert [file.stem for file in FILES] == [f"version-{number}" for number in range(1, VERSION)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_nothing_of_an_old_file_is_lost(file: Path, tmp_path: Path) -> None:
    document = json.loads(file.read_text(encoding="utf-8"))
    document["later"] = {"a field": "nobody knows"}
    saved = parsed(document)
    assert saved.version == VERSION
    assert [note.text for note in saved.living_notes] == ["Which engineers?", "A diver alone?"]
    assert {place: [n.text for n in there] for place, there in items_by_row(saved.restored(), saved.notes).items()} == {
        1: ["Which engineers?"],
        3: ["A diver alone?"],
    }
    store = Store(tmp_path)
    store.save(saved)
    again = store.load(saved.id)
    assert again is not None
    assert again.notes == saved.notes
    assert json.loads(store.file(saved.id).read_text(encoding="utf-8"))["later"] == {"a field": "nobody knows"}
