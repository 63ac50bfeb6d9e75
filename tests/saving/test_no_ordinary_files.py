"""Pipes and devices where files are expected: they are named at once, never waited for, never read without end."""

import os
from pathlib import Path

import pytest

from storyreader.errors import StoryReaderError
from storyreader.library import correction_book, read_labels
from storyreader.remembered import Remembered, read_remembered, remembered_file
from storyreader.saving import Store, read_imported_file
from storyreader.settings import read_settings, settings_file

ENDLESS = "/dev/zero"


def put(place: Path, kind: str) -> Path:
    """A pipe into which nobody writes, or a way to a device without an end."""
    place.parent.mkdir(parents=True, exist_ok=True)
    if kind == "pipe":
        os.mkfifo(place)
    else:
        place.symlink_to(ENDLESS)
    return place


@pytest.fixture(params=["pipe", "device"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_they_are_not_imported(tmp_path: Path, kind: str) -> None:
    with pytest.raises(StoryReaderError, match="no ordinary file"):
        read_imported_file(put(tmp_path / "colleague.json", kind))


def test_among_the_saved_files_they_are_listed_as_problems_and_the_others_are_there(kind: str) -> None:
    store = Store()
    put(store.file("odd"), kind)
    listing = store.listing()
    assert listing.heads == ()
    assert [("odd" in problem, "no ordinary file" in problem) for problem in listing.problems] == [(True, True)]


def test_in_place_of_what_is_remembered_settings_labels_and_corrections_they_cost_no_more_than_these(
    own_folders: Path, kind: str
) -> None:
    put(remembered_file(), kind)
    assert read_remembered() == Remembered()
    put(settings_file(), kind)
    assert any("no ordinary file" in problem for problem in read_settings().problems)
    put(own_folders / "data" / "labels.json", kind)
    assert "no ordinary file" in read_labels().problem
    put(own_folders / "data" / "corrections.json", kind)
    assert correction_book().of_page("aa") == ()
