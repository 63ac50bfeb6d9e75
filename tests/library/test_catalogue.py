"""What is remembered of files: as long as they are unchanged, whatever happens to the catalogue itself."""

import os
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from storyreader.library import Catalogue, Entry, EntryList, ReadPage, find_files, in_file_order, parse_query, scan
from storyreader.library.schema import MIGRATIONS
from tests.library.lanterns import STORY, page, read


def test_known_files_are_not_read_again_until_they_change(folder: Path, place: Path, read_anew: list[str]) -> None:
    first = read(folder, place)
    assert read_anew == ["Abbeyfield.txt", "Brill.txt", "Cresby.txt"]
    assert read(folder, place) == first
    assert len(read_anew) == 3
    os.utime(folder / "Brill.txt", ns=(1, 1))
    assert read(folder, place) == first
    assert read_anew[3:] == ["Brill.txt"]


def test_all_that_is_known_of_a_page_is_remembered(tmp_path: Path, place: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("", encoding="utf-8")
    entry = Entry(str(file), "a", "Headline", "Radio", "Norden Wire", "2026-05-04", "2026-05-04T10:00:00", "en", 9)
    with Catalogue(place) as catalogue:
        catalogue.put(file, [ReadPage(entry)])
        catalogue.flush()
        assert catalogue.known([file]) == [[entry]]
        assert catalogue.entries() == [entry]


def test_what_is_known_comes_first_and_all_is_in_the_order_of_the_files_at_the_end(folder: Path, place: Path) -> None:
    read(folder, place)
    (folder / "Ashcombe.txt").write_text(page("Ashcombe"), encoding="utf-8")
    files = find_files([folder])
    with Catalogue(place) as catalogue:
        batches = list(scan(files, catalogue))
    assert [(len(batch.entries), batch.files, batch.known) for batch in batches] == [(3, 3, 3), (1, 4, 3)]
    entries = [entry for batch in batches for entry in batch.entries]
    assert [Path(entry.path).name for entry in in_file_order(entries, files)] == [Path(file).name for file in files]


def test_stopping_keeps_what_has_been_read(folder: Path, place: Path, read_anew: list[str],
                                           monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setattr("storyreader.library.scanning.BATCH_SECONDS", 0)
    with Catalogue(place) as catalogue, closing(scan(find_files([folder]), catalogue)) as scanning:
        next(scanning), next(scanning)
    read(folder, place)
    assert sorted(set(read_anew)) == ["Abbeyfield.txt", "Brill.txt", "Cresby.txt"]
    assert read_anew.count("Abbeyfield.txt") == 1


def test_a_file_of_many_pages_is_remembered_whole(folder: Path, place: Path, read_anew: list[str]) -> None:
    with zipfile.ZipFile(folder / "all.zip", "w") as archive:
        for name in ("Dene", "Elm"):
            archive.writestr(f"{name}.txt", page(name))
    entries = read(folder, place)
    assert [entry.headline for entry in entries[3:]] == [f"Lantern workshop burns down in {n}" for n in ("Dene", "Elm")]
    count = len(read_anew)
    assert read(folder, place) == entries
    assert len(read_anew) == count
    with Catalogue(place) as catalogue:
        corrected = Entry(entries[3].path, "x1", headline="What the reader says")
        catalogue.update(ReadPage(corrected))
    assert [entry.headline for entry in read(folder, place)[3:]] == ["What the reader says", entries[4].headline]


def test_the_same_page_in_two_files_is_one_article_with_two_places(folder: Path, place: Path) -> None:
    (folder / "again.txt").write_text(page("Brill"), encoding="utf-8")
    entries = read(folder, place)
    twins = [entry for entry in entries if "Brill" in str(entry.headline)]
    assert len({entry.article_id for entry in twins}) == 1
    once = EntryList(entries)
    assert [entry.path for entry in once] == [str(folder / f"{name}.txt") for name in ("Abbeyfield", "Brill", "Cresby")]
    assert once.locators == {twins[0].article_id: [str(folder / "Brill.txt"), str(folder / "again.txt")]}
    with Catalogue(place) as catalogue:
        assert catalogue.connection is not None
        assert catalogue.connection.execute("SELECT count(*) FROM articles").fetchone() == (3,)


def test_articles_without_a_file_are_forgotten(folder: Path, place: Path) -> None:
    read(folder, place)
    (folder / "Brill.txt").write_text(page("Bramley"), encoding="utf-8")
    read(folder, place)
    with Catalogue(place) as catalogue:
        assert catalogue.forget_gone() == 1
        assert catalogue.forget_gone() == 0


@pytest.mark.parametrize("damage", [b"not a database at all" * 100, b"SQLite format 3\0" + bytes(4080)])
def test_a_damaged_catalogue_is_moved_aside_and_made_anew(folder: Path, place: Path, damage: bytes) -> None:
    place.parent.mkdir()
    place.write_bytes(damage)
    with Catalogue(place) as catalogue:
        assert "made anew" in catalogue.problem
    assert [file.read_bytes() for file in place.parent.glob("library.sqlite.damaged-*")] == [damage]
    assert len(read(folder, place)) == 3
    with Catalogue(place) as catalogue:
        assert catalogue.problem == ""
        assert sum(map(bool, catalogue.known(find_files([folder])))) == 3


def test_damage_that_shows_later_is_survived_too(folder: Path, place: Path) -> None:
    read(folder, place)
    catalogue = Catalogue(place)
    assert catalogue.connection is not None
    catalogue.connection.execute("PRAGMA writable_schema = ON")
    catalogue.connection.execute("UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'pages'")
    catalogue.connection.commit()
    catalogue.close()
    assert len(read(folder, place)) == 3
    assert list(place.parent.glob("library.sqlite.damaged-*"))


def test_a_catalogue_of_a_newer_storyreader_is_moved_aside(place: Path) -> None:
    Catalogue(place).close()
    connection = sqlite3.connect(place)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    with Catalogue(place) as catalogue:
        assert "made anew" in catalogue.problem


def test_while_another_storyreader_writes_nothing_is_lost_and_nothing_fails(
    folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storyreader.library.database.PATIENCE", 0.05)
    read(folder, place)
    (folder / "Dene.txt").write_text(page("Dene"), encoding="utf-8")
    other = sqlite3.connect(place)
    other.execute("BEGIN IMMEDIATE")
    with Catalogue(place) as catalogue:
        assert sum(len(batch.entries) for batch in scan(find_files([folder]), catalogue)) == 4
        assert sum(map(bool, catalogue.known(find_files([folder])))) == 3
        other.rollback()
    with Catalogue(place) as catalogue:
        assert sum(map(bool, catalogue.known(find_files([folder])))) == 4
    other.close()


def test_without_a_place_to_write_a_catalogue_of_the_day_is_used_and_that_is_said(
    folder: Path, tmp_path: Path, read_anew: list[str]
) -> None:
    (tmp_path / "blocked").write_text("a file where a folder should be", encoding="utf-8")
    blocked = tmp_path / "blocked" / "library.sqlite"
    assert len(read(folder, blocked)) == 3
    assert len(read(folder, blocked)) == 3
    assert len(read_anew) == 3
    with Catalogue(blocked) as catalogue:
        assert "cannot be used" in catalogue.problem
        assert len(catalogue.search(parse_query("lanterns"), 10)) == 3


def test_a_file_that_vanishes_during_the_scan_is_listed_with_the_reason(folder: Path, place: Path) -> None:
    files = find_files([folder])
    (folder / "Brill.txt").unlink()
    with Catalogue(place) as catalogue:
        entries = [entry for batch in scan(files, catalogue) for entry in batch.entries]
        assert sum(map(bool, catalogue.known(files))) == 2
    assert [bool(entry.problem) for entry in entries] == [False, True, False]
    assert "Brill.txt" in str(entries[1].problem)


def test_many_new_files_are_read_in_worker_processes(folder: Path, place: Path) -> None:
    files = find_files([folder])
    with Catalogue(place) as catalogue:
        together = [entry for batch in scan(files, catalogue, processes=2) for entry in batch.entries]
    assert together == read(folder, place)


def test_a_page_that_was_read_more_simply_is_kept_as_such_and_teaches_nothing(
    folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storyreader.cleaning.budget.MOST_CHARACTERS", len(STORY) + 10)
    for file in folder.glob("*.txt"):
        file.write_text(f"{page(file.stem)}\n\nMuch that comes after it.\n", "utf-8")
    taught: list[object] = []
    monkeypatch.setattr("storyreader.library.outlet_memory.OutletMemory.learn", lambda *given: taught.append(given))
    for _ in range(2):  # read, and known
        assert {entry.simplified for entry in read(folder, place)} == {"end"}
    assert not taught
