"""The index of the saved list: it saves reading, and nothing depends on it."""

import json
import sqlite3
from pathlib import Path

import pytest

from storyreader.saving import Note, Store, Target, new_saved
from storyreader.saving.index import SummaryIndex
from tests.making import make_comparison


def filled(count: int) -> Store:
    store = Store()
    saved = new_saved(make_comparison())
    for number in range(count):
        note = Note(target=Target(), text=f"note “{number}”", tags=["t"])
        store.save(saved.model_copy(update={"id": f"id{number}", "title": f"Title {number}", "notes": [note]}))
    return store


def index_file(own_folders: Path) -> Path:
    return own_folders / "cache" / "saved.sqlite"


def no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(file: Path) -> None:
        raise AssertionError(f"{file} was read")

    monkeypatch.setattr(Store, "_read", staticmethod(read))


def test_the_second_list_reads_no_file_and_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    store = filled(5)
    first = store.listing()
    no_reading(monkeypatch)
    assert store.listing() == first
    # of files saved in the same millisecond none is the latest
    assert {head.note_texts for head in first.heads} == {(f"note “{number}” · #t",) for number in range(5)}


def test_changed_new_and_deleted_files_are_seen(own_folders: Path) -> None:
    store = filled(3)
    store.listing()
    store.rename("id1", "Another")
    store.delete("id0")
    store.duplicate("id2", "Twin")
    assert sorted(head.title for head in store.listing().heads) == ["Another", "Title 2", "Twin"]
    with sqlite3.connect(index_file(own_folders)) as connection:
        assert connection.execute("SELECT count(*) FROM summaries").fetchone() == (3,)
    connection.close()


def test_a_change_of_the_same_size_in_the_same_moment_is_seen() -> None:
    store = filled(1)
    store.listing()
    for title in ("Title A", "Title B", "Title C"):
        store.rename("id0", title)
        assert [head.title for head in store.listing().heads] == [title]


@pytest.mark.parametrize(
    "content", [b"", b"not a database at all, but longer than a header of one", b"SQLite format 3\x00"]
)
def test_a_damaged_index_costs_time_only(own_folders: Path, monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    store = filled(3)
    first = store.listing()
    for file in index_file(own_folders).parent.glob("saved.sqlite-*"):
        file.unlink()
    index_file(own_folders).write_bytes(content)
    assert store.listing() == first
    no_reading(monkeypatch)
    assert store.listing() == first


@pytest.mark.parametrize("told", ["", "{", "[[], 7]", '[1, {"same": "x"}]', "7"])
def test_nonsense_in_the_index_costs_time_only(own_folders: Path, told: str) -> None:
    store = filled(2)
    first = store.listing()
    with sqlite3.connect(index_file(own_folders)) as connection:
        connection.execute("UPDATE summaries SET told = ?", (told,))
    connection.close()
    assert store.listing() == first


def test_an_index_of_another_shape_is_made_again(own_folders: Path) -> None:
    store = filled(2)
    index_file(own_folders).parent.mkdir(parents=True, exist_ok=True)
    with sqlite3.connect(index_file(own_folders)) as connection:
        connection.execute("CREATE TABLE summaries (something)")
    connection.close()
    assert len(store.listing().heads) == 2


def test_a_cache_folder_that_cannot_be_made_costs_time_only(own_folders: Path) -> None:
    store = filled(2)
    own_folders.joinpath("cache").write_text("a file in the way", encoding="utf-8")
    assert len(store.listing().heads) == 2


def test_a_damaged_file_is_still_named_and_set_aside(own_folders: Path) -> None:
    store = filled(2)
    store.listing()
    store.file("id0").write_text("{", encoding="utf-8")
    listing = store.listing()
    assert len(listing.heads) == 1
    assert "id0" in listing.problems[0]
    assert store.listing().problems == ()


def test_two_folders_do_not_mix(tmp_path: Path) -> None:
    here = filled(2)
    there = Store(tmp_path / "there")
    there.save(new_saved(make_comparison()))
    assert (len(here.listing().heads), len(there.listing().heads)) == (2, 1)
    assert (len(here.listing().heads), len(there.listing().heads)) == (2, 1)


def test_rows_that_wait_are_written_in_batches(own_folders: Path) -> None:
    store = filled(1)
    [head] = store.listing().heads
    index = SummaryIndex(store.folder)
    state = store.file("id0").stat()
    for number in range(450):
        index.put(f"{number}.json", state, head)
    with sqlite3.connect(index_file(own_folders)) as connection:
        assert connection.execute("SELECT count(*) FROM summaries").fetchone() == (401,)
    connection.close()
    index.close()
    assert json.loads(json.dumps(head.counts)) == head.counts
