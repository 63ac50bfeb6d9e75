"""The reader's labels: kept apart from what can be made anew, changed many at once, brought back."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from storyreader.errors import SavingFailed
from storyreader.library import LabelBook, Labels, change_labels, keep_search, put_labels, read_labels


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "labels.json"


def starred(labels: Labels) -> Labels:
    return replace(labels, starred=True)


def test_many_are_changed_at_once_and_brought_back(file: Path) -> None:
    put_labels({"b": Labels(tags=("dam", "vote"))}, file)
    before = change_labels(["a", "b"], starred, file)
    assert read_labels(file).articles == {"a": Labels(starred=True), "b": Labels(starred=True, tags=("dam", "vote"))}
    assert put_labels(before, file) == {"a": Labels(starred=True), "b": Labels(starred=True, tags=("dam", "vote"))}
    assert read_labels(file).articles == {"b": Labels(tags=("dam", "vote"))}
    assert read_labels(file).of("a") == Labels()


def test_tags_are_listed_the_commonest_first(file: Path) -> None:
    put_labels({"a": Labels(tags=("dam",)), "b": Labels(tags=("vote", "dam"))}, file)
    assert read_labels(file).tags == ["dam", "vote"]


def test_read_may_be_said_either_way(file: Path) -> None:
    put_labels({"a": Labels(read=False), "b": Labels(read=True)}, file)
    assert [read_labels(file).of(name).read for name in "abc"] == [False, True, None]


def test_the_story_that_the_reader_wants_is_kept_and_read_from_files_that_know_none(file: Path) -> None:
    document = {"format": "storyreader-labels", "version": 1, "articles": {"a": {"starred": True}}, "searches": {}}
    file.write_text(json.dumps(document), encoding="utf-8")
    change_labels(["b"], lambda labels: replace(labels, story="a"), file)
    book = read_labels(file)
    assert book.of("a") == Labels(starred=True)
    assert book.stories == {"b": "a"}
    assert json.loads(file.read_bytes())["version"] == 2


def test_searches_are_kept_and_forgotten(file: Path) -> None:
    keep_search("the dam", "dam is:new", file)
    change_labels(["a"], starred, file)
    assert read_labels(file).searches == {"the dam": "dam is:new"}
    keep_search("the dam", "", file)
    assert read_labels(file) == LabelBook({"a": Labels(starred=True)})


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"[]",
        b'{"format": "other"}',
        b'{"format": "storyreader-labels", "articles": {"a": {"tags": 1}}}',
        b'{"format": "storyreader-labels", "articles": {"a": {"story": 1}}}',
    ],
)
def test_a_damaged_file_is_moved_aside_and_named(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    book = read_labels(file)
    assert "damaged" in book.problem
    assert book.articles == {}
    assert [aside.read_bytes() for aside in file.parent.glob("labels.json.damaged-*")] == [content]


def test_a_newer_file_is_not_overwritten(file: Path) -> None:
    document = {"format": "storyreader-labels", "version": 3, "articles": {"a": {"starred": True}}, "searches": {}}
    file.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(SavingFailed, match="newer"):
        change_labels(["b"], starred, file)
    assert read_labels(file).of("a").starred
