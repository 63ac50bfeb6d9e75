"""Articles are read once while their files stay as they are."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import sample_data
from storyreader import library
from storyreader.application import ArticleShelf
from storyreader.errors import StoryReaderError, UnreadablePage

PAGE = (sample_data.folder() / "harbour-fire" / "kestrel-daily.txt").read_text(encoding="utf-8")


def page(folder: Path, name: str) -> str:
    (folder / name).write_text(PAGE, encoding="utf-8")
    return str(folder / name)


def test_an_article_is_read_once_and_again_when_its_file_changes(tmp_path: Path) -> None:
    path, shelf = page(tmp_path, "a.txt"), ArticleShelf("Ina")
    assert shelf.known(path) is None
    opened = shelf.open(path)
    assert opened.entry.headline == opened.article.headline
    assert opened.facts
    assert shelf.open(path) is opened
    assert shelf.known(path) is opened
    Path(path).write_text(PAGE + "\nOne more line.", encoding="utf-8")
    assert shelf.known(path) is None
    assert shelf.open(path).article.content_hash != opened.article.content_hash


def test_the_ones_used_last_are_kept_until_all_are_forgotten(tmp_path: Path) -> None:
    paths, shelf = [page(tmp_path, f"{name}.txt") for name in "abc"], ArticleShelf("Ina", size=2)
    first = shelf.open(paths[0])
    shelf.open(paths[1])
    assert shelf.known(paths[0]) is first
    shelf.open(paths[2])
    assert shelf.known(paths[1]) is None
    assert shelf.known(paths[0]) is first
    shelf.clear()
    assert shelf.known(paths[0]) is None


def test_a_file_that_cannot_be_read_is_not_kept(tmp_path: Path) -> None:
    with pytest.raises(StoryReaderError):
        ArticleShelf("Ina").open(str(tmp_path / "gone.txt"))


def test_notes_are_written_before_their_article_is_forgotten_and_come_back_with_it(tmp_path: Path) -> None:
    path, shelf = page(tmp_path, "a.txt"), ArticleShelf("Ina")
    shelf.open(path).notebook.judge(1, "check")
    shelf.clear()
    again = shelf.open(path)
    assert [note.verdict for note in again.notebook.notes[1]] == ["check"]
    assert not again.notebook.unsaved


def test_an_article_with_unsaved_notes_is_kept_however_many_come_after_it(tmp_path: Path) -> None:
    shelf = ArticleShelf("Ina", size=1)
    noted, other = shelf.open(page(tmp_path, "a.txt")), page(tmp_path, "b.txt")
    noted.notebook.judge(1, "check")
    shelf.open(other)
    assert shelf.known(str(tmp_path / "a.txt")) is noted


def test_a_long_article_is_read_in_a_process_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, shelf = page(tmp_path, "a.txt"), ArticleShelf("Ina")
    here = shelf.open(path)  # the catalogue knows how long it is from now on
    apart: list[str] = []
    work_apart = library.apart

    def noted(work: Callable[[str], object], locator: str) -> object:
        apart.append(locator)
        return work_apart(work, locator)

    monkeypatch.setattr(library, "apart", noted)
    monkeypatch.setattr("storyreader.application.article_shelf.LONG", here.entry.characters - 1)
    shelf.clear()
    there = shelf.open(path)
    assert (there.article, there.entry, there.facts) == (here.article, here.entry, here.facts)
    assert apart == [path]
    monkeypatch.setattr("storyreader.application.article_shelf.LONG", here.entry.characters)
    shelf.clear()
    shelf.open(path)
    assert apart == [path]


def test_what_goes_wrong_in_a_process_of_its_own_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePage, match="does not exist"):
        library.apart(read_somewhere, str(tmp_path / "gone.txt"))
    with pytest.raises(UnreadablePage, match="ended the process"):
        library.apart(end_at_once, "a.txt")


def read_somewhere(locator: str) -> str:
    return library.read_article(locator).name


def end_at_once(_: str) -> None:
    os._exit(3)
