"""What may go wrong with files and catalogue: nothing is lost, nothing fails, and what costs something is said."""

import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from storyreader.library import Catalogue, Entry, ReadPage, find_files, parse_query, scan
from storyreader.library.schema import MIGRATIONS
from tests.library.lanterns import page, read


def of_layout(place: Path, layout: int) -> None:
    """A catalogue as it was written in the days of a layout, with one article in it."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(place)) as connection, connection:
        for script in MIGRATIONS[:layout]:
            connection.executescript(script)
        connection.execute(f"PRAGMA user_version = {layout}")
        connection.execute("INSERT INTO files (path, stamp) VALUES ('/a.txt', '')")
        connection.execute(
            "INSERT INTO pages (file, place, article_id, headline, publisher, agency, published, language, words, "
            "terms, lead, hint) "
            "VALUES (1, '', 'a', 'Feuer', 'Echo', 'Norden', '2026-05-04', 'de', 9, 'feuer:2 hafen', '', '')"
        )
        connection.execute(
            "INSERT INTO articles (name, headline, outlet, byline, text) VALUES ('a', 'Feuer', 'Echo', '', '港の倉庫')"
        )


@pytest.mark.parametrize("layout", [1, 2, 3, 4])
def test_an_earlier_layout_is_brought_up_to_date_with_all_that_it_knows(place: Path, layout: int) -> None:
    of_layout(place, layout)
    with Catalogue(place) as catalogue:
        assert catalogue.problem == ""
        entry = Entry("/a.txt", "a", "Feuer", "Echo", "Norden", "2026-05-04", None, "de", 9)
        assert catalogue.entries() == [entry]
        assert list(catalogue.terms_of(["a", "b"])) == ["feuer:2 hafen", ""]
        assert [match.article for match in catalogue.search(parse_query("倉庫"), 5)] == ["a"]
        assert catalogue.counts_now().articles == 1


def test_several_that_start_at_once_bring_the_layout_up_to_date_together(place: Path) -> None:
    of_layout(place, 1)
    barrier, found = threading.Barrier(4), []

    def opened() -> None:
        barrier.wait()
        with Catalogue(place) as catalogue:
            found.append((catalogue.problem, len(catalogue.entries())))

    threads = [threading.Thread(target=opened) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [("", 1)] * 4


def test_several_that_make_it_at_once_have_one(place: Path, folder: Path) -> None:
    barrier, found = threading.Barrier(4), []

    def opened() -> None:
        barrier.wait()
        with Catalogue(place) as catalogue:
            for _ in scan(find_files([folder]), catalogue, 1):
                pass
            found.append(catalogue.problem)

    threads = [threading.Thread(target=opened) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [""] * 4
    with Catalogue(place) as catalogue:
        assert sum(map(bool, catalogue.known(find_files([folder])))) == 3


def test_a_full_disk_is_said_and_costs_only_what_could_not_be_written(folder: Path, place: Path) -> None:
    read(folder, place)
    for number in range(40):
        (folder / f"more-{number}.txt").write_text(page(f"Ashcombe {number} " + "x" * 500), encoding="utf-8")
    with Catalogue(place) as catalogue:
        assert catalogue.connection is not None
        pages = catalogue.connection.execute("PRAGMA page_count").fetchone()[0]
        catalogue.connection.execute(f"PRAGMA max_page_count = {pages}")  # what SQLite takes for a full disk
        entries = [entry for batch in scan(find_files([folder]), catalogue, 1) for entry in batch.entries]
        assert len(entries) == 43
        assert not any(entry.problem for entry in entries)
        assert "cannot be written" in catalogue.problem
        assert "full" in catalogue.problem
    assert len(read(folder, place)) == 43


def test_a_clock_that_was_put_back_is_a_change_like_any_other(folder: Path, place: Path, read_anew: list[str]) -> None:
    read(folder, place)
    (folder / "Brill.txt").write_text(page("Brampton"), encoding="utf-8")
    os.utime(folder / "Brill.txt", (0, 0))
    assert "Brampton" in str(read(folder, place)[1].headline)
    assert read_anew[3:] == ["Brill.txt"]


def test_what_must_not_be_read_is_listed_with_the_reason(
    folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening, listing = Path.open, os.scandir  # root may read everything, so the system's answer is given here
    (folder / "closed").mkdir()

    def refused(path: Path, *given: Any, **also: Any) -> Any:
        if path.name == "Brill.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return opening(path, *given, **also)

    def unlisted(path: Any = ".") -> Any:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return listing(path)

    monkeypatch.setattr(Path, "open", refused)
    monkeypatch.setattr(os, "scandir", unlisted)
    entries = read(folder, place)
    assert [bool(entry.problem) for entry in entries] == [False, True, False]
    assert "may not be read" in str(entries[1].problem)


def test_a_link_that_leads_round_is_not_followed(folder: Path, place: Path) -> None:
    (folder / "round").symlink_to(folder, target_is_directory=True)
    (folder / "itself.txt").symlink_to(folder / "itself.txt")
    entries = read(folder, place)
    assert [entry.path for entry in entries if not entry.problem] == [
        str(folder / f"{name}.txt") for name in ("Abbeyfield", "Brill", "Cresby")
    ]
    assert len(entries) <= 4


def test_a_folder_of_very_many_files_is_looked_over_without_asking_for_each(tmp_path: Path, place: Path) -> None:
    """The time is that of a folder a hundred times as large, less would be told by chance."""
    folder = tmp_path / "pages"
    folder.mkdir()
    entries = [Entry(str(folder / f"{number:04}.txt"), str(number)) for number in range(3000)]
    asked: list[str] = []
    with Catalogue(place) as catalogue:
        assert catalogue.connection is not None
        for entry in entries:
            Path(entry.path).write_bytes(b"")
            catalogue.put(Path(entry.path), [ReadPage(entry)])
        catalogue.flush()
        catalogue.connection.set_trace_callback(asked.append)
        batches = list(scan(find_files([folder]), catalogue))
    assert [entry for batch in batches for entry in batch.entries] == entries
    assert len(asked) < 30
